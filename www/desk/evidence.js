/** What the report knows about the words of a finding: the name they are part of, and how often each spelling stands. */

import { spellings } from './inflect.js';

/** @typedef {import('../types.js').Report} Report */
/** @typedef {import('../types.js').Finding} Finding */
/** @typedef {import('../types.js').Entity} Entity */

/** @param {() => Report | null} report @param {() => string} text */
export function evidence(report, text) {
  return {
    /** The spellings of the name that a finding stands in, each with its mentions. @param {Finding} finding
     * @returns {{ text: string, mentions: Entity[] }[]} */
    formsOf(finding) {
      const now = report(), mention = now?.mentions.find(({ start, end }) => start < finding.end && end > finding.start);
      const entity = mention && now?.entities[mention.entity];
      if (!now || !entity) return [];
      const words = (/** @type {Entity} */ mention) => text().slice(mention.start, mention.end);
      return entity.forms.map((form) => ({
        text: form.text,
        mentions: entity.mentions.map((i) => now.mentions[i]).filter((other) => other && words(other) === form.text),
      })).filter(({ mentions }) => mentions.length > 0);
    },

    /** How a name is written, and where. @param {number} i index of the entity */
    spellingsOf(i) {
      const now = report(), entity = now?.entities[i];
      if (!now || !entity) return [];
      const words = (/** @type {number} */ mention) => text().slice(now.mentions[mention]?.start, now.mentions[mention]?.end);
      if (now.lang === 'mr') return spellings(entity, words);
      return entity.forms.map((form) => ({ text: form.text, mentions: entity.mentions.filter((mention) => words(mention) === form.text) }));
    },

    /** Spellings that a rule doubts. @returns {Set<string>} */
    doubtfulForms() {
      const all = (report()?.findings ?? []).filter(({ code }) => code === 'name-variant');
      return new Set(all.map(({ start, end }) => text().slice(start, end)));
    },
  };
}

/** The spellings that an editor accepts when all of them are fine. @param {Finding} finding
 * @param {{ text: string }[]} forms @param {string} text @returns {string[]} */
export function accepting(finding, forms, text) {
  const said = text.slice(finding.start, finding.end), right = finding.args?.right;
  const all = new Set([...typeof right === 'string' ? [right] : [], said, ...forms.map((form) => form.text)]);
  return [...all];
}
