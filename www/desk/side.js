/** The side: summary, tabs and the list of the chosen tab; on a telephone a sheet at the foot. */
import { messageOf } from '../error.js';
import { namedIn, SEVERITIES } from '../report.js';
import { h, rove } from '../dom.js';
import { $ } from './dom.js';
import { findingsList, sign } from './findings.js';
import { LONG } from './lines.js';
import { namesList } from './names.js';
import { sentencesList } from './sentences.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./desk.js').Tab} Tab */

const TABS = /** @type {readonly Tab[]} */ (['findings', 'names', 'sentences']);

/** @param {Desk} desk */
export function createSide(desk) {
  const summary = $('#summary'), tabs = $('#tabs'), panel = $('#panel'), live = $('#live');
  const buttons = TABS.map((tab) => $(`#tab-${tab}`, tabs));
  buttons.forEach((button, i) => button.addEventListener('click', () => desk.update({ tab: TABS[i] })));
  rove(tabs, () => buttons, { keys: ['ArrowLeft', 'ArrowRight'], onMove: (tab) => tab.click() });
  rove(panel, () => [...panel.querySelectorAll('.open, [data-entity], [data-sentence]')].filter((item) => item instanceof HTMLElement), { keys: ['ArrowUp', 'ArrowDown'] });
  $('#grip').addEventListener('click', () => desk.update({ sheet: desk.view.sheet === 'peek' ? 'half' : 'peek' }));
  $('#open-list').addEventListener('click', () => desk.update({ sheet: 'half' }));

  function counts() {
    const { report } = desk, findings = report?.findings ?? [];
    const facts = findings.filter((finding) => finding.severity === 'critical').length;
    return { facts, slips: findings.length - facts, all: findings.length, sentences: report?.sentences.length ?? 0,
      names: report ? namedIn(report) : 0 };
  }

  function sums() {
    const { locale: { t }, state, checker } = desk, n = counts();
    if (state === 'empty') return [h('p', { class: 'verdict plain' }, t('state.empty'))];
    if (state === 'loading') return [h('p', { class: 'verdict plain' }, t('state.loading')), !checker.warm && h('p', { class: 'rest' }, t('state.loading.first'))];
    if (state === 'error') return [h('p', { class: 'verdict plain' }, t('state.error.title'))];
    const rest = [t('sum.names', { n: n.names }), t('sum.sentences', { n: n.sentences }), t('sum.time', { n: Math.max(1, Math.round(checker.time)) })];
    return [
      state === 'clear' ? h('p', { class: 'clear' }, t('state.clear')) : h('p', { class: 'verdict' },
        h('span', { class: n.facts ? 'critical' : 'zero' }, t('sum.facts', { n: n.facts })), ' · ', t('sum.findings', { n: n.slips })),
      h('p', { class: 'rest' }, rest.join(' · ')),
    ];
  }

  function content() {
    const { locale: { t }, state, view, checker } = desk;
    if (state === 'empty') {
      return [h('div', { class: 'quiet' }, h('p', {}, t('state.empty.side')),
        h('ul', {}, ...SEVERITIES.map((severity) => h('li', {}, sign(severity), h('span', {}, h('b', {}, t(`sev.${severity}`)), ': ', t(`sev.${severity}.means`))))))];
    }
    if (state === 'loading') return [h('div', { class: 'still', 'aria-hidden': 'true' }, ...Array.from({ length: 9 }, () => h('i')))];
    if (state === 'error') {
      const error = /** @type {{ code?: string, file?: string }} */ (checker.error);
      return [h('div', { class: 'quiet' }, h('p', {}, error?.file ? t('state.error.why', { file: error.file }) : t('state.stopped.why')),
        !error?.file && h('p', { lang: 'en' }, h('code', {}, messageOf(checker.error))))];
    }
    return { findings: findingsList, names: namesList, sentences: sentencesList }[view.tab](desk);
  }

  let shownTab = desk.view.tab;
  // Known from its own event: to ask the panel itself would lay the whole page out.
  let scrolled = 0;
  panel.addEventListener('scroll', () => { scrolled = panel.scrollTop; }, { passive: true });

  return {
    render() {
      // A list of thousands is not built anew for every key; it is when the text has been read again.
      if (desk.checker.stale && desk.story.text.length > LONG) return;
      const { locale: { t, number }, state, view } = desk, n = counts(), quiet = ['empty', 'loading', 'error'].includes(state);
      summary.replaceChildren(...sums().filter((node) => node instanceof Node));
      tabs.hidden = quiet;
      const totals = { findings: n.all, names: n.names, sentences: n.sentences };
      buttons.forEach((button, i) => {
        const on = view.tab === TABS[i];
        button.replaceChildren(t(`tab.${TABS[i]}`), h('span', { class: 'count' }, number(totals[TABS[i]])));
        button.setAttribute('aria-selected', String(on));
        button.tabIndex = on ? 0 : -1;
      });
      panel.setAttribute('aria-labelledby', quiet ? 'summary' : `tab-${view.tab}`);
      const key = document.activeElement?.closest('[data-key]')?.getAttribute('data-key');
      const inside = panel.contains(document.activeElement), top = shownTab === view.tab ? scrolled : 0;
      const open = [...panel.querySelectorAll('details[open]')].map((details) => details.getAttribute('data-key'));
      panel.replaceChildren(...content().filter((node) => node instanceof Node));
      for (const details of panel.querySelectorAll('details')) details.open = open.includes(details.getAttribute('data-key'));
      if (scrolled) panel.scrollTop = top;
      shownTab = view.tab;
      // A row that is built anew must not drop the focus to the page's beginning.
      if (inside && key) /** @type {HTMLElement | null} */ (panel.querySelector(`[data-key="${CSS.escape(key)}"]`))?.focus({ preventScroll: true });
      if (inside && !panel.contains(document.activeElement)) /** @type {HTMLElement | null} */ (panel.querySelector('.finding .open, [data-entity], button') ?? panel)?.focus({ preventScroll: true });
      $('#open-list').textContent = t('list.open');
      for (const button of document.querySelectorAll('.peek [data-step]')) /** @type {HTMLButtonElement} */ (button).disabled = !n.all;
      $('#grip').setAttribute('aria-expanded', String(view.sheet === 'half'));
    },
    /** Says a thing to those who do not see the page. @param {string} words */
    say(words) { live.textContent = ''; live.textContent = words; },
    /** Scrolls the list to the chosen row; `inside` moves the focus into the card, `focus` onto the row.
     * @param {{ focus?: boolean, inside?: boolean }} how */
    toSelected({ focus, inside }) {
      const item = panel.querySelector('.selected');
      if (!item) return;
      item.scrollIntoView({ block: 'nearest' });
      const target = inside ? item.querySelector('.card input, .card button') : focus ? item.querySelector('.open, [data-entity]') : null;
      /** @type {HTMLElement | null} */ (target)?.focus({ preventScroll: true });
    },
  };
}
/** @typedef {ReturnType<typeof createSide>} Side */
