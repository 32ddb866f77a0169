/** What readers get: one quiet line under the headline, and behind it a panel laid over the article. */
import { isForReaders } from './annotate.js';
import { makeCard } from './card.js';
import { shortened } from './choices.js';
import { chevron, h, mark, set } from './dom.js';
import { KasotiError } from './error.js';
import { KINDS, namedIn, NAMES } from './report.js';

/** @typedef {import('./annotate.js').Annotation} Annotation */
/** @typedef {import('./locale.js').Locale} Locale */
/** @typedef {import('./types.js').Finding} Finding */
/** @typedef {import('./types.js').Entity} Entity */
/** @typedef {import('./types.js').Kind} Kind */
/** @typedef {import('./annotate.js').Item} Item */
/** @typedef {import('./element.js').Mode} Mode */

/**
 * What stands in the element's shadow root, in either mode.
 * @typedef {object} View
 * @property {Node[]} nodes
 * @property {(annotation: Annotation) => void} report
 * @property {(error: unknown) => void} fail there is no report
 * @property {(file: string) => void} [lack] there is one, made without this file
 * @property {(item: Item, event?: Event) => void} open shows one finding or name
 * @property {(event: Event) => void} [outside] there was a click elsewhere in the page
 */

/**
 * @typedef {object} ViewActions
 * @property {(item: Item) => boolean} choose asks the page; false when it takes the matter in hand itself
 * @property {() => void} retry
 * @property {string | null} about address of a page that tells what this is
 */

/**
 * @param {Locale} locale
 * @param {ViewActions} actions
 * @param {Mode} mode `reader`, or what alone is shown
 * @returns {View}
 */
export function readerView(locale, { choose, retry, about }, mode) {
  const { t } = locale;
  /** @type {Annotation | undefined} */
  let annotation;
  /** @type {import('./card.js').Card | undefined} */
  let card;
  const say = h('p', { class: 'say quietly', part: 'summary', role: 'status' }, t('state.loading'));
  const names = h('button', {
    class: 'press', part: 'names', type: 'button', 'aria-pressed': String(mode === 'entities'), hidden: true,
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
  const top = h('div', { class: 'widget', lang: locale.lang, translate: 'no' }, bar, panel);

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

  /** @param {Item} item @param {boolean} [focus] */
  function open(item, focus = true) {
    showPanel(false, focus && !panel.hidden);
    card?.open(item, focus);
  }

  /** @param {Item} item */
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
      const { report } = fresh, empty = !fresh.text.trim();
      // Tints are nothing to a screen reader: with nothing to check, the names are still in the panel.
      names.hidden = mode === 'sentences' || report.mentions.length === 0;
      const { words, clear, title, content } = empty ? { words: [t('state.empty')], title: '', content: [] } : CONTENT[mode](locale, fresh, pick);
      set(say, { class: clear === undefined ? 'say quietly' : clear ? 'say clear' : 'say' });
      say.replaceChildren(...words);
      toggle.hidden = content.length === 0;
      if (toggle.hidden) showPanel(false);
      set(panel, { 'aria-label': title });
      body.replaceChildren(h('header', {}, h('h2', {}, title), close()), ...content);
    },
    fail(error) {
      names.hidden = true;
      set(say, { class: 'say quietly' });
      // Nothing is broken: what stands there is not what somebody wrote, or more than fits.
      if (error instanceof KasotiError && (error.code === 'translated' || error.code === 'size')) return say.replaceChildren(t(`state.${error.code}`));
      const file = error instanceof KasotiError ? error.file : '';
      say.replaceChildren(t('reader.error'));
      toggle.hidden = false;
      body.replaceChildren(
        h('header', {}, h('h2', {}, t('reader.error')), close()),
        file ? h('p', {}, t('state.error.why', { file })) : '',
        h('p', { class: 'steps' }, h('button', { class: 'small', type: 'button', onclick: retry }, t('retry'))));
    },
  };
}

/**
 * What the line says and what the panel holds. `clear`: whether that is good news; left out, it is neither.
 * @typedef {{ words: (Node | string)[], clear?: boolean, title: string, content: Node[] }} Content
 * @type {Record<Mode, (locale: Locale, annotation: Annotation, pick: (item: Item) => void) => Content>}
 */
const CONTENT = {
  reader(locale, annotation, pick) {
    const { t } = locale, { report } = annotation, points = report.findings.filter(isForReaders);
    const named = namedIn(report);
    const list = nameList(locale, annotation, NAMES, pick), count = h('span', { class: 'quietly' }, named > 0 && ` · ${t('sum.names', { n: named })}`);
    if (!points.length) return { words: [t('reader.none'), count], clear: true, title: t('reader.names'), content: named ? [list] : [] };
    return {
      words: [...emphasised(t(report.traces?.many ? 'reader.traces' : 'reader.things', { n: points.length }), locale.number(points.length)), count], clear: false, title: t('reader.title'),
      content: [h('ol', { class: 'points', part: 'list' }, ...points.map((point) => pointItem(locale, annotation, point, pick))),
        ...named ? [h('section', {}, h('h2', {}, t('reader.names')), list)] : []],
    };
  },
  entities(locale, annotation, pick) {
    const { t } = locale, n = namedIn(annotation.report);
    const all = annotation.report.entities.length > 0;
    return { words: [t(all ? 'sum.names' : 'names.none', { n })], title: t('reader.names'), content: all ? [h('div', { part: 'list' }, nameList(locale, annotation, KINDS, pick))] : [] };
  },
  sentences(locale, annotation, pick) {
    const { t, number } = locale, { report, text } = annotation;
    return {
      words: [t('sum.sentences', { n: report.sentences.length })], title: t('tab.sentences'),
      content: [h('ol', { class: 'numbered', part: 'list' }, ...report.sentences.map((sentence, i) => h('li', {},
        h('span', { class: 'number', 'aria-hidden': 'true' }, number(i + 1)),
        h('button', { class: 'line', type: 'button', lang: report.lang, onclick: () => pick(sentence) }, shortened(text.slice(sentence.start, sentence.end), 120)))))],
    };
  },
  editor: () => ({ words: [], title: '', content: [] }),
};

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
