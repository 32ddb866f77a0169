/** The list of names: by kind, each with its spellings and the way from mention to mention. */
import { KINDS } from '../report.js';
import { h } from '../dom.js';
import { icon } from './dom.js';

/** @typedef {import('../types.js').Linked} Linked */
/** @typedef {import('../types.js').Kind} Kind */
/** @typedef {import('./desk.js').Desk} Desk */

/** Names of a kind shown before one asks for more. */
const PAGE = 100;

/** @param {Desk} desk @returns {Node[]} */
export function namesList(desk) {
  const { report, locale: { t, number }, view } = desk;
  if (!report) return [];
  const kinds = KINDS.filter((kind) => report.entities.some((entity) => entity.kind === kind));
  if (!kinds.length) return [h('div', { class: 'quiet' }, h('p', {}, t('names.none')))];
  const count = (/** @type {Kind} */ kind) => report.entities.filter((entity) => entity.kind === kind).length;
  const chip = (/** @type {Kind | ''} */ value, /** @type {(Node | string)[]} */ ...label) =>
    h('button', { class: 'chip', 'data-key': `kind-${value}`, 'aria-pressed': String(view.kind === value), onclick: () => desk.update({ kind: value, mention: null }) }, ...label);
  return [
    h('div', { class: 'filters', role: 'group', 'aria-label': t('filter.names') }, chip('', t('filter.all')),
      ...kinds.map((kind) => chip(kind, h('span', { class: 'swatch tint', 'data-kind': kind }), t(`kind.${kind}`, { n: count(kind) }), h('span', { class: 'count' }, number(count(kind)))))),
    h('div', { class: 'groups' },
      ...kinds.filter((kind) => !view.kind || view.kind === kind).map((kind) => {
        const entities = report.entities.map((entity, i) => ({ entity, i })).filter(({ entity }) => entity.kind === kind);
        const limit = view.limit[kind] ?? PAGE;
        // Names that come once stand together; those that come again have a row each, the most frequent first.
        const often = entities.filter(({ entity }) => entity.mentions.length > 1 || entity.forms.length > 1)
          .sort((a, b) => b.entity.mentions.length - a.entity.mentions.length);
        const once = entities.filter(({ entity }) => entity.mentions.length <= 1 && entity.forms.length <= 1);
        const hidden = Math.max(0, often.length - limit) + Math.max(0, once.length - limit);
        return h('section', { class: 'group', 'data-kind': kind, 'aria-labelledby': `group-${kind}` },
          h('h3', { id: `group-${kind}` }, t(`kind.${kind}`, { n: entities.length }), ' ', h('span', { class: 'count' }, number(entities.length))),
          h('ol', {}, ...often.slice(0, limit).map(({ entity, i }) => row(desk, entity, i)),
            once.length > 0 && h('li', { class: 'once' }, ...once.slice(0, limit).map(({ entity, i }) => name(desk, entity, i)))),
          hidden > 0 && h('button', { class: 'button more', onclick: () => desk.update({ limit: { ...view.limit, [kind]: limit + PAGE } }) }, t('more', { n: hidden })));
      })),
  ];
}

/** @param {Desk} desk @param {number} i the entity chosen, by its index */
const isChosen = ({ view, report }, i) => view.mention !== null && report?.mentions[view.mention]?.entity === i;

/** @param {Desk} desk @param {Linked} entity @param {number} i */
function name(desk, entity, i) {
  const { report, view } = desk, chosen = isChosen(desk, i);
  return h('button', { class: 'name', 'data-entity': i, 'data-kind': entity.kind, 'data-key': `entity-${i}`, lang: report?.lang, 'aria-pressed': String(chosen),
    tabindex: chosen || (view.mention === null && i === 0) ? 0 : -1, onclick: () => desk.selectMention(chosen ? null : entity.mentions[0] ?? null) },
  h('span', { class: 'tint' }, entity.name));
}

/** @param {Desk} desk @param {Linked} entity @param {number} i */
function row(desk, entity, i) {
  const { locale: { t, number }, report, view } = desk, chosen = isChosen(desk, i), n = entity.mentions.length;
  const doubtful = desk.doubtfulForms();
  const step = (/** @type {1 | -1} */ by) => {
    const at = entity.mentions.indexOf(view.mention ?? -1);
    desk.selectMention(entity.mentions[(at + by + n) % n]);
  };
  return h('li', { class: chosen ? 'entity selected' : 'entity' },
    name(desk, entity, i),
    h('span', { class: 'times' }, h('span', { class: 'visually-hidden' }, t('name.times', { n })), h('span', { 'aria-hidden': 'true' }, `×${number(n)}`)),
    entity.forms.length > 1 && h('p', { class: 'forms' }, h('span', { class: 'visually-hidden' }, `${t('name.forms')} `),
      ...entity.forms.flatMap((form, at) => [at > 0 && ' · ', h('span', { lang: report?.lang, class: doubtful.has(form.text) ? 'said' : null }, form.text), ` ×${number(form.count)}`])),
    chosen && n > 1 && h('p', { class: 'steps' },
      h('button', { class: 'button small', 'data-key': 'mention-previous', onclick: () => step(-1) }, icon('m4 10 4-4 4 4'), t('name.previous')),
      h('button', { class: 'button small', 'data-key': 'mention-next', onclick: () => step(1) }, icon('m4 6 4 4 4-4'), t('name.next')),
      h('span', { class: 'where' }, t('where', { n: desk.sentenceOf(report?.mentions[view.mention ?? 0]) }))));
}
