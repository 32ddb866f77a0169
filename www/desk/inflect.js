/**
 * A name in another's place, with the ending kept. Before many of its endings Marathi changes the end of the name
 * itself: पवार, पवारांना; शिंदे, शिंदेंना; पुणे, पुण्यात; नाशिक, नाशिकात. Here those changes are known by what they do, so
 * that a new name gets the one that suits its own end.
 */

/** Endings that want the oblique of a name that ends in a consonant: नाशिकात, but नाशिकला. */
const OBLIQUE = /^त(?:ील|ून|ल[ेाीया]+)?$/u;
/** A bare consonant at the end, with its nukta. */
const CONSONANT = /[\u0915-\u0939\u0958-\u095F]\u093C?$/u;

/**
 * What was done to a name's end: `plural` is respect (पवारां), `oblique` a place or thing (पुण्या), `none` nothing; null
 * when `word` is no form of `name`.
 * @param {string} name @param {string} word as it stands before its ending
 * @returns {'none' | 'plural' | 'oblique' | null}
 */
export function changeOf(name, word) {
  if (word === name) return 'none';
  const stem = /[ेा]$/u.test(name) ? name.slice(0, -1) : name;
  if (word === `${name}ं` || word === `${stem}ां` || word === `${stem}्यां`) return 'plural';
  if (word === `${name}ा` || (stem !== name && word === `${stem}्या`)) return 'oblique';
  return null;
}

/**
 * `next` in the place of `word`, which stood for `name`.
 * @param {string} next @param {string} name @param {string} word @param {string} ending what follows the word
 */
export function inflected(next, name, word, ending) {
  const change = changeOf(name, word);
  if (change === 'plural') return next + (CONSONANT.test(next) ? 'ां' : 'ं');
  if (change === 'oblique' || OBLIQUE.test(ending)) {
    if (CONSONANT.test(next)) return `${next}ा`;
    // पुणे, पुण्यात and ठाणे, ठाण्यात; but शिंदे stays शिंदे, because its own like did.
    if (change === 'oblique' && word.endsWith('्या') && next.endsWith(name.slice(-1))) return `${next.slice(0, -1)}्या`;
  }
  return next;
}

/** @typedef {{ text: string, mentions: number[] }} Spelling a spelling with every mention written so, in any of its forms */

/**
 * The spellings of a name: forms that differ only by what an ending does to them count as one.
 * @param {import('../types.js').Linked} entity @param {(mention: number) => string} wordsOf
 * @returns {Spelling[]} in the order of their first mentions
 */
export function spellings(entity, wordsOf) {
  const words = entity.mentions.map(wordsOf), known = new Set(words);
  const shortest = [...known].sort((a, b) => a.length - b.length);
  // The dictionary's form stands for its own forms even where the text never has it bare.
  const bases = [...new Set([...shortest, ...[entity.name].filter((name) => !known.has(name))])];
  const baseOf = (/** @type {string} */ word) => bases.find((base) => base !== word && changeOf(base, word) !== null) ?? word;
  /** @type {Map<string, number[]>} */ const groups = new Map();
  entity.mentions.forEach((mention, i) => {
    const base = baseOf(words[i]);
    groups.set(base, [...groups.get(base) ?? [], mention]);
  });
  return [...groups].map(([text, mentions]) => ({ text, mentions }));
}
