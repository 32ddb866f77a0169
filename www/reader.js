/** What readers get: one quiet line under the headline, and behind it a panel laid over the article. */
import { isForReaders } from './annotate.js';
import { makeCard } from './card.js';
import { shortened } from './choices.js';
import { chevron, h, mark, set } from './dom.js';
import { KasotiError } from './error.js';

/** @typedef {import('./annotate.js').Annotation} Annotation */
/** @typedef {import('./locale.js').Locale} Locale */
/** @typedef {import('./types.js').Finding} Finding */
/** @typedef {import('./types.js').Entity} Entity */
/** @typedef {import('./types.js').Kind} Kind */

/**
 * What stands in the element's shadow root, in either mode.
 * @typedef {object} View
 * @property {Node[]} nodes
 * @property {(annotation: Annotation) => void} report
 * @property {(error: unknown) => void} fail there is no report
 * @property {(file: string) => void} [lack] there is one, made without this file
 * @property {(item: Finding | Entity, event?: Event) => void} open shows one finding or name
 * @property {(event: Event) => void} [outside] there was a click elsewhere in the page
 */

/**
 * @typedef {object} ViewActions
 * @property {(item: Finding | Entity) => boolean} choose asks the page; false when it takes the matter in hand itself
 * @property {() => void} retry
 * @property {string | null} about address of a page that tells what this is
 */

/** The kinds that are names; the others are said to be what they are by their words. @type {readonly Kind[]} */
export const NAMES = ['person', 'place', 'organisation'];

/**
 * @param {Locale} locale
 * @param {ViewActions} actions
 * @returns {View}
 */
export function readerView(locale, { choose, retry, about }) {
  const { t } = locale;
  /** @type {Annotation | undefined} */
  let annotation;
  /** @type {import('./card.js').Card | undefined} */
  let card;
  const say = h('p', { class: 'say quietly', part: 'summary', role: 'status' }, t('state.loading'));
  const names = h('button', {
    class: 'press', part: 'names', type: 'button', 'aria-pressed': 'false', hidden: true,
    onclick: () => showNames(names.getAttribute('aria-pressed') !== 'true'),
  }, t('reader.showNames'));
  const toggle = h('button', {
    class: 'press', part: 'toggle', type: 'button', 'aria-expanded': 'false', 'aria-controls': 'panel', hidden: true,
    onclick: () => showPanel(Boolean(panel.hidden)),
  }, t('reader.open'), ' ', chevron());
  const body = h('div', { class: 'body' });
  const panel = h('section', { class: 'panel over', id: 'panel', part: 'panel', hidden: true, 'aria-label': t('reader.title') },
    body, footer(locale, about));
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') showPanel(false, true);
  });
  const bar = h('div', { class: 'bar', part: 'bar' }, mark(), say, names, toggle);
  const top = h('div', { class: 'widget', lang: locale.lang }, bar, panel);

  /** @param {boolean} on */
  function showNames(on) {
    set(names, { 'aria-pressed': String(on) });
    annotation?.show({ names: on });
  }

  /** @param {boolean} on @param {boolean} [refocus] */
  function showPanel(on, refocus = false) {
    set(toggle, { 'aria-expanded': String(on) });
    panel.hidden = !on;
    if (refocus) toggle.focus();
  }

  /** @param {Finding | Entity} item @param {boolean} [focus] */
  function open(item, focus = true) {
    showPanel(false, focus && !panel.hidden);
    card?.open(item, focus);
  }

  /** @param {Finding | Entity} item */
  const pick = (item) => choose(item) && open(item);
  const close = () => h('button', { class: 'small plain', type: 'button', onclick: () => showPanel(false, true) }, t('close'));

  return {
    nodes: [top],
    open: (item, event) => open(item, !(event && annotation?.editable)),
    outside(event) {
      if (!panel.hidden && !event.composedPath().includes(top)) showPanel(false);
    },
    report(fresh) {
      if (annotation !== fresh) {
        card?.element.remove();
        card = makeCard(locale, fresh, choose);
        top.append(card.element);
      }
      card?.close();
      annotation = fresh;
      const points = fresh.report.findings.filter(isForReaders);
      const named = fresh.report.entities.filter((entity) => NAMES.includes(entity.kind));
      const count = h('span', { class: 'quietly' }, named.length > 0 && ` · ${t('sum.names', { n: named.length })}`);
      const empty = !fresh.text.trim();
      set(say, { class: points.length ? 'say' : empty ? 'say quietly' : 'say clear' });
      say.replaceChildren(...(points.length
        ? emphasised(t('reader.things', { n: points.length }), locale.number(points.length)) : [t(empty ? 'state.empty' : 'reader.none')]), count);
      names.hidden = fresh.report.mentions.length === 0;
      // Tints are nothing to a screen reader: with nothing to check, the names are still in the panel.
      toggle.hidden = points.length + named.length === 0;
      if (toggle.hidden) showPanel(false);
      const title = t(points.length ? 'reader.title' : 'reader.names');
      set(panel, { 'aria-label': title });
      const list = nameList(locale, fresh, NAMES, pick);
      body.replaceChildren(h('header', {}, h('h2', {}, title), close()), ...(points.length ? [
        h('ol', { class: 'points', part: 'list' }, ...points.map((point) => pointItem(locale, fresh, point, pick))),
        named.length ? h('section', {}, h('h2', {}, t('reader.names')), list) : '',
      ] : [list]));
    },
    fail(error) {
      const file = error instanceof KasotiError ? error.file : '';
      set(say, { class: 'say quietly' });
      say.replaceChildren(t('reader.error'));
      names.hidden = true;
      toggle.hidden = false;
      body.replaceChildren(
        h('header', {}, h('h2', {}, t('reader.error')), close()),
        file ? h('p', {}, t('state.error.why', { file })) : '',
        h('p', { class: 'steps' }, h('button', { class: 'small', type: 'button', onclick: retry }, t('retry'))));
    },
  };
}

/** @param {Locale} locale @param {Annotation} annotation @param {Finding} finding @param {(item: Finding) => void} pick */
function pointItem({ t, message }, { report, text }, finding, pick) {
  return h('li', {},
    h('span', { class: 'said', lang: report.lang }, shortened(text.slice(finding.start, finding.end))),
    h('p', {}, message(finding, text).short),
    h('button', { class: 'small', type: 'button', onclick: () => pick(finding) }, t('reader.show')));
}

/**
 * Entities by kind, each a button.
 * @param {Locale} locale
 * @param {Annotation} annotation
 * @param {readonly Kind[]} kinds
 * @param {(item: Entity) => void} pick
 */
export function nameList({ t, number }, { report }, kinds, pick) {
  const list = h('dl', { class: 'kinds' });
  for (const kind of kinds) {
    const found = report.entities.filter((entity) => entity.kind === kind);
    if (!found.length) continue;
    list.append(
      h('dt', {}, t(`kind.${kind}`, { n: found.length })),
      h('dd', { 'data-kind': kind, lang: report.lang }, ...found.map(({ name, mentions }) => h('button', {
        class: 'name', type: 'button', onclick: () => pick(report.mentions[mentions[0]]),
      }, name, mentions.length > 1 && ' ', mentions.length > 1 && h('small', {}, number(mentions.length))))));
  }
  return list;
}

/** @param {Locale} locale @param {string | null} about */
export function footer({ t }, about) {
  return h('p', { class: 'promise' }, h('slot', { name: 'note' }, t('promise.short')),
    about && h('a', { href: about }, t('about')));
}

/** The count in bold, wherever the language puts it. @param {string} words @param {string} count */
function emphasised(words, count) {
  const at = words.indexOf(count);
  return at < 0 ? [words] : [words.slice(0, at), h('b', {}, count), words.slice(at + count.length)];
}
