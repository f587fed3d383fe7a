// Puts in place how far an import has come, until it is over. Without scripts, the page reloads.
const PAUSE = 700;

async function look() {
  const answer = await fetch(location.pathname, { headers: { Accept: 'text/html' } });
  if (!answer.ok) {
    return true;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const now = page.querySelector('#import');
  if (now === null) {
    return true;
  }
  document.querySelector('#import').replaceWith(document.adoptNode(now));
  return now.dataset.over === 'yes';
}

async function watch() {
  if (!(await look().catch(() => false))) {
    setTimeout(watch, PAUSE);
  }
}

setTimeout(watch, PAUSE);
