/** A name opened in its place in the list: its kind, how it is written, where it stands, and a new spelling for it. */
import { h } from '../dom.js';
import { icon } from './dom.js';

/** @typedef {import('../types.js').Linked} Linked */
/** @typedef {import('./desk.js').Desk} Desk */

/** Mentions listed one by one: four lines. Beyond them one walks from mention to mention. */
const PLACES = 40;

/** @param {Desk} desk @param {Linked} entity @param {number} i */
export function details(desk, entity, i) {
  const { locale: { t, number } } = desk, doubtful = desk.doubtfulForms(), all = desk.spellingsOf(i);
  return h('div', { class: 'details' },
    h('p', { class: 'kind' }, t(`kind.${entity.kind}`, { n: 1 })),
    h('h4', {}, t('name.spellings', { n: all.length })),
    h('ul', { class: 'spellings' }, ...all.map(({ text, mentions }) => h('li', {},
      h('span', { class: doubtful.has(text) ? 'text said' : 'text', lang: desk.report?.lang }, text),
      h('span', { class: 'tally' }, `×${number(mentions.length)}`),
      desk.view.renaming === text ? rename(desk, i, text, mentions.length)
        : h('button', { class: 'button small', 'data-key': `rename-${text}`, onclick: () => desk.startRenaming(text) },
          t('name.rename'), h('span', { class: 'visually-hidden' }, ` ${text}`))))),
    h('h4', {}, t('name.mentions')),
    h('p', { class: 'mentions' }, h('span', {}, t('where.list')), ...entity.mentions.slice(0, PLACES).map((mention) => place(desk, mention)),
      entity.mentions.length > PLACES && '…'),
    entity.mentions.length > 1 && steps(desk, entity),
    h('p', { class: 'steps' }, h('button', { class: 'button small', 'data-key': 'name-accept', onclick: () => desk.acceptName(i) }, t('glossary.name'))));
}

/** The sentence of a mention, which leads there. @param {Desk} desk @param {number} mention */
function place(desk, mention) {
  const n = desk.sentenceOf(desk.report?.mentions[mention]);
  return h('button', { class: 'place', 'data-key': `mention-${mention}`, 'data-mention': mention, 'aria-label': desk.locale.t('where', { n }),
    'aria-current': desk.view.mention === mention ? 'true' : null, onclick: () => desk.selectMention(mention) }, desk.locale.number(n));
}

/** @param {Desk} desk @param {Linked} entity */
function steps(desk, entity) {
  const { locale: { t }, view } = desk, n = entity.mentions.length, at = entity.mentions.indexOf(view.mention ?? -1);
  const step = (/** @type {1 | -1} */ by) => desk.selectMention(entity.mentions[(at + by + n) % n]);
  return h('p', { class: 'steps' },
    h('button', { class: 'button small', 'data-key': 'mention-previous', onclick: () => step(-1) }, icon('m4 10 4-4 4 4'), t('name.previous')),
    h('button', { class: 'button small', 'data-key': 'mention-next', onclick: () => step(1) }, icon('m4 6 4 4 4-4'), t('name.next')),
    h('span', { class: 'where' }, t('position', { i: at + 1, n })));
}

/** @param {Desk} desk @param {number} i @param {string} from @param {number} n */
function rename(desk, i, from, n) {
  const { locale: { t } } = desk;
  const field = h('input', { type: 'text', 'data-key': 'rename-field', lang: desk.report?.lang, value: from, 'aria-label': t('name.rename.to', { form: from }), autocomplete: 'off' });
  return h('form', { class: 'rename', onsubmit: (event) => { event.preventDefault(); desk.rename(i, from, field.value); },
    onkeydown: (event) => { if (/** @type {KeyboardEvent} */ (event).key === 'Escape') { event.stopPropagation(); desk.startRenaming(null); } } },
  field, h('button', { class: 'button primary small' }, t('name.rename.all', { n })),
  h('button', { class: 'button small', type: 'button', onclick: () => desk.startRenaming(null) }, t('close')),
  h('small', {}, t('name.rename.ending')));
}
