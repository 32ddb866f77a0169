/** What editors get: a panel of three tabs in the page's own column. The list is the whole truth; paint only repeats it. */
import { makeCard } from './card.js';
import { h, rove, set } from './dom.js';
import { KasotiError } from './error.js';
import { findingList } from './findings.js';
import { footer, nameList } from './reader.js';
import { KINDS, namedIn } from './report.js';

/** @typedef {import('./annotate.js').Annotation} Annotation */
/** @typedef {import('./locale.js').Locale} Locale */
/** @typedef {import('./types.js').Finding} Finding */
/** @typedef {import('./types.js').Entity} Entity */
/** @typedef {'findings' | 'names' | 'sentences'} Tab */

/** @type {readonly Tab[]} */
const TABS = ['findings', 'names', 'sentences'];

/** What is looked at is what is painted. */
const PAINT = {
  findings: { findings: /** @type {const} */ ('all'), names: true, sentences: false },
  names: { findings: /** @type {const} */ ('none'), names: true, sentences: false },
  sentences: { findings: /** @type {const} */ ('none'), names: false, sentences: true },
};

/**
 * @param {Locale} locale
 * @param {import('./reader.js').ViewActions & { place: 'aside' | 'below' }} actions
 * @returns {import('./reader.js').View}
 */
export function editorView(locale, { choose, retry, about, place }) {
  const { t, number } = locale;
  /** @type {Annotation | undefined} */
  let annotation;
  /** @type {import('./card.js').Card | undefined} */
  let card;
  /** @type {Tab} */
  let shown = 'findings';
  let changes = 0;

  const verdict = h('p', { class: 'verdict' }, t('state.loading'));
  const counts = h('p', { class: 'quietly' }, t('state.loading.first'));
  const tabs = TABS.map((tab, i) => h('button', {
    role: 'tab', type: 'button', id: `tab-${tab}`, 'aria-controls': 'list', 'aria-selected': String(i === 0),
    tabindex: i === 0 ? 0 : -1, onclick: () => show(tab),
  }));
  const tabList = h('div', { class: 'tabs', role: 'tablist', hidden: true }, ...tabs);
  const list = h('div', { class: 'list', id: 'list', part: 'list', role: 'tabpanel', 'aria-labelledby': 'tab-findings', tabindex: -1 });
  const missing = h('p', { class: 'missing', hidden: true });
  const panel = h('section', { class: `panel ${place}`, part: 'panel', lang: locale.lang, translate: 'no', 'aria-label': t('app.name') },
    h('div', { class: 'top' }, h('div', { role: 'status', part: 'summary' }, verdict, counts), tabList),
    list, missing, footer(locale, about));

  rove(tabList, () => tabs, { keys: ['ArrowLeft', 'ArrowRight'], onMove: (tab) => tab.click() });
  panel.addEventListener('keydown', (event) => {
    const inCard = event.target instanceof Node && card?.element.contains(event.target);
    if (event.key === 'Escape' && !inCard) annotation?.focus();
  });

  const sentences = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll('.sentence')]);
  const names = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll('.name')]);
  rove(list, sentences, { keys: ['ArrowUp', 'ArrowDown'] });
  rove(list, names, { keys: ['ArrowLeft', 'ArrowRight'] });

  const rows = findingList(locale, {
    list,
    choose,
    async apply(fix) {
      if (!annotation) return;
      changes = await annotation.apply(fix) ? fix.edits.length : 0;
      if (changes) counts.append(` · ${t('fix.done', { n: changes })}`);
    },
    ignore: (finding) => annotation?.ignore(finding),
  });

  /** @param {Tab} tab */
  function show(tab) {
    shown = tab;
    TABS.forEach((name, i) => set(tabs[i], { 'aria-selected': String(name === tab), tabindex: name === tab ? 0 : -1 }));
    set(list, { 'aria-labelledby': `tab-${tab}` });
    annotation?.show(PAINT[tab]);
    if (annotation) fill(annotation);
  }

  /** @param {Annotation} annotation */
  function fill(annotation) {
    /** @param {Finding | Entity} item */
    const pick = (item) => choose(item) && card?.open(item);
    if (shown === 'findings') rows.fill(annotation);
    else if (shown === 'names') list.replaceChildren(h('div', { class: 'inset' }, nameList(locale, annotation, KINDS, pick)));
    else list.replaceChildren(sentenceList(locale, annotation));
    [...sentences(), ...names()].forEach((item, i) => { item.tabIndex = i === 0 ? 0 : -1; });
  }

  return {
    nodes: [panel],
    report(fresh) {
      const first = annotation !== fresh;
      annotation = fresh;
      if (first) {
        card?.element.remove();
        card = makeCard(locale, fresh, choose);
        panel.append(card.element);
      }
      card?.close();
      const { findings, sentences } = fresh.report;
      const facts = findings.filter((finding) => finding.severity === 'critical').length;
      const named = namedIn(fresh.report);
      const empty = !fresh.text.trim();
      set(verdict, { class: findings.length || empty ? 'verdict' : 'verdict clear' });
      verdict.textContent = findings.length ? t('sum.findings', { n: findings.length - facts })
        : t(empty ? 'state.empty' : 'state.clear');
      counts.replaceChildren(h('span', { class: facts ? 'facts some' : 'facts' }, t('sum.facts', { n: facts })),
        ` · ${t('sum.names', { n: named })} · ${t('sum.sentences', { n: sentences.length })}`);
      tabList.hidden = false;
      [findings.length, named, sentences.length].forEach((n, i) => {
        tabs[i].replaceChildren(t(`tab.${TABS[i]}`), ' ', h('small', {}, number(n)));
      });
      fill(fresh);
    },
    fail(error) {
      const file = error instanceof KasotiError && error.file;
      set(verdict, { class: 'verdict' });
      const hopeless = error instanceof KasotiError && (error.code === 'translated' || error.code === 'size');
      verdict.textContent = t(hopeless ? `state.${error.code}` : 'state.error');
      counts.textContent = '';
      tabList.hidden = true;
      list.replaceChildren(h('div', { class: 'inset' },
        file ? h('p', {}, t('state.error.why', { file })) : '',
        !hopeless && h('p', { class: 'steps' }, h('button', { class: 'small', type: 'button', onclick: retry }, t('retry')))));
    },
    lack(file) {
      missing.hidden = false;
      missing.textContent = t('state.error.why', { file });
    },
    open(item, event) {
      if ('code' in item) {
        if (shown !== 'findings') show('findings');
        rows.open(item, !event);
      } else if ('kind' in item) {
        card?.open(item, !event || !annotation?.editable);
      } else {
        annotation?.select(item);
      }
    },
  };
}

/** @param {Locale} locale @param {Annotation} annotation */
function sentenceList({ number }, annotation) {
  const { report, text } = annotation;
  return h('ol', { class: 'sentences', lang: report.lang }, ...report.sentences.map((sentence, i) => h('li', {},
    h('button', { class: 'sentence', type: 'button', onclick: () => annotation.reveal(sentence) },
      h('span', { class: 'number' }, number(i + 1)), ' ', h('span', {}, text.slice(sentence.start, sentence.end))))));
}
