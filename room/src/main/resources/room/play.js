/*
 * Tells the table of a replay over again, at a pace: what has not happened yet by the day is hidden.
 * All is on the page already, so nothing is asked for, and without scripts all of it is read at once.
 */
const LONGEST = 2000;
const SECOND = 1000;
const DAY = 86_400_000;

const day = (row) => Date.parse(row.dataset.day);

function setUp(part) {
  const rows = Array.from(document.querySelectorAll('tr[data-day]'));
  const slider = part.querySelector('input[type=range]');
  const play = part.querySelector('button[name=play]');
  const speed = part.querySelector('select');
  const told = part.querySelector('output');
  let waiting = 0;

  function show(count) {
    slider.value = String(count);
    rows.forEach((row, at) => {
      row.hidden = at >= count;
      row.classList.toggle('now', at === count - 1 && count < rows.length);
    });
    const words = count === 0
      ? 'Nothing yet'
      : `${rows[count - 1].dataset.when}: ${rows[count - 1].dataset.what}`;
    told.textContent = words;
    slider.setAttribute('aria-valuetext', words);
  }

  function stop() {
    clearTimeout(waiting);
    waiting = 0;
    play.textContent = 'Play';
  }

  function next() {
    const count = Number(slider.value);
    if (count >= rows.length) {
      stop();
      return;
    }
    show(count + 1);
    const gap = count + 1 < rows.length ? (day(rows[count + 1]) - day(rows[count])) / DAY : 0;
    waiting = setTimeout(next, Math.min(LONGEST, Math.max(50, gap * SECOND / Number(speed.value))));
  }

  play.addEventListener('click', () => {
    if (waiting) {
      stop();
      return;
    }
    if (Number(slider.value) >= rows.length) {
      show(0);
    }
    play.textContent = 'Pause';
    waiting = setTimeout(next, 50);
  });
  slider.addEventListener('input', () => {
    stop();
    show(Number(slider.value));
  });
  slider.max = String(rows.length);
  show(rows.length);
  part.hidden = false;
}

const setUpAll = () => document.querySelectorAll('[data-replay]').forEach(setUp);
setUpAll();
document.addEventListener('chancery:shown', setUpAll);
