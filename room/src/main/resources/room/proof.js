/* The form on an entry's page by which its proof is checked in the browser (seal.js). */
import { asked, check, Fault, toBase64 } from './seal.js';

const HASH = 32;
const KEPT = 'chancery.proof';

const memory = {
  read() {
    try {
      return JSON.parse(localStorage.getItem(KEPT));
    } catch {
      return null;
    }
  },
  write(kept) {
    try {
      if (kept) {
        localStorage.setItem(KEPT, JSON.stringify(kept));
      } else {
        localStorage.removeItem(KEPT);
      }
    } catch {
      // a browser that keeps nothing checks all the same
    }
  },
};

function paragraph(style, ...texts) {
  const made = document.createElement('p');
  made.className = style;
  made.append(...texts);
  return made;
}

function strong(text) {
  const made = document.createElement('strong');
  made.textContent = text;
  return made;
}

function shown(tree, page, named) {
  const witnessed = tree.witnessed.length > 0;
  return [
    paragraph('holds', strong('Verified. '),
      `Entry ${page.position} stands, at its place and as it is shown here, in the tree of`
        + ` ${tree.size} entries that the holder of the key of ${tree.signer} signed.`),
    paragraph('',
      'Not shown by that: that what it says is true; that no later entry corrects it; that it was'
        + ' recorded when the ledger’s clock says; ',
      witnessed
        ? `that others are shown the same tree, but for what ${tree.witnessed.join(' and ')} saw.`
        : 'that the ledger shows everybody the same tree, for no witness’s key was given.'),
    ...(named
      ? [paragraph('warning',
        'The key is the one that this ledger itself named. So this shows that its parts fit'
          + ' together, not who signed them: compare the key with one that you have from somebody'
          + ' else.')]
      : []),
  ];
}

/** Whether this browser can check at all; else why not. */
async function hindrance() {
  if (!window.isSecureContext || !crypto.subtle) {
    return 'browsers lend their cryptography only to pages over HTTPS or from this machine';
  }
  try {
    await crypto.subtle.importKey('raw', new Uint8Array(HASH), 'Ed25519', false, ['verify']);
    return '';
  } catch {
    return 'it does not know Ed25519, by which checkpoints are signed';
  }
}

async function setUp(part) {
  const page = {
    position: Number(part.dataset.position),
    json: document.getElementById('as-recorded').textContent,
  };
  const form = part.querySelector('form');
  const outcome = part.querySelector('[role=status]');
  const { vkey, keep, ask } = form.elements;
  let named = false;
  const hindered = await hindrance();
  part.hidden = false;
  if (hindered) {
    form.hidden = true;
    outcome.append(paragraph('warning',
      strong('This browser cannot check it here: '), `${hindered}. Verify.java, below, can.`));
    return;
  }
  const kept = memory.read();
  vkey.value = kept?.keys ?? '';
  keep.checked = kept !== null;
  vkey.addEventListener('input', () => { named = false; });
  keep.addEventListener('change', () => { if (!keep.checked) memory.write(null); });

  async function attempt(work) {
    form.querySelectorAll('button').forEach((button) => { button.disabled = true; });
    try {
      await work();
    } catch (failure) {
      outcome.append(failure instanceof Fault
        ? paragraph('fails', strong('Not verified. '),
          'What is shown here was not proved to be what was sealed.')
        : paragraph('warning', strong('Could not be checked: '), `${failure.message}.`));
    }
    form.querySelectorAll('button').forEach((button) => { button.disabled = false; });
  }

  ask.addEventListener('click', () => attempt(async () => {
    outcome.replaceChildren();
    const told = await (await asked('/api/proofs/keys')).json();
    const signing = told.keys.filter((key) => key.state === 'signing');
    vkey.value = signing.map((key) => key.vkey).join('\n');
    named = true;
    outcome.append(paragraph('',
      'The ledger named its own key. Compare it with one from somebody else.'));
  }));

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    attempt(async () => {
      outcome.replaceChildren();
      const steps = document.createElement('ol');
      outcome.append(steps);
      const tell = (name, holds, words) => {
        const step = document.createElement('li');
        step.className = holds ? 'holds' : 'fails';
        step.append(strong(`${name} ${holds ? 'holds' : 'fails'}. `), words);
        steps.append(step);
      };
      const keys = vkey.value.trim();
      const before = memory.read();
      const mine = before?.keys === keys ? before : null;
      const tree = await check(page, keys, mine, tell);
      outcome.append(...shown(tree, page, named || (mine?.named ?? false)));
      if (keep.checked) {
        const newer = !mine || tree.size >= mine.size;
        memory.write({
          keys,
          named: named || (mine?.named ?? false),
          size: newer ? tree.size : mine.size,
          root: newer ? toBase64(tree.root) : mine.root,
        });
      }
    });
  });
}

document.querySelectorAll('[data-proof]').forEach(setUp);
