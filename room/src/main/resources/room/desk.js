// Adds to the lists of suggestions the names that begin as what is typed. Whatever is sent stays an id.
const PAUSE = 150;
const LEAST = 2;

async function suggest(input, list) {
  const typed = input.value.trim();
  const answer = await fetch(`/api/search/suggest?q=${encodeURIComponent(typed)}`, {
    headers: { Accept: 'application/json' },
  });
  if (!answer.ok || input.value.trim() !== typed) {
    return;
  }
  const kind = list.id.replace('picks-', '');
  const known = new Set([...list.options].map((option) => option.value));
  for (const { name, address, kind: its } of (await answer.json()).items) {
    const id = decodeURIComponent(address.split('/').pop());
    if (its === kind && !known.has(id)) {
      list.append(new Option(name, id));
    }
  }
}

for (const input of document.querySelectorAll('form.filling input[list]')) {
  let waiting;
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    if (input.value.trim().length >= LEAST) {
      waiting = setTimeout(() => suggest(input, input.list).catch(() => {}), PAUSE);
    }
  });
}
