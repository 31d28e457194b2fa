/* The search box over cases: any spelling of a number, or words of a title. */
const box = document.getElementById('search');
const hits = document.getElementById('hits');
const table = document.getElementById('found');
let index = null;

/* A number as its parts: "stk 2016/0796", "796/16" and "STK-2016-796" share all that they name. */
function partsOf(words) {
  return fold(words).match(/\p{L}+|\d+/gu) || [];
}

function bare(part) {
  return part.replace(/^0+(?=\d)/, '');
}

/* A year is known by its last two digits too, as the short one of "145/13". */
function indexed() {
  index = index || data.cases.map((one) => {
    const parts = new Set(partsOf(one[0] + ' ' + one[2]).flatMap((part) => /^(19|20)\d\d$/.test(part) ? [part, "'" + part.slice(2)] : [bare(part)]));
    return { parts, words: fold(one[0] + ' ' + one[1] + ' ' + one[2]) };
  });
  return index;
}

function fits(part, known) {
  if (/^\p{L}/u.test(part)) return known.parts.has(part) || known.words.includes(part);
  return known.parts.has(bare(part)) || (part.length === 2 && known.parts.has("'" + part));
}

/* What names the whole number comes first, then what has the words. */
function findCases(words) {
  const whole = fold(words).split(/\s+/).filter(Boolean), parts = partsOf(words);
  if (!parts.length) return [];
  const named = [], worded = [];
  indexed().forEach((known, at) => {
    if (parts.some((part) => /\d/.test(part)) && parts.every((part) => fits(part, known))) named.push(at);
    else if (whole.every((part) => known.words.includes(part))) worded.push(at);
  });
  return named.concat(worded);
}

function caseRow(at) {
  const [label, title, , held, page] = data.cases[at];
  const row = document.createElement('tr');
  const button = make('button', ui('neighbours'), 'show');
  button.type = 'button';
  button.addEventListener('click', () => walk(at));
  const names = ['case', 'title', 'held', 'relations'].map((name) => ui(name));
  row.append(cellOf({ t: label, h: page, n: '' }, names[0]), cellOf(title || '–', names[1]), cellOf(ui(held ? 'held_yes' : 'held_no_short'), names[2]));
  const last = cellOf('', names[3]);
  last.append(button);
  row.append(last);
  return row;
}

function findAndShow() {
  const found = findCases(box.value);
  table.tBodies[0].replaceChildren(...found.slice(0, SHOWN).map(caseRow));
  table.hidden = !found.length;
  const cap = found.length > SHOWN ? ', ' + ui('search_cap', String(SHOWN)) : '';
  hits.textContent = box.value.trim() ? ui('search_hits', String(found.length), String(data.cases.length)) + cap : '';
}

/* "#find=STK-2016-796" opens the neighbours of a case that has no page of its own. */
function fromAddress() {
  if (!location.hash.startsWith('#find=')) return;
  try { box.value = decodeURIComponent(location.hash.slice(6)); } catch { return; }
  findAndShow();
  const found = findCases(box.value);
  if (found.length) walk(found[0]);
}

function startIndex() {
  const lists = Array.from(document.querySelectorAll('table[data-sheet]'), (one) => new List(one));
  lists.forEach((one) => one.show());
  narrow.addEventListener('change', nameAll);
  box.addEventListener('input', findAndShow);
  box.addEventListener('keydown', (event) => {
    const found = findCases(box.value);
    if (event.key === 'Enter' && found.length) walk(found[0]);
  });
  wireChoice('theme', (theme) => { dress(theme); if (current !== null) shownAround(current); });
  wireChoice('language', (language) => {
    speak(language);
    lists.forEach((one) => one.show());
    findAndShow();
    if (current !== null) shownAround(current);
  });
  window.addEventListener('hashchange', fromAddress);
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { if (current !== null) shownAround(current); });
}

startIndex();
fromAddress();
