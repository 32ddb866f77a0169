/**
 * Typing. The browser says what it is about to do, we do it to the text ourselves: so the blocks stay as they are
 * meant to be in every engine, and undo is ours. Only an input method (composition) writes into the page by itself;
 * what it wrote is read back.
 */
import { difference } from './changes.js';
import { textOf } from './html.js';

/** @typedef {import('./lines.js').Lines} Lines */
/** @typedef {import('./changes.js').Span} Span */
/** @typedef {import('./changes.js').Change} Change */

/**
 * @typedef {object} Typing
 * @property {(span: Span, text: string, kind: string) => void} replace put `text` in the place of `span`
 * @property {(change: Change) => void} adopt the page already shows this change
 * @property {() => void} undo
 * @property {() => void} redo
 * @property {(text: string, replacesAll: boolean) => void} paste
 */

/** @param {Lines} lines @param {Typing} typing */
export function listen(lines, typing) {
  const { root } = lines;
  // Firefox before 136 knows no plaintext-only; the handlers below make `true` behave the same.
  root.contentEditable = 'true';
  try { root.contentEditable = 'plaintext-only'; } catch { /* stays `true` */ }
  let composing = false;

  root.addEventListener('compositionstart', () => { composing = true; });
  root.addEventListener('compositionend', () => { composing = false; readBack(); });
  root.addEventListener('input', () => readBack());

  root.addEventListener('beforeinput', (event) => {
    const type = event.inputType;
    if (composing || event.isComposing || type === 'insertCompositionText') return;
    if (type === 'historyUndo' || type === 'historyRedo') {
      event.preventDefault();
      if (type === 'historyUndo') typing.undo(); else typing.redo();
      return;
    }
    const text = inserted(event);
    if (text === null) {
      if (type.startsWith('format')) event.preventDefault();
      return;
    }
    const span = target(event, type, text);
    if (!span) return;
    event.preventDefault();
    if (span.start < span.end || text) typing.replace(span, text, 'type');
  });

  root.addEventListener('paste', (event) => {
    const data = event.clipboardData, text = data?.getData('text/plain') || textOf(data?.getData('text/html') ?? '');
    event.preventDefault();
    if (!text) return;
    const span = selection(lines) ?? { start: 0, end: 0 };
    typing.paste(text, span.start === 0 && span.end === lines.text.length);
  });

  // Copied text is the text: blocks would put an empty line between paragraphs.
  for (const name of /** @type {const} */ (['copy', 'cut'])) {
    root.addEventListener(name, (event) => {
      const span = selection(lines);
      if (!span || span.start === span.end || !event.clipboardData) return;
      event.clipboardData.setData('text/plain', lines.text.slice(span.start, span.end));
      event.preventDefault();
      if (name === 'cut') typing.replace(span, '', 'cut');
    });
  }
  // Words dragged inside the article would leave and arrive in two steps that engines order differently.
  root.addEventListener('dragstart', (event) => event.preventDefault());

  /** @param {InputEvent} event what it puts in; '' when it only removes, null when it does neither */
  function inserted(event) {
    const type = event.inputType;
    if (type === 'insertParagraph' || type === 'insertLineBreak') return '\n';
    if (type.startsWith('insert')) return event.data ?? event.dataTransfer?.getData('text/plain') ?? null;
    return type.startsWith('delete') ? '' : null;
  }

  /** @param {InputEvent} event @param {string} type @param {string} text */
  function target(event, type, text) {
    const range = event.getTargetRanges()[0];
    const span = range
      ? ordered(lines.offset(range.startContainer, range.startOffset), lines.offset(range.endContainer, range.endOffset))
      : selection(lines);
    if (!span || text || span.start < span.end) return span;
    // At the edge of a block some engines name no range: what is meant is the line end.
    if (type.endsWith('Backward') && span.start > 0) return { start: span.start - 1, end: span.start };
    if (type.endsWith('Forward') && span.end < lines.text.length) return { start: span.end, end: span.end + 1 };
    return span;
  }

  /** Takes over what the browser wrote by itself. */
  function readBack() {
    const { blocks, text } = lines;
    const at = lines.indexOf(document.getSelection()?.anchorNode ?? null);
    const same = at >= 0 && root.querySelectorAll('p').length === blocks.length && blocks.every((block) => root.contains(block))
      && [...root.childNodes].every((node) => node instanceof HTMLElement && /^(P|DIV)$/u.test(node.tagName));
    if (same) {
      const start = lines.starts()[at], line = written(blocks[at]);
      if (!line.includes('\n')) {
        const change = difference(text.slice(start, lines.endOf(at)), line, start);
        if (!change) return;
        lines.adopt(at, line);
        typing.adopt(change);
        return;
      }
    }
    if (composing) return; // the blocks are put in order when the input method is done
    const change = difference(text, whole());
    if (change) typing.replace({ start: change.start, end: change.start + change.removed.length }, change.inserted, 'type');
    // The browser left blocks of its own behind: show the text afresh.
    const caret = change ? change.start + change.inserted.length : selection(lines)?.end ?? 0;
    lines.show(lines.text);
    select(lines, { start: caret, end: caret });
  }

  function whole() {
    /** @type {string[]} */ const out = [];
    for (const child of root.childNodes) {
      const nodes = child instanceof Element && child.className === 'chunk' ? child.childNodes : [child];
      for (const node of nodes) out.push(node instanceof HTMLBRElement ? '' : written(node));
    }
    return out.join('\n');
  }
}

/** The text of a block as the browser left it; a lone break is an empty line. @param {Node} block */
function written(block) {
  if (block instanceof Text) return block.data;
  let out = '';
  const nodes = [...block.childNodes];
  nodes.forEach((node, i) => {
    if (!(node instanceof HTMLBRElement)) out += written(node);
    else if (i < nodes.length - 1) out += '\n';
  });
  return out;
}

/** @param {number} a @param {number} b */
function ordered(a, b) {
  if (a < 0 || b < 0) return null;
  return a <= b ? { start: a, end: b } : { start: b, end: a };
}

/** What is selected in the article. @param {Lines} lines @returns {Span | null} */
export function selection(lines) {
  const chosen = document.getSelection();
  if (!chosen?.anchorNode || !chosen.focusNode || !lines.root.contains(chosen.anchorNode)) return null;
  return ordered(lines.offset(chosen.anchorNode, chosen.anchorOffset), lines.offset(chosen.focusNode, chosen.focusOffset));
}

/** @param {Lines} lines @param {Span} span */
export function select(lines, { start, end }) {
  document.getSelection()?.setBaseAndExtent(...lines.place(start), ...lines.place(end));
}
