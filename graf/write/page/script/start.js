/* Puts the page to work. */
function fromAddress() {
  let id = '';
  try { id = decodeURIComponent(location.hash.slice(1)); } catch { /* no name of anything here */ }
  choose(id);
}

function forPrint(on) {
  document.querySelectorAll('details').forEach((part) => { if (on && !part.closest('form')) part.open = true; });
}

function inLanguage(language) {
  speak(language);
  if (state.picked) fillPanel(state.picked); else emptyPanel();
  if (slider) tellDay();
  refresh();
}

function start() {
  wireChoice('theme', (theme) => { dress(theme); if (state.network) draw(); });
  draw();
  wirePanel();
  wireChoices();
  scroll.addEventListener('scroll', look);
  window.addEventListener('resize', fitAgain);
  window.addEventListener('hashchange', fromAddress);
  window.addEventListener('beforeprint', () => forPrint(true));
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  narrow.addEventListener('change', nameAll);
  nameAll();
  show(data.start);
  reveal(data.look || data.start);
  wireChoice('language', inLanguage);
  if (location.hash) fromAddress();
  window.graf = Object.assign(state, { say });
}

start();
performance.mark('graf');
