/**
 * The story being worked on: its text, the decisions taken about it, and everything that led there. All changes of
 * either go through here, so all of them can be taken back.
 */
import { createHistory } from './history.js';
import { invert } from './changes.js';
import { createLines } from './lines.js';
import { covered, scroller } from './dom.js';
import { listen, select, selection } from './input.js';

/** @typedef {import('./changes.js').Change} Change */
/** @typedef {import('./changes.js').Span} Span */

/**
 * @typedef {object} Decisions
 * @property {string} lang of the text: `auto`, `mr`, `hi`, `en`
 * @property {readonly string[]} rulesOff codes
 * @property {readonly ReturnType<typeof import('../ignore.js').ignored>[]} ignored findings that stay as they are
 * @property {readonly (readonly string[])[]} accepted spellings that are all fine, one list a name
 * @property {string | null} original the text that this one is a translation of
 * @property {string | null} received the text as it came, for comparing; null while it is being written here
 */

/** @type {Decisions} */
const FRESH = { lang: 'auto', rulesOff: [], ignored: [], accepted: [], original: null, received: null };

/**
 * @param {HTMLElement} root
 * @param {{ changed: (changes: Change[], typed: boolean) => void, decided: () => void }} hear
 */
export function createStory(root, hear) {
  const lines = createLines(root);
  const history = createHistory();
  /** @type {Decisions} */ let decisions = FRESH;
  /** How lines end in the file that the text came from; given back on export. */
  let lineEnd = '\n';
  let touched = false;

  /**
   * @param {Change[]} changes @param {Partial<Decisions> | null} patch
   * @param {{ kind: string, caret?: number | null, shown?: boolean }} how `caret`: where it goes, null to leave it
   */
  function step(changes, patch, { kind, caret = null, shown = false }) {
    const before = decisions;
    if (patch) decisions = { ...decisions, ...patch };
    // The first text on an empty desk is where things begin, not something done.
    if (kind !== 'load' || history.canUndo || lines.text) history.push({ changes, before, after: decisions, caret: selection(lines)?.end ?? -1, kind, time: Date.now() });
    touched ||= kind !== 'load';
    settle(changes, before, caret, kind, shown);
  }

  /** @param {Change[]} changes @param {Decisions} before @param {number | null} caret @param {string} kind @param {boolean} [shown] */
  function settle(changes, before, caret, kind, shown = false) {
    if (changes.length && !shown) lines.apply(changes);
    if (caret !== null && caret >= 0 && document.activeElement === root) select(lines, { start: caret, end: caret });
    root.classList.toggle('vacant', !lines.text);
    if (changes.length) hear.changed(changes, kind === 'type');
    else if (before !== decisions) hear.decided();
  }

  const story = {
    root, lines,
    get text() { return lines.text; },
    get decisions() { return decisions; },
    /** Whether leaving the page would lose somebody's work. */
    get touched() { return touched && lines.text !== ''; },
    get canUndo() { return history.canUndo; },
    get canRedo() { return history.canRedo; },
    /** The text as it goes out: with the line ends that it came with. */
    get outgoing() { return lineEnd === '\n' ? lines.text : lines.text.replaceAll('\n', lineEnd); },
    caret: () => selection(lines),

    /** @param {Change[]} changes @param {string} [kind] */
    mend(changes, kind = 'fix') {
      // Words written here become «before» when the first of them is mended.
      const patch = decisions.received === null && kind === 'fix' ? { received: lines.text } : null;
      step(changes, patch, { kind });
    },

    /** @param {Partial<Decisions>} patch */
    decide(patch) { step([], patch, { kind: 'decision' }); },

    /** A whole new text, from a file, a sample or nothing. @param {string} raw @param {Partial<Decisions>} [patch] */
    open(raw, patch = {}) {
      const { text, end } = unified(raw);
      lineEnd = end;
      const fresh = { ...FRESH, rulesOff: decisions.rulesOff, accepted: decisions.accepted, ...patch };
      step([{ start: 0, removed: lines.text, inserted: text }], { ...fresh, received: text || null }, { kind: 'load', caret: 0 });
      touched = false;
    },

    undo() {
      const last = history.undo();
      if (!last) return;
      const before = decisions, changes = invert(last.changes);
      decisions = last.before;
      settle(changes, before, last.caret, 'back');
    },
    redo() {
      const next = history.redo();
      if (!next) return;
      const before = decisions, end = next.changes.at(-1);
      decisions = next.after;
      settle(next.changes, before, end ? end.start + end.inserted.length : null, 'again');
    },
  };

  listen(lines, {
    replace({ start, end }, inserted, kind) {
      const change = { start, removed: lines.text.slice(start, end), inserted };
      step([change], null, { kind, caret: start + inserted.length });
      reveal();
    },
    adopt(change) { step([change], null, { kind: 'type', shown: true }); },
    paste(raw, all) {
      const { text, end } = unified(raw);
      const { start, end: stop } = selection(lines) ?? { start: lines.text.length, end: lines.text.length };
      if (all) lineEnd = end;
      const change = { start, removed: lines.text.slice(start, stop), inserted: text };
      step([change], all ? { received: text } : null, { kind: 'paste', caret: start + text.length });
      reveal();
    },
    undo: () => story.undo(),
    redo: () => story.redo(),
  });
  root.classList.add('vacant');

  /** Our own edits do not make the browser scroll to the caret. */
  function reveal() {
    const focus = document.getSelection()?.focusNode;
    const element = focus instanceof Element ? focus : focus?.parentElement;
    const range = document.getSelection()?.rangeCount ? document.getSelection()?.getRangeAt(0) : null;
    const box = range?.getClientRects()[0] ?? element?.getBoundingClientRect();
    if (!box || !element) return;
    const view = scroller(root), frame = view.getBoundingClientRect();
    const bottom = Math.min(frame.bottom, innerHeight - covered()), top = Math.max(frame.top, 0);
    if (box.bottom > bottom - 24) view.scrollBy(0, box.bottom - bottom + 72);
    else if (box.top < top) view.scrollBy(0, box.top - top - 72);
  }

  return story;
}
/** @typedef {ReturnType<typeof createStory>} Story */

/** One kind of line end inside; a text that mixes them keeps its own. @param {string} raw */
function unified(raw) {
  const both = raw.split('\r\n').length - 1, feeds = raw.split('\n').length - 1, returns = raw.split('\r').length - 1;
  if (both && both === feeds && both === returns) return { text: raw.replaceAll('\r\n', '\n'), end: '\r\n' };
  if (returns && !feeds) return { text: raw.replaceAll('\r', '\n'), end: '\r' };
  return { text: raw, end: '\n' };
}
