/** The desk: what is being looked at, and everything an editor can do. The parts draw it; they change it only by asking here. */
import { rules } from '../engine.js';
import { ReportEvent, KasotiErrorEvent } from '../events.js';
import { isSafe, offer } from '../choices.js';
import { spanAt } from '../hit.js';
import { actions } from './actions.js';
import { moveOffset } from './changes.js';
import { createChecker } from './check.js';
import { $, reveal } from './dom.js';
import { matcher, wordsOf } from './search.js';
import { createStory } from './story.js';
import { select, selection } from './input.js';
import { evidence } from './evidence.js';

/** @typedef {import('../types.js').Finding} Finding */
/** @typedef {import('../types.js').Span} Span */
/** @typedef {import('../types.js').RuleInfo} RuleInfo */
/** @typedef {import('../types.js').Kind} Kind */
/** @typedef {import('../locale.js').Locale} Locale */
/** @typedef {import('./check.js').State} State */
/** @typedef {'findings' | 'names' | 'sentences'} Tab */
/** @typedef {{ focus?: boolean, inside?: boolean, quiet?: boolean }} How where the focus goes: onto the row, into the card; `quiet`: the text is not moved */

const VIEW = {
  tab: /** @type {Tab} */ ('findings'),
  /** '' for all, a severity, or `safe`. */
  filter: '',
  /** '' for all, or the code of a rule. */
  rule: '',
  /** Words looked for in the list. */
  query: '',
  /** Kinds of names whose tint is switched off. */
  hidden: /** @type {Kind[]} */ ([]),
  selected: /** @type {Finding | null} */ (null),
  mention: /** @type {number | null} */ (null),
  /** The name under the pointer or the caret. */
  linked: /** @type {number | null} */ (null),
  /** The spelling that is being replaced. */
  renaming: /** @type {string | null} */ (null),
  sentence: /** @type {number | null} */ (null),
  compare: false, original: false, numbers: true,
  sheet: /** @type {'peek' | 'half'} */ ('peek'),
  /** How many rows of each group are shown, where somebody asked for more. */
  limit: /** @type {Record<string, number>} */ ({}),
};
/** @typedef {typeof VIEW} View */

/** @param {Locale} locale */
export function createDesk(locale) {
  const root = $('#story');
  /** Where the caret was when the focus left the text. @type {Span} */ let caret = { start: 0, end: 0 };
  /** @type {(() => void)[]} */ const renderers = [];

  const story = createStory(root, {
    changed(changes, typed) {
      const { selected } = desk.view;
      checker.changed(changes, typed);
      desk.view.selected = selected && found(selected.code, moveOffset(selected.start, changes));
      caret = { start: moveOffset(caret.start, changes), end: moveOffset(caret.end, changes) };
      desk.render();
    },
    decided() { checker.read(); desk.render(); },
  });

  const checker = createChecker(story, (state, fresh) => {
    desk.state = state;
    if (fresh) {
      const { selected, mention } = desk.view, { report } = checker;
      desk.view.selected = selected && found(selected.code, selected.start);
      if (mention !== null && !report?.mentions[mention]) desk.view.mention = null;
      desk.view.linked = null;
      if (report) {
        root.lang = report.lang;
        root.dispatchEvent(new ReportEvent(report, story.text));
        if (!desk.ruleInfo.length) rules().then((info) => { desk.ruleInfo = info; desk.render(); }, () => {});
      }
      if (checker.error) root.dispatchEvent(new KasotiErrorEvent(checker.error));
    }
    desk.render();
  });

  /** @param {string} code @param {number} start */
  function found(code, start) {
    return checker.report?.findings.find((finding) => finding.code === code && finding.start === start) ?? null;
  }

  /** @returns {import('./actions.js').Board} */
  const board = () => desk;
  let waiting = false;
  const desk = {
    locale, story, checker,
    view: { ...VIEW },
    state: /** @type {State} */ ('empty'),
    ruleInfo: /** @type {readonly RuleInfo[]} */ ([]),
    get report() { return checker.report; },
    say: (/** @type {string} */ _words) => {},
    notice: (/** @type {string} */ _key) => {},
    toSelected: (/** @type {How} */ _how) => {},

    /** @param {() => void} draw */
    onRender(draw) { renderers.push(draw); },
    /** Draws once, however many changes there are in a turn. */
    render() {
      if (waiting) return;
      waiting = true;
      queueMicrotask(() => { waiting = false; for (const draw of renderers) draw(); });
    },
    /** @param {Partial<View>} patch */
    update(patch) { Object.assign(desk.view, patch); desk.render(); },

    /** The findings that the filter lets through, in the order of the text. */
    shown() {
      const { filter, rule, query } = desk.view, matches = matcher(query);
      return (checker.report?.findings ?? []).filter((finding) =>
        (!filter || (filter === 'safe' ? isSafe(finding) : finding.severity === filter)) && (!rule || finding.code === rule)
        && (!query || matches(wordsOf(locale, story.text, finding))));
    },
    /** The findings of this one's kind that are mended like it: by one suggestion, and no fact among them.
     * @param {Finding} finding */
    alike(finding) {
      const one = (/** @type {Finding} */ other) => other.severity !== 'critical' && ['safe', 'one'].includes(offer(other));
      return one(finding) ? (checker.report?.findings ?? []).filter((other) => other.code === finding.code && one(other)) : [];
    },
    /** The number of the sentence that a span begins in; 0 when there is none. @param {Span} [span] */
    sentenceOf(span) {
      const sentences = checker.report?.sentences ?? [];
      if (!span) return 0;
      let low = 0, high = sentences.length;
      while (low < high) { const middle = (low + high) >> 1; if (sentences[middle].start <= span.start) low = middle + 1; else high = middle; }
      return low;
    },
    ...evidence(() => checker.report, () => story.text),

    // ── Looking ──

    /** @param {Finding | null} finding @param {How} [how] */
    select(finding, how = {}) {
      const phone = matchMedia('(max-width: 56rem)').matches;
      desk.update({ selected: finding, ...finding ? { tab: 'findings', compare: false } : {}, ...finding && phone ? { sheet: 'half' } : {} });
      if (finding && !desk.shown().includes(finding)) desk.update({ filter: '', rule: '', query: '' });
      if (!finding) return;
      queueMicrotask(() => { desk.toSelected(how); if (!how.quiet || phone) desk.reveal(finding); });
    },
    /** @param {1 | -1} by */
    step(by) {
      const all = desk.shown();
      if (!all.length) return;
      const inText = document.activeElement === root, from = desk.view.selected?.start ?? (by > 0 ? caret.start - 1 : caret.start);
      const next = by > 0 ? all.find(({ start }) => start > from) ?? all[0] : all.findLast(({ start }) => start < from) ?? all[all.length - 1];
      if (inText) { select(story.lines, { start: next.start, end: next.start }); caret = { start: next.start, end: next.start }; }
      desk.select(next, { focus: !inText && document.activeElement?.closest('#panel') !== null });
      desk.say(`${locale.t('position', { i: all.indexOf(next) + 1, n: all.length })}. ${story.text.slice(next.start, next.end)}. ${desk.locale.message(next, story.text).short}`);
    },
    /** @param {number | null} i index of a mention */
    selectMention(i) {
      desk.update({ mention: i, tab: 'names', renaming: null });
      const mention = i === null ? undefined : checker.report?.mentions[i];
      if (mention) queueMicrotask(() => { desk.toSelected({}); desk.reveal(mention); });
    },
    /** @param {Kind} kind */
    toggleKind(kind) {
      const { hidden } = desk.view;
      desk.update({ hidden: hidden.includes(kind) ? hidden.filter((other) => other !== kind) : [...hidden, kind] });
    },
    /** @param {string | null} form */
    startRenaming(form) {
      const { renaming } = desk.view;
      desk.update({ renaming: form });
      queueMicrotask(() => {
        const field = /** @type {HTMLInputElement | null} */ (document.querySelector('.rename input'));
        field?.select();
        if (!field && renaming) /** @type {HTMLElement | null} */ (document.querySelector(`[data-key="${CSS.escape(`rename-${renaming}`)}"]`))?.focus();
      });
    },
    /** @param {number | null} i */
    selectSentence(i) {
      desk.update({ sentence: i });
      const sentence = i === null ? undefined : checker.report?.sentences[i];
      if (sentence) desk.reveal(sentence);
    },
    /** @param {Span} span */
    reveal(span) {
      reveal(root, story.lines.range({ start: span.start, end: Math.min(span.end, span.start + 1) }).getClientRects()[0]
        ?? story.lines.blocks[story.lines.lineAt(span.start)].getBoundingClientRect());
    },
    /** Back to the text, where the caret was. */
    toText() {
      desk.select(null);
      root.focus({ preventScroll: true });
      select(story.lines, caret);
    },

    /** A text of another story: nothing of it is chosen yet. @param {Partial<View>} patch */
    look(patch) { Object.assign(desk.view, { ...VIEW, numbers: desk.view.numbers, tab: desk.view.tab, hidden: desk.view.hidden }, patch); },

    ...actions(story, checker, found, board),
  };
  /** @param {Locale} next */
  const speak = (next) => { desk.locale = locale = next; desk.render(); };

  document.addEventListener('selectionchange', () => { if (document.activeElement === root) caret = selection(story.lines) ?? caret; });
  root.addEventListener('click', (event) => {
    const { report, view } = desk;
    if (!report || (document.getSelection()?.isCollapsed === false)) return;
    if (view.tab === 'names') {
      const mention = spanAt(event, story.lines, report.mentions.filter((m) => !view.hidden.includes(m.kind)));
      return desk.selectMention(mention ? report.mentions.indexOf(mention) : null);
    }
    if (view.tab === 'sentences') {
      const sentence = spanAt(event, story.lines, report.sentences);
      return desk.update({ sentence: sentence ? report.sentences.indexOf(sentence) : null });
    }
    const finding = spanAt(event, story.lines, desk.shown());
    if (finding !== view.selected) desk.select(finding, { quiet: true });
  });

  return Object.assign(desk, { speak });
}
/** @typedef {ReturnType<typeof createDesk>} Desk */
