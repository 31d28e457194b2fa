/* Draws a picture with vis-network: places come from Python, signs are those of graf/write/picture/svg.py. */
const FONT = '"Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", system-ui, sans-serif';
const COLOURS = ['paper', 'band', 'ink', 'muted', 'rule', 'faint', 'main', 'main-fill', 'side', 'side-fill', 'ghost', 'pick', 'done'];
const scroll = document.getElementById('scroll');
const holder = document.getElementById('picture');
const view = document.getElementById('view');
const state = { network: null, drawing: null, colours: {}, picked: null, opener: null, faint: new Set(), day: null };
let c = state.colours;

function readColours() {
  const style = getComputedStyle(root);
  COLOURS.forEach((name) => { c[name] = style.getPropertyValue('--' + name).trim(); });
}

function fittingDrawing() {
  const room = scroll.parentElement.clientWidth - 2;
  const fitting = data.drawings.filter((one) => one.width <= room);
  return fitting.length ? fitting[fitting.length - 1] : data.drawings[0];
}

function write(ctx, words, x, y, font, colour, room, align) {
  ctx.font = font + ' ' + FONT;
  ctx.fillStyle = colour;
  ctx.textAlign = align;
  ctx.textBaseline = 'middle';
  ctx.fillText(words, x, y, room);
}

function box(ctx, x, y, width, height, radius) {
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, radius);
}

function itemFill(look) {
  if (look.proposal) return c.paper;
  if (!look.held) return c.ghost;
  return look.light ? c['side-fill'] : c['main-fill'];
}

function ring(ctx, left, top, look, colour, width) {
  box(ctx, left - 4, top - 4, look.width + 8, look.height + 8, 10);
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.stroke();
}

function paintItem(ctx, x, y, look, picked) {
  const left = x - look.width / 2, top = y - look.height / 2;
  if (look.seed) ring(ctx, left, top, look, c.ink, 1.5);
  if (picked) ring(ctx, left, top, look, c.pick, 3);
  box(ctx, left, top, look.width, look.height, 6);
  ctx.fillStyle = c.paper;
  ctx.fill();
  ctx.fillStyle = itemFill(look);
  ctx.fill();
  ctx.strokeStyle = look.light ? c.side : c.main;
  ctx.lineWidth = look.light ? 1.5 : 2;
  ctx.setLineDash(look.held ? [] : [5, 4]);
  ctx.stroke();
  ctx.setLineDash([]);
  look.lines.forEach((line, at) => {
    const font = at === 0 ? '600 13px' : at === 1 ? '13px' : '12px';
    write(ctx, say(line), x, top + 13.5 + 16 * at, font, at === 0 || (look.held && at === 1) ? c.ink : c.muted, look.width - 10, 'center');
  });
  if (look.doubts) paintDoubts(ctx, left + look.width, top, look.doubts);
}

function paintDoubts(ctx, x, y, number) {
  ctx.beginPath();
  ctx.arc(x, y, 10, 0, 2 * Math.PI);
  ctx.fillStyle = c.paper;
  ctx.strokeStyle = c.pick;
  ctx.lineWidth = 1;
  ctx.fill();
  ctx.stroke();
  write(ctx, '?' + number, x, y, '600 11px', c.pick, 18, 'center');
}

function paintBar(ctx, x, y, look, picked, id) {
  const closed = standing(id, look) === 'answered';
  const colour = closed ? c.done : c.side;
  const [start, end] = look.span, top = y + 3;
  write(ctx, say(barLabel(id, look)), x - look.width / 2, y - 9, '13px', c.ink, look.width, 'left');
  ctx.fillStyle = closed ? colour : c.paper;
  ctx.fillRect(start, top, end - start, 10);
  ctx.strokeStyle = picked ? c.pick : colour;
  ctx.lineWidth = picked ? 3 : 1.5;
  ctx.beginPath();
  ctx.moveTo(end, top);
  ctx.lineTo(start, top);
  ctx.lineTo(start, top + 10);
  ctx.lineTo(end, top + 10);
  if (closed) ctx.closePath();
  ctx.stroke();
  if (!closed) paintTicks(ctx, start, end, top, colour);
  if (look.mark) paintDeadline(ctx, look.mark, top);
}

function paintTicks(ctx, start, end, top, colour) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (let x = start + 8; x < end; x += 8) {
    ctx.moveTo(x, top + 3);
    ctx.lineTo(x, top + 7);
  }
  ctx.stroke();
}

function paintDeadline(ctx, [first, last], top) {
  ctx.fillStyle = c.ink;
  ctx.globalAlpha *= 0.75;
  ctx.fillRect(first, top - 4, Math.max(3, last - first), 18);
}

function paintWhen(ctx, x, y, look) {
  if (!look.span) return;
  const base = y + look.height / 2 + 8, [first, last] = look.span;
  ctx.fillStyle = ctx.strokeStyle = c.muted;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  if (first === last) {
    ctx.arc(first, base, 3, 0, 2 * Math.PI);
    ctx.fill();
    return;
  }
  ctx.moveTo(first, base - 4); ctx.lineTo(first, base + 4);
  ctx.moveTo(first, base); ctx.lineTo(last, base);
  ctx.moveTo(last, base - 4); ctx.lineTo(last, base + 4);
  ctx.stroke();
}

function renderer({ ctx, id, x, y, state: is }) {
  const look = state.looks.get(id);
  return {
    drawNode() {
      ctx.save();
      if (state.faint.has(id)) ctx.globalAlpha = 0.28;
      if (look.kind === 'bar') paintBar(ctx, x, y, look, is.selected, id);
      else { paintWhen(ctx, x, y, look); paintItem(ctx, x, y, look, is.selected); }
      ctx.restore();
    },
    nodeDimensions: { width: look.width, height: look.height },
  };
}

function asNode(node) {
  return { id: node.id, label: '', shape: 'custom', x: node.x, y: node.y, ctxRenderer: renderer, hidden: unseen(node.id) };
}

function asEdge(edge) {
  const plain = edge.graf.main ? c.main : c.side;
  const colour = { color: plain, highlight: c.pick, hover: plain, inherit: false, opacity: 1 };
  return Object.assign({}, edge, { color: colour, dashes: edge.graf.hollow ? [2, 5] : edge.dashes, hidden: unseen(edge.id) });
}

function paintTick(ctx, tick) {
  ctx.strokeStyle = tick.year ? c.rule : c.faint;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(tick.x, 28);
  ctx.lineTo(tick.x, state.drawing.height);
  ctx.stroke();
}

/* The axis stays in sight while a tall picture is scrolled. */
function paintAxis(ctx) {
  const top = scroll.scrollTop;
  if (top) {
    ctx.fillStyle = c.paper;
    ctx.fillRect(scroll.scrollLeft, top, view.clientWidth, 28);
  }
  state.drawing.ticks.forEach((tick) => {
    write(ctx, say(tick.label), tick.x, top + 16, tick.year ? '600 13px' : '12px', tick.year ? c.ink : c.muted, 60, 'center');
  });
}

function paintGround(ctx) {
  const drawing = state.drawing;
  drawing.stripes.forEach((stripe, index) => {
    ctx.fillStyle = index % 2 ? c.paper : c.band;
    ctx.fillRect(0, stripe.top, drawing.width, stripe.height);
  });
  drawing.ticks.forEach((tick) => paintTick(ctx, tick));
  if (state.day) paintDay(ctx);
}

/* Above the lines, with a rim of paper, so that a line that crosses a name leaves it readable. */
function paintNames(ctx) {
  state.drawing.stripes.forEach((stripe, index) => {
    const x = scroll.scrollLeft + 10, y = stripe.top + 13, room = state.drawing.width - 20, words = say(stripe.label);
    ctx.strokeStyle = index % 2 ? c.paper : c.band;
    ctx.lineWidth = 5;
    ctx.lineJoin = 'round';
    ctx.font = '600 12px ' + FONT;
    ctx.textAlign = 'left';
    ctx.textBaseline = 'middle';
    ctx.strokeText(words, x, y, room);
    write(ctx, words, x, y, '600 12px', c.muted, room, 'left');
  });
  paintAxis(ctx);
}

/* The day of the slider, where the axis reaches it. */
function paintDay(ctx) {
  const axis = state.drawing.axis, share = (days(state.day) - days(axis.first)) / (days(axis.last) - days(axis.first));
  if (share < 0 || share > 1) return;
  const x = axis.left + share * (axis.right - axis.left);
  ctx.strokeStyle = c.pick;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.moveTo(x, 24);
  ctx.lineTo(x, state.drawing.height);
  ctx.stroke();
}

/* The canvas is as large as the part that shows, and stays in place while the picture is scrolled under it:
   one as large as a picture of a thousand cases takes half a second to paint. */
function fitView() {
  view.style.width = Math.min(Math.ceil(state.drawing.width), scroll.clientWidth) + 'px';
  view.style.height = Math.min(Math.ceil(state.drawing.height), scroll.clientHeight) + 'px';
}

function look() {
  const x = scroll.scrollLeft + view.clientWidth / 2, y = scroll.scrollTop + view.clientHeight / 2;
  state.network.moveTo({ position: { x, y }, scale: 1 });
}

function draw() {
  readColours();
  if (state.network) state.network.destroy();
  const drawing = state.drawing = fittingDrawing();
  state.looks = new Map(drawing.nodes.map((node) => [node.id, node.graf]));
  holder.style.width = drawing.width + 'px';
  holder.style.height = drawing.height + 'px';
  fitView();
  const parts = { nodes: new vis.DataSet(drawing.nodes.map(asNode)), edges: new vis.DataSet(drawing.edges.map(asEdge)) };
  const network = state.network = new vis.Network(view, {}, drawing.options);
  holder.querySelectorAll('[tabindex]').forEach((part) => { part.tabIndex = -1; });
  network.on('beforeDrawing', paintGround);
  network.on('afterDrawing', paintNames);
  network.on('click', (event) => choose(event.nodes[0] || event.edges[0]));
  ['hoverNode', 'hoverEdge'].forEach((name) => network.on(name, () => { holder.style.cursor = 'pointer'; }));
  ['blurNode', 'blurEdge'].forEach((name) => network.on(name, () => { holder.style.cursor = ''; }));
  /* The network paints itself three times while it takes its data in; once is enough. */
  network.body.emitter.emit('_blockRedraw');
  network.setData(parts);
  network.body.emitter.emit('_allowRedraw');
  look();
  mark(state.picked);
}

/* The window has another size: another drawing, or more or less of the same one. */
function fitAgain() {
  if (fittingDrawing() !== state.drawing) return draw();
  fitView();
  state.network.redraw();
  look();
}

/* Once with the next frame, however often it is asked for; network.redraw() paints at once, each time. */
function repaintSoon() {
  state.network.body.emitter.emit('_requestRedraw');
}

/* One call, for each of the others paints the whole picture at once; this one asks for the next frame. */
function mark(id) {
  const { nodes, edges } = state.network.body.data, known = (set) => (id && set.get(id) ? [id] : []);
  state.network.setSelection({ nodes: known(nodes), edges: known(edges) }, { highlightEdges: false });
}
