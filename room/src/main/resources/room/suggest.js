/* Names for the search boxes, while they are being typed; without it, words are searched as ever. */
const PATIENCE = 150;
const LONGEST = 100;

function setUp(box, number) {
  const names = document.createElement('datalist');
  names.id = `names-${number}`;
  box.after(names);
  box.setAttribute('list', names.id);
  let waiting = 0;
  let last = '';

  async function suggest() {
    const typed = box.value.trim();
    const asks = typed !== last && typed.length <= LONGEST && /[\p{L}\p{N}]/u.test(typed);
    if (!asks || typed.includes('"') || typed.split(/\s+/).length > 8) {
      return;
    }
    last = typed;
    const parameters = new URLSearchParams({ q: typed });
    for (const name of ['on', 'knownAt']) {
      const point = box.form.elements[name]?.value;
      if (point) {
        parameters.set(name, point);
      }
    }
    const answer = await fetch(`/api/search/suggest?${parameters}`).catch(() => null);
    if (answer?.ok && last === typed) {
      names.replaceChildren(...(await answer.json()).items.map((item) => {
        const option = document.createElement('option');
        option.value = item.name;
        return option;
      }));
    }
  }

  box.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(suggest, PATIENCE);
  });
}

document.querySelectorAll('input[type=search][name=q]').forEach(setUp);
