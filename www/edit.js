/** Changing words where the host lets people write: each fix one step that the host's own undo takes back. */

/** @typedef {import('./anchor.js').Anchored} Anchored */
/** @typedef {{ start: number, end: number, text: string }} Edit */

/**
 * One edit that does the same as all of them: from the first to the last, the words between put in again.
 * @param {readonly Edit[]} edits in order, not overlapping
 * @param {string} text what they are to be made in
 * @returns {Edit}
 */
export function joined(edits, text) {
  let words = '';
  let at = edits[0].start;
  for (const edit of edits) {
    words += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return { start: edits[0].start, end: at, text: words };
}

/**
 * @param {HTMLTextAreaElement | HTMLInputElement} field
 * @param {readonly Edit[]} edits
 */
export function editField(field, edits) {
  const { start, end, text } = joined(edits, field.value);
  const caret = field.selectionStart ?? 0;
  keepingFocus(field, () => {
    field.setSelectionRange(start, end);
    if (!insert(text)) {
      field.setRangeText(text, start, end, 'end');
      field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertReplacementText', data: text }));
    }
    const moved = caret <= start ? caret : Math.max(start + text.length, caret + text.length - (end - start));
    field.setSelectionRange(moved, moved);
  });
}

/**
 * @param {HTMLElement} host
 * @param {Anchored} anchored
 * @param {readonly Edit[]} edits
 */
export function editPage(host, anchored, edits) {
  keepingFocus(host, () => {
    // Edits within one text node are one step; a rewrite across nodes would lose the host's markup between them.
    const whole = joined(edits, anchored.text);
    const range = anchored.range(whole);
    const steps = range.startContainer === range.endContainer ? [whole] : [...edits].reverse();
    // A range moves along with its words. An editor that keeps a document of its own first reads what has changed.
    const selection = host.ownerDocument.getSelection(), caret = selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : null;
    for (const step of steps) replace(anchored.range(step), step.text);
    queueMicrotask(() => { if (caret && host.contains(caret.startContainer)) select(caret); });
  });
}

/** @param {Range} range @param {string} text */
function replace(range, text) {
  select(range);
  if (insert(text)) return;
  const host = range.commonAncestorContainer.parentElement;
  const init = { bubbles: true, inputType: 'insertReplacementText', data: text };
  if (host?.dispatchEvent(new InputEvent('beforeinput', { ...init, cancelable: true })) === false) return;
  range.deleteContents();
  if (text) range.insertNode(document.createTextNode(text));
  host?.dispatchEvent(new InputEvent('input', init));
}

/** @param {Range} range */
function select(range) {
  const selection = range.startContainer.ownerDocument?.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/**
 * The old command is the only way into the browser's own undo history.
 * @param {string} text
 */
function insert(text) {
  return text ? document.execCommand('insertText', false, text) : document.execCommand('delete');
}

/**
 * The command works where the focus is; afterwards it goes back to where it was, in our list.
 * @param {HTMLElement} element
 * @param {() => void} work
 */
function keepingFocus(element, work) {
  const before = deepest(document.activeElement);
  element.focus({ preventScroll: true });
  work();
  if (before instanceof HTMLElement && before !== element) before.focus({ preventScroll: true });
}

/** @param {Element | null} element @returns {Element | null} */
function deepest(element) {
  return element?.shadowRoot?.activeElement ? deepest(element.shadowRoot.activeElement) : element;
}
