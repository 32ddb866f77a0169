/** @typedef {import('../types.js').Span} Span */
/** @typedef {import('../types.js').Kind} Kind */
/** @typedef {import('../types.js').Severity} Severity */

/**
 * A layer of paint; `kasoti-<layer>` is its name in the style sheet.
 * @typedef {Kind | Severity | 'reader' | 'sentence' | 'link' | 'partner' | 'selected' | 'removed' | 'added'} Layer
 */

/**
 * Paints spans of an anchored text. Each layer is set by itself; setting replaces what it held.
 * @typedef {object} Painter
 * @property {(layer: Layer, spans: readonly Span[]) => void} set
 * @property {() => void} clear takes off all paint
 * @property {() => void} destroy clears, and gives back the style sheet
 */

/** What lies on top where layers overlap; entities and the rest are 1. */
const PRIORITY = /** @type {Partial<Record<Layer, number>>} */ (
  { sentence: 0, partner: 0, reader: 2, hint: 2, minor: 3, major: 4, critical: 5, link: 6, selected: 7 });

/** Forced colours turn any background into one solid block, so only lines and the chosen word are painted there. */
const FORCED = /** @type {readonly Layer[]} */ (['reader', 'minor', 'major', 'critical', 'selected', 'removed', 'added']);

/** @param {Layer} layer */
export function priority(layer) {
  return PRIORITY[layer] ?? 1;
}

/** @param {Layer} layer */
export function isPainted(layer) {
  return !matchMedia('(forced-colors: active)').matches || FORCED.includes(layer);
}
