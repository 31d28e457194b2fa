/* The panel: the words behind what was chosen, where they stand, how to cite them, and the way to them. */
const panel = document.getElementById('evidence');
const title = document.getElementById('evidence-title');
const body = document.getElementById('evidence-body');
const close = document.getElementById('evidence-close');
const told = document.getElementById('told');

function rowList(rows) {
  const list = make('dl');
  rows.forEach((row) => list.append(make('dt', say(row[0])), make('dd', say(row[1]))));
  return list;
}

function citation(one) {
  return '”' + one.quote.replace(/\s+/g, ' ').trim() + '” ' + say(data.sources[one.document] || one.document) + ', ' + say(one.place) + '.';
}

function quoted(one) {
  const part = make('div', '', 'quoted');
  if (one.head) part.append(make('h3', say(one.head)));
  const block = make('blockquote');
  block.lang = 'sv';
  block.append(one.before, make('mark', one.quote), one.after);
  part.append(block, source(one));
  if (one.note) part.append(make('p', say(one.note), 'quiet'));
  part.append(copier('copy_citation', () => citation(one)));
  return part;
}

function source(one) {
  const line = make('p', ui('source') + ': ', 'quiet');
  line.append(one.document + ', ' + say(one.place));
  if (one.link) {
    const link = make('a', ui('open_source'));
    link.href = one.link;
    line.append(' ', link);
  }
  return line;
}

function copier(name, words) {
  const button = make('button', ui(name), 'small');
  button.type = 'button';
  button.addEventListener('click', () => copy(words(), button));
  return button;
}

/* execCommand works from a file and in a sandboxed frame, where the clipboard of navigator is closed. */
function copy(words, button) {
  const box = make('textarea', words);
  box.setAttribute('aria-label', ui('copy_this'));
  button.after(box);
  box.select();
  let done = false;
  try { done = document.execCommand('copy'); } catch { done = false; }
  told.textContent = ui(done ? 'copied' : 'copy_this');
  if (!done) return;
  box.remove();
  button.textContent = ui('copied');
  button.focus();
}

function address(id) {
  return location.href.split('#')[0] + '#' + encodeURIComponent(id);
}

function permalink(id) {
  const line = make('p', '', 'row');
  const link = make('a', ui('permalink'));
  link.href = '#' + encodeURIComponent(id);
  line.append(link, copier('copy_link', () => address(id)));
  return line;
}

function neighbours(id) {
  const at = data.order.indexOf(id), line = make('p', '', 'row');
  [['previous', data.order[at - 1]], ['next', data.order[at + 1]]].forEach(([name, other]) => {
    if (at < 0 || !other) return;
    const button = make('button', ui(name), 'small');
    button.type = 'button';
    button.addEventListener('click', () => choose(other, state.opener));
    line.append(button);
  });
  return line;
}

function fillPanel(id) {
  const fact = data.facts[id];
  title.textContent = say(fact.title);
  body.replaceChildren(rowList(fact.rows), ...fact.quotes.map(quoted));
  if (fact.more) body.append(make('p', say(fact.more), 'quiet'));
  body.append(permalink(id), neighbours(id));
  close.hidden = false;
}

function press(id) {
  document.querySelectorAll('.show').forEach((button) => {
    button.setAttribute('aria-pressed', String(button.dataset.fact === id));
  });
}

function show(id) {
  if (!id || !Object.hasOwn(data.facts, id)) return false;
  state.picked = id;
  fillPanel(id);
  panel.scrollTop = 0;
  press(id);
  mark(id);
  return true;
}

function middle(id) {
  const at = (name) => state.drawing.nodes.find((node) => node.id === name);
  const edge = state.drawing.edges.find((one) => one.id === id);
  const ends = edge ? [at(edge.from), at(edge.to)] : [at(id)];
  const mean = (side) => ends.reduce((sum, node) => sum + node[side], 0) / ends.length;
  return ends.every(Boolean) ? { x: mean('x'), y: mean('y') } : null;
}

/* Brings what was chosen outside the picture into the part of the picture that shows. */
function reveal(id) {
  const at = middle(id);
  if (!at) return;
  const { scrollLeft: left, scrollTop: top, clientWidth: wide, clientHeight: high } = scroll;
  if (at.x < left + 60 || at.x > left + wide - 60) scroll.scrollLeft = at.x - wide / 2;
  if (at.y < top + 60 || at.y > top + high - 60) scroll.scrollTop = at.y - high / 2;
}

function choose(id, opener) {
  if (!show(id)) return;
  reveal(id);
  state.opener = opener || null;
  title.focus({ preventScroll: true });
  const top = panel.getBoundingClientRect().top;
  if (top < 0 || top > window.innerHeight - 200) panel.scrollIntoView({ block: 'nearest', behavior: 'auto' });
}

function emptyPanel() {
  title.textContent = ui('evidence');
  body.replaceChildren(make('p', ui('evidence_hint'), 'quiet'));
  close.hidden = true;
}

function dismiss() {
  state.picked = null;
  emptyPanel();
  press(null);
  mark(null);
  (state.opener || scroll).focus();
}

function wirePanel() {
  document.querySelectorAll('.show').forEach((button) => {
    button.addEventListener('click', () => choose(button.dataset.fact, button));
  });
  close.addEventListener('click', dismiss);
  panel.addEventListener('keydown', (event) => { if (event.key === 'Escape') dismiss(); });
}
