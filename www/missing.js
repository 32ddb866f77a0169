/** @typedef {import('./error.js').KasotiError} KasotiError */

/** Why a pack is not there. It is asked for again by an explicit `load()` alone, not by every keystroke. @type {Map<string, KasotiError>} */
export const failed = new Map();

/**
 * Why reports in this language have to do without its pack.
 * @param {string} lang as in `Report.lang`
 * @returns {KasotiError | undefined} the same object until `load()` tries again
 */
export function packError(lang) {
  return failed.get(lang);
}
