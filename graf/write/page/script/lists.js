/* Lists that are sorted, searched and shown fifty rows at a time. */
const SHOWN = 50;

function saidOf(cell) {
  if (typeof cell === 'number') return String(cell);
  if (cell && Object.hasOwn(cell, 't')) return say(cell.t) + ' ' + say(cell.n);
  return say(cell);
}

/* What a cell is sorted by: a number, a day, or its words. */
function rank(cell) {
  if (typeof cell === 'number') return cell;
  if (cell && cell.d) return cell.d[1];
  const words = saidOf(cell);
  return words === '–' ? '' : words;
}

function compare(one, other) {
  const [a, b] = [rank(one), rank(other)];
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'sv', { numeric: true });
}

function cellOf(cell, name) {
  const made = document.createElement('td');
  made.dataset.name = name;
  if (cell && Object.hasOwn(cell, 't')) fillLinked(made, cell);
  else made.textContent = saidOf(cell);
  if (typeof cell === 'number') made.className = 'number';
  return made;
}

function fillLinked(made, cell) {
  const words = say(cell.t);
  if (cell.h) {
    const link = make('a', words);
    link.href = cell.h;
    made.append(link);
  } else made.append(words);
  if (say(cell.n)) made.append(make('p', say(cell.n), 'quiet'));
}

class List {
  constructor(table) {
    this.table = table;
    this.rows = data.sheets[table.dataset.sheet];
    this.bar = document.querySelector('.bar[data-sheet="' + table.dataset.sheet + '"]');
    this.box = this.bar.querySelector('input');
    this.order = null;
    this.from = 0;
    this.bar.hidden = this.rows.length < 6;
    this.box.addEventListener('input', () => { this.from = 0; this.show(); });
    this.bar.querySelectorAll('[data-turn]').forEach((button) => button.addEventListener('click', () => {
      this.from += SHOWN * Number(button.dataset.turn);
      this.show();
    }));
    Array.from(table.tHead.rows[0].cells).forEach((cell, column) => this.sortable(cell, column));
  }

  sortable(cell, column) {
    const button = make('button', '', 'sort');
    button.type = 'button';
    button.append(...cell.childNodes);
    cell.append(button);
    button.addEventListener('click', () => this.sort(column));
  }

  sort(column) {
    const down = this.order && this.order.column === column && !this.order.down;
    this.order = { column, down };
    this.rows = this.rows.slice().sort((a, b) => (down ? -1 : 1) * compare(a[column], b[column]));
    Array.from(this.table.tHead.rows[0].cells).forEach((cell, at) => {
      if (at === column) cell.setAttribute('aria-sort', down ? 'descending' : 'ascending'); else cell.removeAttribute('aria-sort');
    });
    this.from = 0;
    this.show();
  }

  show() {
    const parts = fold(this.box.value).split(/\s+/).filter(Boolean);
    const found = parts.length ? this.rows.filter((row) => {
      const words = fold(row.map(saidOf).join(' '));
      return parts.every((part) => words.includes(part));
    }) : this.rows;
    this.from = Math.max(0, Math.min(this.from, Math.floor(Math.max(0, found.length - 1) / SHOWN) * SHOWN));
    const names = Array.from(this.table.tHead.rows[0].cells, (cell) => cell.textContent);
    const made = found.slice(this.from, this.from + SHOWN).map((row) => {
      const line = document.createElement('tr');
      line.append(...row.map((cell, at) => cellOf(cell, names[at])));
      return line;
    });
    this.table.tBodies[0].replaceChildren(...made);
    const last = Math.min(this.from + SHOWN, found.length);
    this.bar.querySelector('output').textContent = ui('rows_of', String(found.length ? this.from + 1 : 0), String(last), String(found.length));
    this.bar.querySelector('[data-turn="-1"]').disabled = this.from === 0;
    this.bar.querySelector('[data-turn="1"]').disabled = last >= found.length;
  }
}
