/* What of the picture and the tables shows: search, filters, and the day that is looked at. */
const search = document.getElementById('search');
const hits = document.getElementById('hits');
const slider = document.getElementById('day');
const sliderTold = document.getElementById('day-told');
const filters = document.getElementById('filters');
let hidden = new Set();

function days(iso) {
  return Math.round(Date.parse(iso + 'T00:00:00Z') / 86400000);
}

function isoDay(number) {
  return new Date(number * 86400000).toISOString().slice(0, 10);
}

function unseen(id) {
  return hidden.has(id);
}

/* The state of an assignment on the day that is looked at. */
function standing(id, look) {
  const course = data.facets[id] && data.facets[id].course;
  if (!course || !state.day) return look.state;
  return course.filter((turn) => turn[0] <= state.day).map((turn) => turn[1]).pop() || course[0][1];
}

function barLabel(id, look) {
  return JSON.parse(JSON.stringify(look.label), (_, value) => value === 'state.' + look.state ? 'state.' + standing(id, look) : value);
}

function chosen(name) {
  const boxes = filters ? Array.from(filters.querySelectorAll('input[name="' + name + '"]')) : [];
  return boxes.every((box) => box.checked) ? null : new Set(boxes.filter((box) => box.checked).map((box) => box.value));
}

function limit(name) {
  const box = filters && filters.querySelector('[name="' + name + '"]');
  return box && box.value ? box.value : null;
}

function passes(facet, wish) {
  if (state.day && facet.first && facet.first > state.day) return false;
  if (wish.relation && facet.relation && !wish.relation.has(facet.relation)) return false;
  if (wish.status && facet.status && !wish.status.has(facet.status)) return false;
  if (wish.sure && facet.confidence !== undefined && facet.confidence * 100 < Number(wish.sure)) return false;
  if (wish.body && facet.kind !== 'line' && !(facet.bodies.length ? facet.bodies : ['']).some((one) => wish.body.has(one))) return false;
  if (wish.from && facet.last && facet.last.slice(0, 4) < wish.from) return false;
  return !(wish.to && facet.first && facet.first.slice(0, 4) > wish.to);
}

function wishes() {
  return { relation: chosen('relation'), status: chosen('status'), body: chosen('body'), sure: limit('sure'), from: limit('from'), to: limit('to') };
}

/* A line goes with its ends; a branch goes with the last of its lines. */
function hide() {
  const wish = wishes(), facets = Object.entries(data.facets);
  hidden = new Set(facets.filter(([, facet]) => !passes(facet, wish)).map(([id]) => id));
  const lines = facets.filter(([, facet]) => facet.kind === 'line');
  lines.forEach(([id, facet]) => { if (facet.ends.some((end) => hidden.has(end))) hidden.add(id); });
  facets.filter(([, facet]) => facet.kind === 'branch').forEach(([id]) => {
    const own = lines.filter(([, facet]) => facet.ends.includes(id));
    if (own.length && own.every(([line]) => hidden.has(line))) hidden.add(id);
  });
}

/* All that can be read of a thing: its panel, in the language chosen. */
function wordsOf(fact) {
  const quotes = fact.quotes.flatMap((one) => [one.head ? say(one.head) : '', one.quote, one.document]);
  return fold([say(fact.title), ...fact.rows.map((row) => say(row[1])), ...quotes].join(' '));
}

function matches() {
  const parts = fold(search.value).split(/\s+/).filter(Boolean);
  if (!parts.length) return null;
  return new Set(Object.entries(data.facts).filter(([, fact]) => {
    const words = wordsOf(fact), bare = words.replace(/[^\p{L}\p{N}]/gu, '');
    return parts.every((part) => words.includes(part) || (/\d/.test(part) && bare.includes(part.replace(/[^\p{L}\p{N}]/gu, ''))));
  }).map(([id]) => id));
}

function refresh() {
  hide();
  const found = matches(), parts = Object.keys(data.facts).filter((id) => !hidden.has(id));
  state.faint = new Set(found ? parts.filter((id) => !found.has(id)) : []);
  document.querySelectorAll('tr[data-id]').forEach((row) => {
    row.hidden = row.dataset.id.split(' ').every((id) => hidden.has(id) || state.faint.has(id));
  });
  document.querySelectorAll('.state[data-task]').forEach(tellState);
  const left = parts.filter((id) => !state.faint.has(id)).length;
  const narrowed = found || hidden.size;
  hits.textContent = narrowed ? ui('hits', String(left), String(Object.keys(data.facts).length)) : '';
  if (state.network) repaint();
}

function tellState(part) {
  const id = part.dataset.task, now = standing(id, { state: part.dataset.state });
  part.textContent = text('state.' + now);
  part.className = 'state state-' + now;
}

function repaint() {
  const { nodes, edges } = state.network.body.data;
  nodes.update(state.drawing.nodes.map((node) => ({ id: node.id, hidden: hidden.has(node.id) })));
  edges.update(state.drawing.edges.map((edge) => ({ id: edge.id, hidden: hidden.has(edge.id) || state.faint.has(edge.id) })));
  repaintSoon();
}

function tellDay() {
  const last = slider.value === slider.max;
  state.day = last ? null : isoDay(Number(slider.value));
  const words = say({ d: Array(3).fill(state.day || data.as_of) });
  sliderTold.textContent = words;
  slider.setAttribute('aria-valuetext', words);
}

function firstHit() {
  const found = matches();
  return found && data.order.concat(Object.keys(data.facts)).find((id) => found.has(id) && !hidden.has(id));
}

function wireChoices() {
  search.addEventListener('input', refresh);
  search.addEventListener('keydown', (event) => { if (event.key === 'Enter') choose(firstHit(), search); });
  if (slider) {
    slider.addEventListener('input', () => { tellDay(); refresh(); });
    tellDay();
  }
  if (!filters) return;
  filters.addEventListener('input', refresh);
  filters.addEventListener('submit', (event) => event.preventDefault());
  filters.addEventListener('reset', () => { slider.value = slider.max; search.value = ''; setTimeout(() => { tellDay(); refresh(); }); });
}
