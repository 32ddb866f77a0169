/**
 * A field paints no highlights. Its mirror does: the same words in the same letters, unseen but for their underlines, laid
 * over the field where no pointer, key or screen reader can meet it.
 */
import { oncePerFrame } from './dom.js';
import { difference, moveReport } from './move.js';

/** @typedef {import('./types.js').Span} Span */
/** @typedef {import('./types.js').Report} Report */

/** What makes letters stand where they stand. */
const STYLES = ['direction', 'font', 'font-feature-settings', 'font-kerning', 'font-optical-sizing', 'font-variant-ligatures', 'font-variation-settings', 'hyphens',
  'letter-spacing', 'line-break', 'line-height', 'overflow-wrap', 'padding-bottom', 'padding-left', 'padding-right', 'padding-top', 'tab-size', 'text-align',
  'text-indent', 'text-rendering', 'text-transform', 'unicode-bidi', 'white-space', 'word-break', 'word-spacing', 'writing-mode'];

/**
 * @param {HTMLTextAreaElement} field
 * @param {ShadowRoot} root ours, where the mirror hangs
 * @param {AbortSignal} signal takes it away
 */
export function mirrorOf(field, root, signal) {
  const words = document.createTextNode(''), inner = document.createElement('div'), mirror = document.createElement('div');
  mirror.className = 'mirror';
  // The top layer: nothing of the page clips or moves what is there.
  mirror.popover = 'manual';
  mirror.setAttribute('aria-hidden', 'true');
  mirror.translate = false;
  inner.append(words);
  mirror.append(inner);
  root.append(mirror);

  /** Takes over the field's words, letters, place and scroll. */
  function update() {
    // A last empty line has height only when something stands on it.
    const value = `${field.value}\u200B`;
    if (words.data !== value) words.data = value;
    const from = getComputedStyle(field), to = inner.style;
    for (const name of STYLES) to.setProperty(name, from.getPropertyValue(name));
    place();
  }

  function place() {
    const box = field.getBoundingClientRect(), { style } = mirror;
    const seen = field.checkVisibility({ visibilityProperty: true }) && box.width > 0;
    if (seen !== mirror.matches(':popover-open')) mirror.togglePopover(seen);
    if (!seen) return;
    const frame = { left: box.left + field.clientLeft, top: box.top + field.clientTop, width: field.clientWidth, height: field.clientHeight };
    for (const [name, value] of Object.entries(frame)) style.setProperty(name, `${value}px`);
    style.clipPath = clip(frame);
    inner.style.width = `${field.clientWidth}px`;
    inner.style.transform = `translate(${-field.scrollLeft}px, ${-field.scrollTop}px)`;
  }

  /** What the scrollers around the field leave of it. @param {{ left: number, top: number, width: number, height: number }} frame */
  function clip({ left, top, width, height }) {
    let [l, t, r, b] = [0, 0, 0, 0];
    for (let box = field.parentElement; box; box = box.parentElement) {
      if (getComputedStyle(box).overflow === 'visible') continue;
      const edge = box === document.scrollingElement ? new DOMRect(0, 0, innerWidth, innerHeight) : box.getBoundingClientRect();
      [l, t, r, b] = [Math.max(l, edge.left - left), Math.max(t, edge.top - top), Math.max(r, left + width - edge.right), Math.max(b, top + height - edge.bottom)];
    }
    return l + t + r + b > 0 ? `inset(${t}px ${r}px ${b}px ${l}px)` : '';
  }

  const soon = oncePerFrame(() => { if (!signal.aborted) place(); });
  // Scrolling does not bubble; of anything around the field it moves the mirror.
  addEventListener('scroll', soon, { capture: true, passive: true, signal });
  addEventListener('resize', soon, { signal });
  const observer = new ResizeObserver(update);
  observer.observe(field);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    mirror.remove();
  });
  update();

  return {
    root: inner,
    /** Takes over new words. @param {Report} report on the old ones @param {string} before @param {string} after
     * @returns {Report} carried along */
    follow(report, before, after) {
      update();
      const change = difference(before, after);
      return change ? moveReport(report, [change]) : report;
    },
    /** @param {Span} span */
    range({ start, end }) {
      const range = document.createRange();
      range.setStart(words, Math.min(start, words.length));
      range.setEnd(words, Math.min(end, words.length));
      return range;
    },
  };
}
/** @typedef {ReturnType<typeof mirrorOf>} Mirror */
