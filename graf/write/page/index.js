'use strict';
/* The search box over cases; rows are built with textContent alone. */
(function () {
  const data = JSON.parse(document.getElementById('graf-data').textContent);
  const box = document.getElementById('search');
  const hits = document.getElementById('hits');
  const table = document.getElementById('found');
  const rows = table.tBodies[0];
  const MOST = 50;
  const folded = data.cases.map((one) => one.slice(0, 3).join(' ').toLocaleLowerCase('sv'));

  function cell(content, name) {
    const made = document.createElement('td');
    made.dataset.name = name;
    made.append(content);
    return made;
  }

  function label(one) {
    if (!one[4]) return one[0];
    const link = document.createElement('a');
    link.href = one[4];
    link.textContent = one[0];
    return link;
  }

  function row(one) {
    const made = document.createElement('tr');
    const held = one[3] ? data.ui.held_yes : data.ui.held_no_short;
    made.append(cell(label(one), data.ui.case), cell(one[1] || '–', data.ui.title), cell(held, data.ui.held));
    return made;
  }

  function search() {
    const parts = box.value.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean);
    const found = parts.length ? data.cases.filter((one, at) => parts.every((part) => folded[at].includes(part))) : [];
    rows.replaceChildren(...found.slice(0, MOST).map(row));
    table.hidden = !found.length;
    const count = data.ui.search_hits.replace('{}', found.length).replace('{}', data.cases.length);
    const cap = found.length > MOST ? ', ' + data.ui.search_cap.replace('{}', MOST) : '';
    hits.textContent = parts.length ? count + cap : '';
  }

  box.addEventListener('input', search);
})();
