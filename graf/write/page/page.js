'use strict';
/* Draws one of the drawings in #graf-data with vis-network and shows the words behind its parts.
   All text of documents reaches the page through textContent or fillText, never as markup. */
(function () {
  const data = JSON.parse(document.getElementById('graf-data').textContent);
  const scroll = document.getElementById('scroll');
  const holder = document.getElementById('picture');
  const panel = document.getElementById('evidence');
  const title = document.getElementById('evidence-title');
  const body = document.getElementById('evidence-body');
  const close = document.getElementById('evidence-close');
  const FONT = '"Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", system-ui, sans-serif';
  const state = { network: null, drawing: null, colours: {}, picked: null, opener: null };

  // --- the picture ---

  function readColours() {
    const style = getComputedStyle(document.documentElement);
    const names = ['paper', 'band', 'ink', 'muted', 'rule', 'faint', 'main', 'main-fill', 'side', 'side-fill', 'ghost', 'pick', 'done'];
    names.forEach((name) => { state.colours[name] = style.getPropertyValue('--' + name).trim(); });
  }

  function fittingDrawing() {
    const room = scroll.parentElement.clientWidth - 2;
    const fitting = data.drawings.filter((one) => one.width <= room);
    return fitting.length ? fitting[fitting.length - 1] : data.drawings[0];
  }

  function roundedBox(ctx, x, y, width, height, radius) {
    ctx.beginPath();
    ctx.roundRect(x, y, width, height, radius);
  }

  function write(ctx, text, x, y, font, colour, room, align) {
    ctx.font = font + ' ' + FONT;
    ctx.fillStyle = colour;
    ctx.textAlign = align;
    ctx.textBaseline = 'middle';
    ctx.fillText(text, x, y, room);
  }

  function itemFill(look) {
    const c = state.colours;
    if (look.proposal) return c.paper;
    if (!look.held) return c.ghost;
    return look.light ? c['side-fill'] : c['main-fill'];
  }

  function paintItem(ctx, x, y, look, label, picked) {
    const c = state.colours;
    const left = x - look.width / 2, top = y - look.height / 2;
    if (look.seed) ring(ctx, left, top, look, 4, c.ink, 1.5);
    if (picked) ring(ctx, left, top, look, 4, c.pick, 3);
    roundedBox(ctx, left, top, look.width, look.height, 6);
    ctx.fillStyle = c.paper;
    ctx.fill();
    ctx.fillStyle = itemFill(look);
    ctx.fill();
    ctx.strokeStyle = look.light ? c.side : c.main;
    ctx.lineWidth = look.light ? 1.5 : 2;
    ctx.setLineDash(look.held ? [] : [5, 4]);
    ctx.stroke();
    ctx.setLineDash([]);
    const room = look.width - 10;
    write(ctx, label, x, look.word ? y - 8.5 : y, '600 13px', c.ink, room, 'center');
    if (look.word) write(ctx, look.word, x, y + 9.5, '13px', look.held ? c.ink : c.muted, room, 'center');
  }

  function ring(ctx, left, top, look, out, colour, width) {
    roundedBox(ctx, left - out, top - out, look.width + 2 * out, look.height + 2 * out, 6 + out);
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.stroke();
  }

  function paintBar(ctx, x, y, look, label, picked) {
    const c = state.colours;
    const colour = look.closed ? c.done : c.side;
    const top = y + 2, height = 9;
    write(ctx, label, x - look.width / 2, y - 8, '13px', c.ink, look.width, 'left');
    ctx.fillStyle = look.closed ? colour : c.paper;
    ctx.fillRect(look.span[0], top, look.span[1] - look.span[0], height);
    ctx.strokeStyle = picked ? c.pick : colour;
    ctx.lineWidth = picked ? 3 : 1.5;
    barOutline(ctx, look, top, height);
  }

  function barOutline(ctx, look, top, height) {
    const start = look.span[0], end = look.span[1];
    ctx.beginPath();
    ctx.moveTo(end, top);
    ctx.lineTo(start, top);
    ctx.lineTo(start, top + height);
    ctx.lineTo(end, top + height);
    if (look.closed) ctx.closePath();
    ctx.stroke();
  }

  function renderer(node) {
    const paint = node.graf.kind === 'bar' ? paintBar : paintItem;
    return ({ ctx, x, y, state: is }) => ({
      drawNode() {
        ctx.save();
        paint(ctx, x, y, node.graf, node.label, is.selected);
        ctx.restore();
      },
      nodeDimensions: { width: node.graf.width, height: node.graf.height },
    });
  }

  function asNode(node) {
    return Object.assign({}, node, { ctxRenderer: renderer(node) });
  }

  function asEdge(edge) {
    const c = state.colours;
    const plain = edge.graf.main ? c.main : c.side;
    const colour = { color: plain, highlight: c.pick, hover: plain, inherit: false, opacity: 1 };
    return Object.assign({}, edge, { color: colour, dashes: edge.graf.hollow ? [2, 5] : edge.dashes });
  }

  function paintStripe(ctx, stripe, index) {
    const c = state.colours;
    ctx.fillStyle = index % 2 ? c.paper : c.band;
    ctx.fillRect(0, stripe.top, state.drawing.width, stripe.height);
  }

  function paintTick(ctx, tick) {
    const c = state.colours;
    ctx.strokeStyle = tick.year ? c.rule : c.faint;
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(tick.x, 28);
    ctx.lineTo(tick.x, state.drawing.height);
    ctx.stroke();
    write(ctx, tick.label, tick.x, 16, tick.year ? '600 13px' : '12px', tick.year ? c.ink : c.muted, 60, 'center');
  }

  function paintSpan(ctx, node) {
    if (node.graf.kind !== 'item' || !node.graf.span) return;
    ctx.fillStyle = state.colours.muted;
    ctx.fillRect(node.graf.span[0], node.y + node.graf.height / 2 + 6, node.graf.span[1] - node.graf.span[0], 3);
  }

  function paintGround(ctx) {
    const drawing = state.drawing;
    drawing.stripes.forEach((stripe, index) => paintStripe(ctx, stripe, index));
    drawing.ticks.forEach((tick) => paintTick(ctx, tick));
    drawing.nodes.forEach((node) => paintSpan(ctx, node));
  }

  /* Above the lines, with a rim of paper, so that a line that crosses a name leaves it readable. */
  function paintNames(ctx) {
    const c = state.colours;
    state.drawing.stripes.forEach((stripe, index) => {
      const x = scroll.scrollLeft + 10, y = stripe.top + 13, room = state.drawing.width - 20;
      ctx.strokeStyle = index % 2 ? c.paper : c.band;
      ctx.lineWidth = 5;
      ctx.lineJoin = 'round';
      ctx.font = '600 12px ' + FONT;
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      ctx.strokeText(stripe.label, x, y, room);
      write(ctx, stripe.label, x, y, '600 12px', c.muted, room, 'left');
    });
  }

  function draw() {
    readColours();
    if (state.network) state.network.destroy();
    const drawing = state.drawing = fittingDrawing();
    holder.style.width = drawing.width + 'px';
    holder.style.height = drawing.height + 'px';
    const parts = { nodes: new vis.DataSet(drawing.nodes.map(asNode)), edges: new vis.DataSet(drawing.edges.map(asEdge)) };
    const network = state.network = new vis.Network(holder, parts, drawing.options);
    holder.querySelectorAll('[tabindex]').forEach((part) => { part.tabIndex = -1; });
    network.on('beforeDrawing', paintGround);
    network.on('afterDrawing', paintNames);
    network.on('click', (event) => choose(event.nodes[0] || event.edges[0]));
    ['hoverNode', 'hoverEdge'].forEach((name) => network.on(name, () => { holder.style.cursor = 'pointer'; }));
    ['blurNode', 'blurEdge'].forEach((name) => network.on(name, () => { holder.style.cursor = ''; }));
    network.moveTo({ position: { x: drawing.width / 2, y: drawing.height / 2 }, scale: 1 });
    mark(state.picked);
    network.redraw();
  }

  function mark(id) {
    const network = state.network;
    network.unselectAll();
    if (id && network.body.data.nodes.get(id)) network.selectNodes([id], false);
    if (id && network.body.data.edges.get(id)) network.selectEdges([id]);
  }

  // --- the evidence panel ---

  function make(tag, text, name) {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    if (name) element.className = name;
    return element;
  }

  function rowList(rows) {
    const list = make('dl');
    rows.forEach((row) => list.append(make('dt', row[0]), make('dd', row[1])));
    return list;
  }

  function quoted(one) {
    const part = make('div', '', 'quoted');
    if (one.head) part.append(make('h3', one.head));
    const block = make('blockquote');
    block.append(one.before, make('mark', one.quote), one.after);
    part.append(block, source(one));
    if (one.note) part.append(make('p', one.note, 'quiet'));
    return part;
  }

  function source(one) {
    const line = make('p', data.ui.source + ': ', 'quiet');
    const place = make(one.link ? 'a' : 'span', one.place);
    if (one.link) place.href = one.link;
    line.append(place);
    return line;
  }

  function permalink(id) {
    const line = make('p', '', 'quiet');
    const link = make('a', data.ui.permalink);
    link.href = '#' + encodeURIComponent(id);
    line.append(link);
    return line;
  }

  function fill(id, fact) {
    title.textContent = fact.title;
    body.replaceChildren(rowList(fact.rows), ...fact.quotes.map(quoted));
    if (fact.more) body.append(make('p', fact.more, 'quiet'));
    body.append(permalink(id));
    close.hidden = false;
    panel.scrollTop = 0;
  }

  function press(id) {
    document.querySelectorAll('.show').forEach((button) => {
      button.setAttribute('aria-pressed', String(button.dataset.fact === id));
    });
  }

  function show(id) {
    if (!id || !Object.hasOwn(data.facts, id)) return false;
    state.picked = id;
    fill(id, data.facts[id]);
    press(id);
    mark(id);
    return true;
  }

  function middle(id) {
    const at = (name) => state.drawing.nodes.find((node) => node.id === name);
    const edge = state.drawing.edges.find((one) => one.id === id);
    const ends = edge ? [at(edge.from), at(edge.to)] : [at(id)];
    return ends.every(Boolean) ? ends.reduce((sum, node) => sum + node.x, 0) / ends.length : null;
  }

  /* Brings what was chosen outside the picture into the part of the picture that shows. */
  function reveal(id) {
    const x = middle(id);
    const hidden = x !== null && (x < scroll.scrollLeft + 60 || x > scroll.scrollLeft + scroll.clientWidth - 60);
    if (hidden) scroll.scrollLeft = x - scroll.clientWidth / 2;
  }

  function choose(id, opener) {
    if (!show(id)) return;
    reveal(id);
    state.opener = opener || null;
    title.focus({ preventScroll: true });
    const top = panel.getBoundingClientRect().top;
    if (top < 0 || top > window.innerHeight - 200) panel.scrollIntoView({ block: 'nearest', behavior: 'auto' });
  }

  function dismiss() {
    state.picked = null;
    title.textContent = data.ui.evidence;
    body.replaceChildren(make('p', data.ui.evidence_hint, 'quiet'));
    close.hidden = true;
    press(null);
    mark(null);
    (state.opener || scroll).focus();
  }

  // --- the table ---

  function filterRows(box) {
    const rows = Array.from(document.querySelectorAll('#filtered tbody tr'));
    const parts = box.value.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean);
    rows.forEach((row) => {
      const text = row.textContent.toLocaleLowerCase('sv');
      row.hidden = !parts.every((part) => text.includes(part));
    });
    const left = rows.filter((row) => !row.hidden).length;
    document.getElementById('hits').textContent = data.ui.search_hits.replace('{}', left).replace('{}', rows.length);
  }

  function wireSearch(box) {
    box.addEventListener('input', () => filterRows(box));
    box.addEventListener('keydown', (event) => {
      const first = document.querySelector('#filtered tbody tr:not([hidden]) .show');
      if (event.key === 'Enter' && first) choose(first.dataset.fact, box);
    });
  }

  function fromAddress() {
    choose(decodeURIComponent(location.hash.slice(1)));
  }

  function forPrint(on) {
    document.documentElement.classList.toggle('print', on);
    if (on) document.querySelectorAll('details').forEach((part) => { part.open = true; });
    draw();
  }

  function start() {
    draw();
    document.querySelectorAll('.show').forEach((button) => {
      button.addEventListener('click', () => choose(button.dataset.fact, button));
    });
    close.addEventListener('click', dismiss);
    panel.addEventListener('keydown', (event) => { if (event.key === 'Escape') dismiss(); });
    scroll.addEventListener('scroll', () => state.network.redraw());
    window.addEventListener('resize', () => { if (fittingDrawing() !== state.drawing) draw(); });
    window.addEventListener('hashchange', fromAddress);
    window.addEventListener('beforeprint', () => forPrint(true));
    window.addEventListener('afterprint', () => forPrint(false));
    window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
    const box = document.getElementById('search');
    if (box) wireSearch(box);
    show(data.start);
    reveal(data.look || data.start);
    if (location.hash) fromAddress();
    window.graf = state;
  }

  start();
})();
