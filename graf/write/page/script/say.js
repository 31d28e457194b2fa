/* Says phrases in the chosen language: a string is itself, a list is a phrase with what goes into it, {d: [...]} is a date.
   The same rules as graf/write/picture/words.py. */
const data = JSON.parse(document.getElementById('graf-data').textContent);
const root = document.documentElement;
let texts = data.texts[root.lang];

function text(key) {
  return Object.hasOwn(texts, key) ? texts[key] : key.slice(key.indexOf('.') + 1);
}

function fill(pattern, parts) {
  let at = 0;
  return pattern.replace(/\{\}/g, () => parts[at++]);
}

function ui(name, ...parts) {
  return fill(text('ui.' + name), parts);
}

function say(said) {
  if (said === null || said === undefined) return text('ui.undated');
  if (typeof said === 'string') return said;
  if (said.d) return when(said.d, 'month.');
  const [key, ...parts] = said;
  if (key === 'join') return parts.slice(1).map(say).join(parts[0]);
  if (key === 'short') return when(parts[0].d, 'month_short.');
  return fill(text(key), parts.map(say));
}

function when([edtf, first, last], months) {
  if (first === last) return sayDay(first, months);
  const [year, month, day] = first.split('-'), [lastYear, lastMonth] = last.split('-');
  const season = 'season.' + edtf.slice(5);
  if (edtf.length === 7 && edtf.startsWith(year) && Object.hasOwn(texts, season)) return fill(texts[season], [year]);
  if (year === lastYear && first.endsWith('-01-01') && last.endsWith('-12-31')) return String(Number(year));
  if (year === lastYear && month === lastMonth && day === '01' && endsMonth(last)) return text(months + Number(month)) + ' ' + Number(year);
  return sayDay(first, months) + ' – ' + sayDay(last, months);
}

function endsMonth(iso) {
  const [year, month, day] = iso.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).getUTCDate() === day;
}

function sayDay(iso, months) {
  const [year, month, day] = iso.split('-').map(Number);
  return day + ' ' + text(months + month) + ' ' + year;
}

// --- language and theme, kept for the next page where the browser allows it ---

function remembered(name) {
  try { return localStorage.getItem('graf-' + name); } catch { return null; }
}

function remember(name, value) {
  try { localStorage.setItem('graf-' + name, value); } catch { /* a sandboxed frame has no memory */ }
}

function speak(language) {
  root.lang = language;
  texts = data.texts[language];
  document.querySelectorAll('[data-t]').forEach((part) => { part.textContent = say(JSON.parse(part.dataset.t)); });
  ['aria-label', 'placeholder'].forEach((name) => document.querySelectorAll('[data-t-' + name + ']').forEach((part) => {
    part.setAttribute(name, say(JSON.parse(part.getAttribute('data-t-' + name))));
  }));
  nameAll();
  document.title = document.querySelector('h1').textContent;
}

/* On a narrow screen each cell says the name of its column. */
const narrow = window.matchMedia('(max-width: 620px)');

function nameAll() {
  if (narrow.matches) document.querySelectorAll('table').forEach(nameCells);
}

function nameCells(table) {
  const heads = Array.from(table.tHead ? table.tHead.rows[0].cells : [], (cell) => cell.textContent);
  Array.from(table.tBodies).forEach((body) => Array.from(body.rows).forEach((row) => {
    Array.from(row.cells).forEach((cell, at) => { cell.dataset.name = heads[at] || ''; });
  }));
}

function wireChoice(name, apply) {
  const box = document.getElementById(name);
  const kept = remembered(name);
  const choose = (value) => { box.value = value; apply(value); };
  if (kept && Array.from(box.options).some((one) => one.value === kept) && kept !== box.value) choose(kept);
  box.addEventListener('change', () => { remember(name, box.value); apply(box.value); });
}

function dress(theme) {
  if (theme === 'auto') delete root.dataset.theme; else root.dataset.theme = theme;
}

// --- elements: all text of documents goes in as text, never as markup ---

function make(tag, words, name) {
  const element = document.createElement(tag);
  if (words) element.textContent = words;
  if (name) element.className = name;
  return element;
}

function fold(words) {
  return words.toLocaleLowerCase('sv').normalize('NFC');
}
