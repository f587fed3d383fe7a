/*
 * Checks an entry's proof by nothing but the keys that are given. The forms of leaf, content, path
 * and note are those of docs/PROOFS.md. Nothing is compared that was not made here.
 */
const HASH = 32;
const LOG = 1;
const WITNESS = 4;
const LEAF =
  'command,content,id,leaf,name,ordinal,position,recordedAt,recordedBy,revision,subject,version';
const OF_LEAF =
  ['command', 'id', 'name', 'position', 'recordedBy', 'revision', 'subject', 'version'];
const OF_CONTENT = [
  'authority', 'causation', 'commandId', 'correlation', 'payload', 'rationale', 'sources'];

/** Something is not as it was sealed, or cannot be shown to be. */
export class Fault extends Error {}

/** The check cannot be made. */
export class Unable extends Error {}

// ---- bytes

const utf8 = (text) => new TextEncoder().encode(text);
const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
export const toBase64 = (bytes) => btoa(String.fromCharCode(...bytes));
const same = (some, others) => hex(some) === hex(others);

function fromBase64(text) {
  const form = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
  const bytes = form.test(text) ? atob(text) : '';
  return Uint8Array.from(bytes, (letter) => letter.charCodeAt(0));
}

async function sha256(...parts) {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', await new Blob(parts).arrayBuffer()));
}

const node = (left, right) => sha256(Uint8Array.of(1), left, right);

// ---- keys and notes: c2sp.org/signed-note, tlog-checkpoint, tlog-cosignature

async function parseKey(vkey) {
  const [, name, id, encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(vkey) ?? [];
  const typed = fromBase64(encoded ?? '');
  if (typed.length !== 1 + HASH || ![LOG, WITNESS].includes(typed[0])) {
    throw new Unable(`“${vkey}” is not a verifier key: NAME+ID+KEY, as the log publishes it`);
  }
  if (hex((await sha256(utf8(`${name}\n`), typed)).slice(0, 4)) !== id) {
    throw new Unable(`the id in “${vkey}” is not that of its key: a letter of it is wrong`);
  }
  const key = await crypto.subtle.importKey('raw', typed.slice(1), 'Ed25519', false, ['verify']);
  return { name, id, type: typed[0], key };
}

async function parseKeys(text) {
  const keys = await Promise.all(text.split(/\s+/).filter((each) => each).map(parseKey));
  const log = keys.filter((key) => key.type === LOG);
  if (log.length === 0) {
    throw new Unable('a verifier key of the log is needed');
  } else if (log.some((key) => key.name !== log[0].name)) {
    throw new Unable('the keys are of several logs');
  }
  return { log, witnesses: keys.filter((key) => key.type === WITNESS) };
}

function parseNote(note) {
  const blank = note.lastIndexOf('\n\n');
  if (blank < 0 || !note.endsWith('\n')) {
    throw new Fault('the checkpoint is not a signed note');
  }
  const signatures = note.slice(blank + 2).split('\n').slice(0, -1);
  return { text: note.slice(0, blank + 1), signatures };
}

/** When the key signed, in seconds; 0 where it does not tell; null where it did not, or falsely. */
async function signedBy(key, note) {
  const times = [];
  for (const [dash, name, encoded] of note.signatures.map((line) => line.split(' '))) {
    const bytes = fromBase64(encoded ?? '');
    if (dash === '—' && name === key.name && hex(bytes.slice(0, 4)) === key.id) {
      times.push(await verified(key, bytes.slice(4), note.text));
    }
  }
  return times.length === 0 || times.includes(null) ? null : times[0];
}

async function verified(key, bytes, text) {
  const timed = key.type === WITNESS ? 8 : 0;
  if (bytes.length !== timed + 2 * HASH) {
    return null;
  }
  const time = timed ? Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0)) : 0;
  const message = timed ? `cosignature/v1\ntime ${time}\n${text}` : text;
  const signature = bytes.slice(timed);
  return (await crypto.subtle.verify('Ed25519', key.key, signature, utf8(message))) ? time : null;
}

// ---- the tree: RFC 9162, 2.1.3.2 and 2.1.4.2

const half = (place) => Math.floor(place / 2);
const odd = (place) => place % 2 === 1;

async function rootOf(leaf, index, size, path) {
  let [place, last, root] = [index, size - 1, leaf];
  for (const hash of path) {
    if (last === 0) {
      return null;
    }
    if (odd(place) || place === last) {
      root = await node(hash, root);
      while (!odd(place) && place !== 0) {
        [place, last] = [half(place), half(last)];
      }
    } else {
      root = await node(root, hash);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 ? root : null;
}

async function isBeginning(before, after, hashes) {
  if (before.size === after.size) {
    return hashes.length === 0 && same(before.root, after.root);
  }
  let [place, last] = [before.size - 1, after.size - 1];
  while (odd(place)) {
    [place, last] = [half(place), half(last)];
  }
  const full = 2 ** Math.round(Math.log2(before.size)) === before.size;
  const path = full ? [before.root, ...hashes] : hashes;
  let [first, second] = [path[0] ?? new Uint8Array(), path[0] ?? new Uint8Array()];
  for (const hash of path.slice(1)) {
    if (last === 0) {
      return false;
    }
    if (odd(place) || place === last) {
      [first, second] = [await node(hash, first), await node(hash, second)];
      while (!odd(place) && place !== 0) {
        [place, last] = [half(place), half(last)];
      }
    } else {
      second = await node(second, hash);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && same(first, before.root) && same(second, after.root);
}

// ---- what the ledger is asked for

export async function asked(path) {
  const headers = { Accept: 'application/json, text/plain;q=0.9' };
  const answer = await fetch(path, { cache: 'no-store', headers });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Unable(`the ledger does not answer ${path}: ${problem.detail ?? answer.status}`);
  }
  return answer;
}

/** Read in the one spelling that is hashed (RFC 8785), so that nothing can hide in another. */
function canonical(text, what) {
  try {
    const read = JSON.parse(text);
    if (JSON.stringify(read) === text) {
      return read;
    }
  } catch {
    // told below
  }
  throw new Fault(`the ${what} is not written in the form that is sealed`);
}

/** A tlog-proof (c2sp.org/tlog-proof), the very file that may be saved. */
function parseProof(text) {
  const form = /^c2sp\.org\/tlog-proof@v1\nindex (\d{1,15})\n((?:\S+\n)*)\n([^]*)$/;
  const [, index, path, note] = form.exec(text) ?? [];
  if (note === undefined) {
    throw new Fault('the proof is not of the form of a tlog-proof');
  }
  return { index: Number(index), path: path.split('\n').slice(0, -1).map(fromBase64), note };
}

function parseCheckpoint(text) {
  const [origin, size, root] = text.split('\n');
  if (!/^(?:0|[1-9]\d{0,14})$/.test(size ?? '') || fromBase64(root ?? '').length !== HASH) {
    throw new Fault('the checkpoint names no size and root');
  }
  return { origin, size: Number(size), root: fromBase64(root) };
}

const alike = (one, other) => sorted(one) === sorted(other);

function sorted(value) {
  return JSON.stringify(value, (_, each) =>
    each && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.keys(each).sort().map((name) => [name, each[name]]))
      : each);
}

const instant = (text) => text.replace(/\.?0*Z$/, 'Z');

// ---- the steps, each of which says what it found, or fails

async function contentStep(asSealed, leaf) {
  if (asSealed.salt === null) {
    return 'The content was erased; its salted hash in the leaf is all that is left of it.';
  }
  const salt = Uint8Array.from(asSealed.salt.match(/../g) ?? [], (digits) => parseInt(digits, 16));
  if (hex(await sha256(salt, utf8(asSealed.content))) !== leaf.content) {
    throw new Fault(
      'The content is not the one that was sealed: its salted hash is not the one in the leaf.');
  }
  return `Its content with its salt has the SHA-256 that stands in the leaf, ${leaf.content}.`;
}

function pageStep(asSealed, leaf, entry, page) {
  const held = { ...leaf, recordedAt: instant(leaf.recordedAt), subject: `/api/${leaf.subject}` };
  const differs = OF_LEAF.filter((field) => held[field] !== entry[field]);
  if (held.recordedAt !== instant(entry.recordedAt)) {
    differs.push('recordedAt');
  }
  if (asSealed.salt !== null) {
    const content = canonical(asSealed.content, 'content');
    const [payload, sources] = [JSON.parse(content.payload), JSON.parse(content.sources)];
    const sealed = { ...content, payload, sources };
    differs.push(
      ...OF_CONTENT.filter((field) => !alike(sealed[field] ?? null, entry[field] ?? null)));
    if (!alike(payload, JSON.parse(page.json))) {
      differs.push('what stands on this page as recorded');
    }
  }
  if (leaf.position !== page.position || differs.length > 0) {
    throw new Fault(
      `What is shown is not what was sealed: it differs in ${differs.join(', ') || 'position'}.`);
  }
  return 'What the ledger answers, and this page shows as recorded, is what was sealed.';
}

async function pathStep(asSealed, proof, checkpoint, page) {
  const leaf = await sha256(Uint8Array.of(0), utf8(asSealed.leaf));
  const root = await rootOf(leaf, proof.index, checkpoint.size, proof.path);
  if (proof.index !== page.position - 1 || root === null || !same(root, checkpoint.root)) {
    throw new Fault(
      'The path does not lead from the leaf to the root of the checkpoint: the leaf, or a hash of'
        + ' the path, is not that of the tree.');
  }
  return `The leaf has the hash ${hex(leaf)}; ${proof.path.length} further hashes lead from it,`
    + ` number ${page.position} of ${checkpoint.size}, to the root ${toBase64(root)}.`;
}

async function noteStep(note, checkpoint, keys) {
  for (const key of keys.log) {
    if (checkpoint.origin === key.name && (await signedBy(key, note)) !== null) {
      return `The checkpoint of ${checkpoint.size} entries with this root is signed by the key`
        + ` ${key.name}+${key.id}.`;
    }
  }
  const all = keys.log.map((key) => `${key.name}+${key.id}`).join(' or ');
  throw new Fault(`The checkpoint is not signed by ${all}.`);
}

async function witnessStep(note, keys) {
  const told = [];
  for (const key of keys.witnesses) {
    const time = await signedBy(key, note);
    if (time === null) {
      throw new Fault(`The checkpoint is not cosigned by the witness ${key.name}.`);
    }
    told.push(`The witness ${key.name} cosigned it at ${new Date(time * 1000).toISOString()}.`);
  }
  return told.join(' ');
}

async function pastStep(checkpoint, kept) {
  const before = { size: kept.size, root: fromBase64(kept.root) };
  const [from, to] = before.size <= checkpoint.size ? [before, checkpoint] : [checkpoint, before];
  const path = `/api/proofs/consistency?from=${from.size}&to=${to.size}`;
  const told = await (await asked(path)).json();
  if (!(await isBeginning(from, to, told.hashes.map(fromBase64)))) {
    throw new Fault(
      `The ledger showed another history before: the tree of ${kept.size} entries that is kept`
        + ' here is not of this one.');
  }
  return `The tree of ${kept.size} entries that was kept here is of the same history: nothing in`
    + ' it was changed or left out.';
}

/**
 * Takes the steps in turn, and tells each as it is taken: its name, whether it holds, and in words.
 * Gives the checkpoint that was signed; fails with a Fault where a step does not hold.
 *
 * page: the position and the payload's JSON that are shown. keyText: verifier keys. kept: size and
 * root of a checkpoint that was verified before, or null.
 */
export async function check(page, keyText, kept, tell) {
  const keys = await parseKeys(keyText);
  const [entry, asSealed, file] = await Promise.all([
    asked(`/api/entries/${page.position}`).then((answer) => answer.json()),
    asked(`/api/entries/${page.position}/leaf`).then((answer) => answer.json()),
    asked(`/api/entries/${page.position}/proof`).then((answer) => answer.text()),
  ]);
  let [leaf, proof, note, checkpoint] = [];
  const steps = [
    ['Form', async () => {
      leaf = canonical(asSealed.leaf, 'leaf');
      proof = parseProof(file);
      note = parseNote(proof.note);
      checkpoint = parseCheckpoint(note.text);
      if (Object.keys(leaf).join() !== LEAF) {
        throw new Fault('The leaf has not the members that a leaf has.');
      }
      return 'Leaf, path and checkpoint are of the form that is documented.';
    }],
    ['Content', () => contentStep(asSealed, leaf)],
    ['This page', () => pageStep(asSealed, leaf, entry, page)],
    ['Path', () => pathStep(asSealed, proof, checkpoint, page)],
    ['Signature', () => noteStep(note, checkpoint, keys)],
    ...(keys.witnesses.length ? [['Witness', () => witnessStep(note, keys)]] : []),
    ...(kept?.size ? [['Since before', () => pastStep(checkpoint, kept)]] : []),
  ];
  for (const [name, step] of steps) {
    try {
      tell(name, true, await step());
    } catch (failure) {
      if (failure instanceof Fault) {
        tell(name, false, failure.message);
      }
      throw failure;
    }
  }
  const witnessed = keys.witnesses.map((key) => key.name);
  return { ...checkpoint, witnessed, signer: keys.log[0].name };
}
