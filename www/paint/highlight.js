/**
 * Paints with the CSS Custom Highlight API: nothing in the article's DOM changes. The registry belongs to the whole
 * page, and names in a style sheet are fixed; so all painters add their ranges to one highlight per name and take away
 * none but their own.
 */
import { isPainted, priority } from './layers.js';
import { adoptPaint } from './sheet.js';

/** @typedef {import('../anchor.js').Anchored} Anchored */
/** @typedef {import('./layers.js').Painter} Painter */
/** @typedef {import('./layers.js').Layer} Layer */

/** Whether this browser can paint without touching the article. */
export const supported = typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS;

/**
 * @param {Pick<Anchored, 'root' | 'range'>} anchored
 * @param {Parameters<typeof adoptPaint>[1]} [change] of the sheet
 * @returns {Painter}
 */
export function highlightPainter(anchored, change) {
  /** @type {Map<string, Range[]>} */
  const mine = new Map();
  const release = adoptPaint(anchored.root, change);

  /** @param {string} name */
  function remove(name) {
    const highlight = CSS.highlights.get(name);
    for (const range of mine.get(name) ?? []) highlight?.delete(range);
    mine.delete(name);
    if (!highlight || highlight.size > 0) return;
    // Whoever takes out the last range: another copy of this module may have registered it.
    CSS.highlights.delete(name);
    made.delete(name);
  }

  function clear() {
    for (const name of [...mine.keys()]) remove(name);
  }

  return {
    set(layer, spans) {
      const name = `kasoti-${layer}`;
      remove(name);
      if (!spans.length || !isPainted(layer)) return;
      const ranges = spans.map((span) => anchored.range(span));
      const highlight = shared(name, layer);
      for (const range of ranges) highlight.add(range);
      mine.set(name, ranges);
    },
    clear,
    destroy() {
      clear();
      release();
    },
  };
}

/**
 * The highlights that this copy of the module registered. Held fast: WebKit forgets which object a registered highlight
 * was when nobody holds it.
 * @type {Map<string, Highlight>}
 */
const made = new Map();

/**
 * WebKitGTK 2.50 crashes when it paints lines and tints of different priority in one line of text. Without priorities
 * what was registered later lies on top; so there we keep the order of registration ourselves.
 */
const CRASHES = typeof navigator !== 'undefined' && navigator.vendor.startsWith('Apple');

/** @param {string} name @param {Layer} layer */
function shared(name, layer) {
  const known = CSS.highlights.get(name);
  if (known) return known;
  const highlight = new Highlight();
  if (!CRASHES) highlight.priority = priority(layer);
  made.set(name, highlight);
  CSS.highlights.set(name, highlight);
  if (CRASHES) lift(priority(layer));
  return highlight;
}

/** Registers anew those of ours that belong above `level`. @param {number} level */
function lift(level) {
  const above = [...made].filter(([name, highlight]) => levelOf(name) > level && CSS.highlights.get(name) === highlight);
  for (const [name, highlight] of above.sort(([a], [b]) => levelOf(a) - levelOf(b))) {
    CSS.highlights.delete(name);
    CSS.highlights.set(name, highlight);
  }
}

/** @param {string} name */
const levelOf = (name) => priority(/** @type {Layer} */ (name.replace('kasoti-', '')));
