/*
 * Sliders over the points at which an answer changes. Moving one asks for the page as of that point
 * and puts it in the place of what is shown, so that every state has its address still.
 */
let asked = 0;

function addressed(name, value) {
  const address = new URL(location.href);
  address.searchParams.delete('cursor');
  if (value) {
    address.searchParams.set(name, value);
  } else {
    address.searchParams.delete(name);
  }
  return address;
}

async function show(address, slider) {
  asked += 1;
  const turn = asked;
  const answer = await fetch(address, { headers: { Accept: 'text/html' } }).catch(() => null);
  const text = answer === null ? '' : await answer.text();
  if (turn !== asked) {
    return;
  }
  const page = new DOMParser().parseFromString(text, 'text/html');
  const parts = ['.times', 'main', '.foot'].map((part) => page.querySelector(part));
  if (parts.includes(null)) {
    location.assign(address);
    return;
  }
  history.replaceState(null, '', address);
  document.title = page.title;
  ['.times', 'main', '.foot'].forEach((part, at) => {
    document.querySelector(part).replaceWith(document.adoptNode(parts[at]));
  });
  document.dispatchEvent(new Event('chancery:shown'));
  document.getElementById(slider)?.focus();
}

function setUp(part) {
  const stops = Array.from(part.querySelectorAll('option'), (option) => ({
    value: option.dataset.value,
    words: option.label,
  }));
  const slider = part.querySelector('input');
  const output = part.querySelector('output');
  const tell = () => {
    output.textContent = stops[slider.value].words;
    slider.setAttribute('aria-valuetext', stops[slider.value].words);
  };
  slider.addEventListener('input', tell);
  slider.addEventListener('change', () => {
    show(addressed(part.dataset.scrub, stops[slider.value].value), slider.id);
  });
  tell();
  part.hidden = false;
}

const setUpAll = () => document.querySelectorAll('[data-scrub]').forEach(setUp);
setUpAll();
document.addEventListener('chancery:shown', setUpAll);
