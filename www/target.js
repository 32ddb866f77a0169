/** What is annotated: an element of the page, or a field. The two differ in where the words stand and how they change. */
import { anchor } from './anchor.js';
import { editField, editPage } from './edit.js';
import { KasotiError } from './error.js';

/** @typedef {import('./anchor.js').Anchored} Anchored */
/** @typedef {import('./edit.js').Edit} Edit */
/** @typedef {import('./types.js').Span} Span */

/**
 * @typedef {object} Target
 * @property {HTMLElement} element
 * @property {Anchored | null} anchored null for a field, whose words cannot be painted
 * @property {boolean} editable
 * @property {string} text
 * @property {() => boolean} refresh reads the words again; tells whether they have changed
 * @property {(span: Span) => void} reveal brings the words into view
 * @property {(span: Span | null) => void} focus puts the caret to the words
 * @property {(edits: readonly Edit[]) => void} edit
 * @property {(changed: () => void, signal: AbortSignal) => void} watch
 */

/** Space kept above and below a word that has been scrolled to: a line of text. */
const MARGIN = 40;

/**
 * @param {Element} element
 * @returns {Target}
 */
export function targetOf(element) {
  if (element instanceof HTMLTextAreaElement) return field(element);
  if (element instanceof HTMLElement) return page(element);
  throw new KasotiError('target', `<${element.localName}> holds no text to check`);
}

/** @param {HTMLTextAreaElement} element @returns {Target} */
function field(element) {
  let text = element.value;
  return {
    element,
    anchored: null,
    get editable() { return !element.readOnly && !element.disabled; },
    get text() { return text; },
    refresh() {
      const before = text;
      text = element.value;
      return text !== before;
    },
    reveal({ start, end }) {
      element.scrollIntoView({ block: 'nearest' });
      element.setSelectionRange(start, end);
      // A field gives no rectangles: the share of the text above the words is near enough to see them.
      element.scrollTop = element.scrollHeight * (start / Math.max(text.length, 1)) - element.clientHeight / 2;
    },
    focus(span) {
      element.focus({ preventScroll: true });
      if (span) element.setSelectionRange(span.start, span.start);
    },
    edit: (edits) => editField(element, edits),
    watch(changed, signal) {
      element.addEventListener('input', changed, { signal });
    },
  };
}

/** @param {HTMLElement} element @returns {Target} */
function page(element) {
  const anchored = anchor(element);
  return {
    element,
    anchored,
    get editable() { return element.isContentEditable; },
    get text() { return anchored.text; },
    refresh: () => anchored.refresh(),
    reveal: (span) => scrollTo(anchored.range(span)),
    focus(span) {
      element.focus({ preventScroll: true });
      // An article takes no focus. The caret still marks where the next Tab goes on from.
      if (!element.isContentEditable) blurActive(element.ownerDocument);
      const { startContainer, startOffset } = anchored.range(span ?? { start: 0, end: 0 });
      if (span || !element.isContentEditable) element.ownerDocument.getSelection()?.collapse(startContainer, startOffset);
    },
    edit: (edits) => editPage(element, anchored, edits),
    watch(changed, signal) {
      const observer = new MutationObserver(changed);
      observer.observe(element, { subtree: true, childList: true, characterData: true });
      signal.addEventListener('abort', () => observer.disconnect());
    },
  };
}

/** @param {DocumentOrShadowRoot} scope */
function blurActive({ activeElement }) {
  if (activeElement?.shadowRoot?.activeElement) blurActive(activeElement.shadowRoot);
  else if (activeElement instanceof HTMLElement) activeElement.blur();
}

/**
 * Scrolls every scroller around the words, the innermost first, as little as needed.
 * @param {Range} range
 */
function scrollTo(range) {
  const top = document.scrollingElement ?? document.documentElement;
  /** @type {Element | null} */
  let box = range.startContainer.parentElement;
  for (; box; box = box === top ? null : box.parentElement ?? top) {
    if (box !== top && !/auto|scroll/.test(getComputedStyle(box).overflowY)) continue;
    const words = range.getBoundingClientRect();
    const { top: above, height } = box === top ? { top: 0, height: innerHeight } : box.getBoundingClientRect();
    if (words.top >= above + MARGIN && words.bottom <= above + height - MARGIN) continue;
    box.scrollBy({ top: words.top - above - height / 3, behavior: 'instant' });
  }
}
