/**
 * Paints with `<mark>` elements. For text that we own alone, where the browser has no highlights: it splits text nodes
 * and puts elements around them, which in somebody else's page would break styles, scripts and editors.
 */
import { adoptPaint } from './sheet.js';
import { isPainted, priority } from './layers.js';

/** @typedef {import('../types.js').Span} Span */
/** @typedef {import('../anchor.js').Anchored} Anchored */
/** @typedef {import('./layers.js').Painter} Painter */
/** @typedef {import('./layers.js').Layer} Layer */

/**
 * @param {Anchored} anchored refreshed after each change, so that its ranges stay good
 * @returns {Painter}
 */
export function markPainter(anchored) {
  /** @type {Map<Layer, readonly Span[]>} */
  const layers = new Map();
  const release = adoptPaint(anchored.root, forMarks);

  function repaint() {
    unwrap(anchored.root);
    anchored.refresh();
    const cuts = segments(layers);
    // From the end, so that the ranges still to come are not moved.
    for (const { start, end, names } of cuts.reverse()) wrap(anchored.range({ start, end }), names);
    anchored.refresh();
  }

  return {
    set(layer, spans) {
      if (spans.length && isPainted(layer)) layers.set(layer, spans);
      else if (!layers.delete(layer)) return;
      repaint();
    },
    clear() {
      layers.clear();
      repaint();
    },
    destroy() {
      this.clear();
      release();
    },
  };
}

/**
 * Where the set of layers changes the text is cut; every cut carries its layers, the lowest first.
 * @param {Map<Layer, readonly Span[]>} layers
 */
function segments(layers) {
  const edges = [...layers].flatMap(([layer, spans]) => spans.flatMap(({ start, end }) => [
    { at: start, layer, by: 1 }, { at: end, layer, by: -1 },
  ])).sort((a, b) => a.at - b.at);
  /** @type {Map<Layer, number>} */
  const depth = new Map();
  const cuts = [];
  for (let i = 0; i < edges.length; i++) {
    const { at, layer, by } = edges[i];
    depth.set(layer, (depth.get(layer) ?? 0) + by);
    const names = [...depth].filter(([, n]) => n > 0).map(([name]) => name).sort((a, b) => priority(a) - priority(b));
    const next = edges[i + 1]?.at ?? at;
    if (next > at && names.length) cuts.push({ start: at, end: next, names });
  }
  return cuts;
}

/**
 * @param {Range} range
 * @param {Layer[]} names
 */
function wrap(range, names) {
  for (const text of textsIn(range)) {
    const from = text === range.startContainer ? range.startOffset : 0;
    const to = text === range.endContainer ? range.endOffset : text.length;
    if (to <= from) continue;
    if (to < text.length) text.splitText(to);
    const words = from > 0 ? text.splitText(from) : text;
    const mark = document.createElement('mark');
    mark.dataset.kasoti = names.join(' ');
    words.replaceWith(mark);
    mark.append(words);
  }
}

/** @param {Range} range @returns {Text[]} */
function textsIn(range) {
  const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const found = [];
  if (range.commonAncestorContainer.nodeType === Node.TEXT_NODE) found.push(range.commonAncestorContainer);
  while (walker.nextNode()) if (range.intersectsNode(walker.currentNode)) found.push(walker.currentNode);
  return /** @type {Text[]} */ (found);
}

/** @param {Element} root */
function unwrap(root) {
  for (const mark of root.querySelectorAll('mark[data-kasoti]')) mark.replaceWith(...mark.childNodes);
  root.normalize();
}

/** The same rules, for marks. @param {string} css */
function forMarks(css) {
  return `mark[data-kasoti] { background: none; color: inherit; }\n`
    + css.replace(/::highlight\(kasoti-([a-z]+)\)/g, 'mark[data-kasoti~="$1"]');
}
