/**
 * The spellings that a house accepts, as files: JSON as the option `glossary` takes it, or a table with a name a row, its
 * preferred spelling first.
 */

/** @typedef {readonly (readonly string[])[]} Accepted one list a name */

/** @param {Accepted} accepted */
export function glossaryJson(accepted) {
  return `${JSON.stringify(accepted.map(([form, ...variants]) => (variants.length ? { form, variants } : form)), null, 2)}\n`;
}

/** @param {string} text of a .json or .csv file @param {boolean} isJson @returns {string[][]} throws when it is no such list */
export function readGlossary(text, isJson) {
  const lists = isJson ? ofJson(JSON.parse(text)) : rows(text);
  return lists.map((forms) => [...new Set(forms.map((form) => form.trim()).filter((form) => form))]).filter(({ length }) => length);
}

/** @param {unknown} list @returns {string[][]} */
function ofJson(list) {
  if (!Array.isArray(list)) throw new Error('it is no list');
  return list.map((entry) => {
    const forms = typeof entry === 'string' ? [entry] : [entry?.form, ...entry?.variants ?? []];
    if (forms.some((form) => typeof form !== 'string')) throw new Error('an entry is no word');
    return forms;
  });
}

/** The cells of a table (RFC 4180). @param {string} text */
function rows(text) {
  /** @type {string[][]} */ const rows = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gu)) {
    rows[rows.length - 1].push((quoted ?? bare).replaceAll('""', '"').replace(/^'(?=[=+@\t-])/u, ''));
    if (end !== ',' && end !== '') rows.push([]);
  }
  return rows;
}

/** The lists and those of `more` that are new. @param {Accepted} accepted @param {Accepted} more @returns {Accepted} */
export function together(accepted, more) {
  const known = new Set(accepted.map((forms) => forms.join('\n')));
  return [...accepted, ...more.filter((forms) => !known.has(forms.join('\n')))];
}
