/** The list of findings in the editor's panel: by severity, in the order of the text, one of them open. */
import { BUTTON, choices, offer, reading, shortened } from './choices.js';
import { h, rove, set } from './dom.js';
import { SEVERITIES } from './report.js';

/** @typedef {import('./annotate.js').Annotation} Annotation */
/** @typedef {import('./locale.js').Locale} Locale */
/** @typedef {import('./types.js').Finding} Finding */
/** @typedef {import('./types.js').Fix} Fix */

/**
 * @typedef {object} Doing
 * @property {HTMLElement} list where the rows go
 * @property {(finding: Finding) => boolean} choose
 * @property {(fix: Fix) => unknown} apply
 * @property {(finding: Finding) => unknown} ignore
 */

/**
 * @param {Locale} locale
 * @param {Doing} doing
 */
export function findingList(locale, { list, choose, apply, ignore }) {
  const { t, number } = locale;
  /** @type {Annotation | undefined} */
  let annotation;
  /** @type {Map<Finding, HTMLElement>} */
  let rows = new Map();

  const openers = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll('.open')]);
  rove(list, openers, { keys: ['ArrowUp', 'ArrowDown'] });

  /** @param {Finding | null} finding */
  function unfold(finding) {
    for (const [other, row] of rows) {
      const on = other === finding;
      row.classList.toggle('selected', on);
      set(/** @type {HTMLElement} */ (row.querySelector('.open')), { 'aria-expanded': String(on) });
      row.querySelector('.more')?.remove();
      if (on && annotation) row.append(more(annotation, other));
    }
  }

  /** @param {Finding} finding */
  function toggle(finding) {
    const isOpen = rows.get(finding)?.classList.contains('selected');
    if (!isOpen && !choose(finding)) return;
    unfold(isOpen ? null : finding);
    annotation?.select(isOpen ? null : finding);
  }

  /** @param {Annotation} annotation @param {Finding} finding */
  function row(annotation, finding) {
    const { report, text } = annotation;
    const { lead, said, mended } = reading(finding, finding.fixes?.[0], text);
    const { title, short } = locale.message(finding, text);
    const opener = h('button', { class: 'open', type: 'button', 'aria-expanded': 'false', tabindex: -1, onclick: () => toggle(finding) },
      h('span', { class: 'unseen' }, `${t(`sev.${finding.severity}`, { n: 1 })}: ${title}. `),
      h('span', { class: 'words', lang: report.lang }, lead, h('span', { class: 'said' }, shortened(said)),
        mended && ' → ', mended && h('b', {}, shortened(mended))),
      ' ', h('span', { class: 'reason' }, short));
    const item = h('li', { class: 'finding', 'data-severity': finding.severity, 'data-code': finding.code }, opener, button(annotation, finding, mended));
    rows.set(finding, item);
    return item;
  }

  /**
   * @param {Annotation} annotation
   * @param {Finding} finding
   * @param {string | null} mended
   */
  function button({ editable }, finding, mended) {
    const kind = offer(finding);
    if (kind === 'none' || (!editable && !mended)) return null;
    const [fix] = finding.fixes ?? [];
    const work = !editable ? () => navigator.clipboard?.writeText(mended ?? '').catch(() => {})
      : kind === 'choose' ? () => toggle(finding) : () => act(() => apply(fix));
    return h('button', { class: 'small', type: 'button', onclick: work }, t(editable ? BUTTON[kind] : 'fix.copy'));
  }

  /** @param {Annotation} annotation @param {Finding} finding */
  function more({ report, text, editable }, finding) {
    const { long, title } = locale.message(finding, text);
    const sentence = report.sentences.findIndex(({ start, end }) => start <= finding.start && finding.start < Math.max(end, start + 1));
    const steps = editable ? choices(finding, text, locale).map(({ fix, label, isWords, count }, i) => h('button', {
      class: i === 0 && finding.severity !== 'critical' ? 'small first' : 'small',
      type: 'button',
      onclick: () => act(() => apply(fix)),
    }, h('span', { lang: isWords && report.lang }, shortened(label)),
    count > 1 && h('span', {}, `· ${t('card.changes', { n: count })}`))) : [];
    return h('div', { class: 'more' },
      h('p', {}, h('b', {}, title), sentence >= 0 && ` · ${t('where', { n: sentence + 1 })}`),
      h('p', {}, long),
      h('p', { class: 'steps' }, ...steps,
        h('button', { class: 'small plain', type: 'button', onclick: () => act(() => ignore(finding)) }, t('ignore'))));
  }

  /** After a change the list is another one; the focus stays at the same height. @param {() => unknown} work */
  async function act(work) {
    const focused = /** @type {ShadowRoot} */ (list.getRootNode()).activeElement;
    const at = openers().findIndex((opener) => opener.closest('li')?.contains(focused));
    await work();
    const left = openers();
    if (at >= 0) (left[Math.min(at, left.length - 1)] ?? list).focus({ preventScroll: true });
  }

  return {
    /** @param {Annotation} fresh */
    fill(fresh) {
      annotation = fresh;
      rows = new Map();
      const { findings } = fresh.report;
      const top = list.scrollTop;
      list.replaceChildren(...SEVERITIES.flatMap((severity) => {
        const group = findings.filter((finding) => finding.severity === severity);
        return group.length ? [
          h('h3', {}, t(`sev.${severity}`, { n: group.length }), ' ', h('small', {}, number(group.length))),
          h('ol', {}, ...group.map((finding) => row(fresh, finding))),
        ] : [];
      }));
      if (!findings.length) {
        const words = fresh.text.trim() ? ['state.clear.what', 'state.clear.limits'] : ['state.empty.side'];
        list.append(h('div', { class: 'inset' }, ...words.map((key) => h('p', {}, t(key)))));
      }
      const first = openers()[0];
      if (first) first.tabIndex = 0;
      list.scrollTop = top;
      const { selected } = fresh;
      if (selected && 'code' in selected) unfold(selected);
    },
    /** @param {Finding} finding @param {boolean} focus */
    open(finding, focus) {
      unfold(finding);
      annotation?.select(finding, focus);
      const opener = /** @type {HTMLElement | null | undefined} */ (rows.get(finding)?.querySelector('.open'));
      opener?.scrollIntoView({ block: 'nearest' });
      if (focus) opener?.focus({ preventScroll: true });
    },
  };
}
