/** The list of names: the legend, which is also the switch of each kind's tint, and under it every name by kind. */
import { KINDS } from '../report.js';
import { h } from '../dom.js';
import { details } from './entity.js';
import { matcher } from './search.js';

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
  const matches = matcher(view.query);
  const chosen = view.mention === null ? -1 : report.mentions[view.mention]?.entity ?? -1;
  const none = view.query && !report.entities.some((entity) => matches(said(entity)));
  return [
    legend(desk, kinds),
    none ? h('div', { class: 'quiet' }, h('p', {}, t('search.none'))) : h('div', { class: 'groups' },
      ...kinds.filter((kind) => !view.hidden.includes(kind)).map((kind) => {
        const entities = report.entities.map((entity, i) => ({ entity, i })).filter(({ entity }) => entity.kind === kind
          && (!view.query || matches(said(entity))));
        if (!entities.length) return null;
        const limit = view.limit[kind] ?? PAGE;
        // Names that come once stand together; those that come again have a row each, the most frequent first.
        const rows = entities.filter(({ entity, i }) => i === chosen || entity.mentions.length > 1)
          .sort((a, b) => b.entity.mentions.length - a.entity.mentions.length);
        const once = entities.filter(({ entity, i }) => i !== chosen && entity.mentions.length <= 1);
        const hidden = Math.max(0, rows.length - limit) + Math.max(0, once.length - limit);
        return h('section', { class: 'group', 'data-kind': kind, 'aria-labelledby': `group-${kind}` },
          h('h3', { id: `group-${kind}` }, t(`kind.${kind}`, { n: entities.length }), ' ', h('span', { class: 'count' }, number(entities.length))),
          h('ol', {}, ...rows.slice(0, limit).map(({ entity, i }) => row(desk, entity, i, i === chosen)),
            once.length > 0 && h('li', { class: 'once' }, ...once.slice(0, limit).map(({ entity, i }) => name(desk, entity, i, false)))),
          hidden > 0 && h('button', { class: 'button more', onclick: () => desk.update({ limit: { ...view.limit, [kind]: limit + PAGE } }) }, t('more', { n: hidden })));
      })),
  ];
}

/** @param {Linked} entity */
const said = ({ name, forms }) => [name, ...forms.map(({ text }) => text)].join('\n');

/** @param {Desk} desk @param {readonly Kind[]} kinds */
function legend(desk, kinds) {
  const { report, locale: { t, number }, view } = desk;
  const chip = (/** @type {Kind} */ kind) => {
    const n = report?.entities.filter((entity) => entity.kind === kind).length ?? 0, shown = !view.hidden.includes(kind);
    return h('button', { class: 'chip', 'data-key': `kind-${kind}`, 'aria-pressed': String(shown), onclick: () => desk.toggleKind(kind) },
      h('span', { class: 'swatch tint', 'data-kind': kind }), t(`kind.${kind}`, { n }), h('span', { class: 'count' }, number(n)));
  };
  return h('div', { class: 'filters legend', role: 'group', 'aria-label': t('filter.names') }, ...kinds.map(chip),
    view.hidden.length > 0 && h('button', { class: 'chip', 'data-key': 'kind-', onclick: () => desk.update({ hidden: [] }) }, t('filter.all')));
}

/** @param {Desk} desk @param {Linked} entity @param {number} i @param {boolean} chosen */
function name(desk, entity, i, chosen) {
  const { report, view } = desk;
  return h('button', { class: 'name', 'data-entity': i, 'data-kind': entity.kind, 'data-key': `entity-${i}`, lang: report?.lang, 'aria-expanded': String(chosen),
    tabindex: chosen || (view.mention === null && i === 0) ? 0 : -1, onclick: () => desk.selectMention(chosen ? null : entity.mentions[0] ?? null) },
  h('span', { class: 'tint' }, entity.name));
}

/** @param {Desk} desk @param {Linked} entity @param {number} i @param {boolean} chosen */
function row(desk, entity, i, chosen) {
  const { locale: { t, number } } = desk, n = entity.mentions.length, others = chosen ? [] : desk.spellingsOf(i).filter(({ text }) => text !== entity.name);
  const doubtful = others.length ? desk.doubtfulForms() : new Set();
  return h('li', { class: chosen ? 'entity selected' : 'entity', 'data-row': i },
    name(desk, entity, i, chosen),
    h('span', { class: 'times' }, h('span', { class: 'visually-hidden' }, t('name.times', { n })), h('span', { 'aria-hidden': 'true' }, `×${number(n)}`)),
    others.length > 0 && h('p', { class: 'forms' }, h('span', { class: 'visually-hidden' }, `${t('name.forms')} `),
      ...others.flatMap(({ text, mentions }, at) => [at > 0 && ' · ', h('span', { lang: desk.report?.lang, class: doubtful.has(text) ? 'said' : null }, text), ` ×${number(mentions.length)}`])),
    chosen && details(desk, entity, i));
}
