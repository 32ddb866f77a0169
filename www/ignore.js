/** @typedef {import('./types.js').Finding} Finding */
/** @typedef {import('./types.js').Ignored} Ignored */

/** Words on either side: enough to tell two places of an article apart, few enough to outlive edits nearby. */
const WORDS = 3;

const BEFORE = new RegExp(`(?:[^ \\n]+ ){0,${WORDS}}[^ \\n]*$`), AFTER = new RegExp(`^[^ \\n]*(?: [^ \\n]+){0,${WORDS}}`);

/** Characters in which these words are looked for: longer words are no words. */
const REACH = 200;

/**
 * The entry of `ignore` for this finding in this place.
 * @param {string} text @param {Pick<Finding, 'code' | 'start' | 'end'>} finding
 * @returns {Exclude<Ignored, string>}
 */
export function ignored(text, { code, start, end }) {
  const [before] = BEFORE.exec(text.slice(Math.max(0, start - REACH), start)) ?? [''];
  const [after] = AFTER.exec(text.slice(end, end + REACH)) ?? [''];
  return { code, words: text.slice(start, end), before, after };
}
