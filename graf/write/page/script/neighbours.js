/* The neighbourhood of one case, drawn with vis-network: what it bears on to the left, what bears on it to the right.
   Never the whole graph: of many neighbours the picture shows the first, the lists beside it show all. */
const FONT = '"Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", system-ui, sans-serif';
const MOST = 12, ROW = 52, WIDE = 170, HIGH = 38;
const around = document.getElementById('around');
const holder = document.getElementById('picture');
let edgesOf = null, drawn = null, current = null;

function indexEdges() {
  edgesOf = new Map();
  data.edges.forEach(([from, relation, to]) => [from, to].forEach((end) => {
    if (!edgesOf.has(end)) edgesOf.set(end, []);
    edgesOf.get(end).push([from, relation, to]);
  }));
}

/* The neighbours on one side, each once with all that joins it, in order of time. */
function side(place, outward) {
  const found = new Map();
  (edgesOf.get(place) || []).forEach(([from, relation, to]) => {
    if ((from === place) !== outward) return;
    const other = outward ? to : from;
    found.set(other, [...(found.get(other) || []), text((outward ? 'relation.' : 'inverse.') + relation)]);
  });
  const day = (other) => (data.cases[other][5] || { d: ['', ''] }).d[1] || '9';
  return Array.from(found).sort(([a], [b]) => day(a).localeCompare(day(b)) || a - b);
}

function shownAround(place) {
  if (!edgesOf) indexEdges();
  current = place;
  const sides = [side(place, true), side(place, false)];
  const total = sides[0].length + sides[1].length, cut = sides.map((one) => one.slice(0, MOST));
  document.getElementById('around-title').textContent = ui('around', data.cases[place][0]);
  document.getElementById('around-told').textContent = data.cases[place][1] + (total ? ' ' + ui('showing', String(cut[0].length + cut[1].length), String(total)) + '.' : ' ' + ui('relations_none') + '.');
  ['earlier', 'later'].forEach((name, at) => document.getElementById(name).replaceChildren(...sides[at].map(neighbour)));
  around.hidden = false;
  drawAround(place, cut);
}

function neighbour([other, relations]) {
  const line = document.createElement('li'), [label, title, , , page] = data.cases[other];
  const button = make('button', label, 'show');
  button.type = 'button';
  button.addEventListener('click', () => walk(other));
  line.append(button, relations.join(', ') + (title ? ' · ' + title : ''));
  if (page) {
    const link = make('a', ui('open_thread'));
    link.href = page;
    line.append(' ', link);
  }
  return line;
}

function walk(place) {
  shownAround(place);
  document.getElementById('around-title').focus({ preventScroll: true });
  around.scrollIntoView({ block: 'nearest' });
}

function colour(name) {
  return getComputedStyle(root).getPropertyValue('--' + name).trim();
}

function paintCase({ ctx, x, y, id }) {
  const [label, , , held, , when] = data.cases[id];
  return {
    drawNode() {
      ctx.save();
      ctx.beginPath();
      ctx.roundRect(x - WIDE / 2, y - HIGH / 2, WIDE, HIGH, 6);
      ctx.fillStyle = colour(held ? 'main-fill' : 'ghost');
      ctx.strokeStyle = colour('main');
      ctx.lineWidth = id === current ? 3 : 1.5;
      ctx.setLineDash(held ? [] : [5, 4]);
      ctx.fill();
      ctx.stroke();
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      ctx.fillStyle = colour('ink');
      ctx.font = '600 13px ' + FONT;
      ctx.fillText(label, x, when ? y - 8 : y, WIDE - 10);
      ctx.font = '12px ' + FONT;
      if (when) ctx.fillText(say(['short', when]), x, y + 9, WIDE - 10);
      ctx.restore();
    },
    nodeDimensions: { width: WIDE, height: HIGH },
  };
}

function drawAround(place, sides) {
  if (drawn) drawn.destroy();
  const width = Math.max(680, Math.min(holder.parentElement.parentElement.clientWidth - 4, 900));
  const height = Math.max(2, sides[0].length, sides[1].length) * ROW + 24;
  holder.style.width = width + 'px';
  holder.style.height = height + 'px';
  const node = (id, x, at, of) => ({ id, x, y: (height / (of + 1)) * (at + 1), shape: 'custom', ctxRenderer: paintCase, label: '' });
  const nodes = [node(place, width / 2, 0, 1)], edges = [], seen = new Set([place]);
  sides.forEach((found, at) => found.forEach(([other], row) => {
    if (!seen.has(other)) nodes.push(node(other, at ? width - WIDE / 2 - 10 : WIDE / 2 + 10, row, found.length));
    seen.add(other);
    edges.push(at ? { from: place, to: other } : { from: other, to: place });
  }));
  const options = { autoResize: false, physics: false, interaction: { dragNodes: false, dragView: false, zoomView: false }, nodes: { fixed: true }, edges: { smooth: false, arrows: 'to', color: colour('main') } };
  drawn = new vis.Network(holder, { nodes: new vis.DataSet(nodes), edges: new vis.DataSet(edges) }, options);
  holder.querySelectorAll('[tabindex]').forEach((part) => { part.tabIndex = -1; });
  drawn.on('click', (event) => { if (event.nodes.length && event.nodes[0] !== current) walk(event.nodes[0]); });
  drawn.moveTo({ position: { x: width / 2, y: height / 2 }, scale: 1 });
}
