/**
 * What is looked at is what is painted: the tab of slips shows lines and tints, that of names tints alone, that of
 * sentences a tick on each closing mark. And the numbers in the margin.
 */
import { highlightPainter, supported } from '../paint/highlight.js';
import { closingMark, KINDS, SEVERITIES } from '../report.js';
import { h, oncePerFrame } from '../dom.js';
import { setWords } from './dom.js';
import { fromRoot } from './from-root.js';

/** @typedef {import('../types.js').Span} Span */
/** @typedef {import('../paint/layers.js').Layer} Layer */
/** @typedef {import('./desk.js').Desk} Desk */

/** More spans than this, those of some 2,000 words, are painted only near what is in sight: the browser goes through all ranges at each key. */
const MANY = 400;
/** Screens above and below that are painted along. */
const AROUND = 1.5;
const LAYERS = /** @type {readonly Layer[]} */ ([...KINDS, ...SEVERITIES, 'sentence', 'link', 'selected']);

/** @param {Desk} desk @param {HTMLElement} margin where the numbers stand, beside the article */
export function createPaint(desk, margin) {
  const { lines } = desk.story;
  const painter = supported ? highlightPainter(lines, fromRoot) : null;
  /** The stretch that was painted, when not all was. @type {Span | null} */ let window_ = null;

  /** The lines in sight, with something around them. @returns {Span} */
  function near() {
    const { blocks } = lines, reach = innerHeight * AROUND;
    const first = edge((i) => blocks[i].getBoundingClientRect().bottom > -reach);
    const last = edge((i) => blocks[i].getBoundingClientRect().top > innerHeight + reach);
    return { start: lines.starts()[Math.min(first, blocks.length - 1)], end: lines.endOf(Math.max(0, Math.min(last, blocks.length - 1))) };
  }

  /** The first line of which `past` is true. @param {(i: number) => boolean} past */
  function edge(past) {
    let low = 0, high = lines.blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (past(middle)) high = middle; else low = middle + 1;
    }
    return low;
  }

  /** @returns {Map<Layer, readonly Span[]>} */
  function layers() {
    const { report, view } = desk;
    /** @type {Map<Layer, readonly Span[]>} */ const out = new Map();
    if (!report || view.compare) return out;
    if (view.tab !== 'sentences') {
      for (const kind of KINDS) {
        if (view.hidden.includes(kind)) continue;
        out.set(kind, report.mentions.filter((mention) => mention.kind === kind));
      }
    }
    if (view.tab === 'findings') {
      for (const severity of SEVERITIES) out.set(severity, desk.shown().filter((finding) => finding.severity === severity));
      if (view.selected) {
        out.set('selected', [view.selected]);
        out.set('link', view.selected.related ?? []);
      }
    }
    if (view.tab === 'names') {
      const chosen = view.mention === null ? undefined : report.mentions[view.mention];
      const all = report.entities[view.linked ?? chosen?.entity ?? -1]?.mentions ?? [];
      out.set('link', all.filter((i) => i !== view.mention).map((i) => report.mentions[i]).filter(Boolean));
      if (chosen) out.set('selected', [chosen]);
    }
    if (view.tab === 'sentences') {
      out.set('sentence', report.sentences.flatMap((sentence) => closingMark(desk.story.text, sentence) ?? []));
      const chosen = view.sentence === null ? undefined : report.sentences[view.sentence];
      if (chosen) out.set('link', [chosen]);
    }
    return out;
  }

  /** What the paint was made of the last time. @type {unknown[]} */ let made = [];

  /** Whether the ranges, which follow their words by themselves, still are what is to be painted. */
  function stands() {
    const { checker, view } = desk, { tab, selected, mention, linked, sentence, compare, filter, rule, query, hidden } = view;
    const now = [checker.stale ? made[0] : checker.report, lines.rebuilt, tab, selected?.code, mention, linked, sentence, compare, filter, rule, query, hidden, matchMedia('(forced-colors: active)').matches];
    const same = now.every((value, i) => value === made[i]);
    made = now;
    return same;
  }

  /** @param {boolean} [moved] other words are in sight */
  function paint(moved = false) {
    if (stands() && !(moved && window_)) return number();
    const all = layers(), count = [...all.values()].reduce((sum, spans) => sum + spans.length, 0);
    window_ = count > MANY ? near() : null;
    const { start, end } = window_ ?? { start: 0, end: Infinity };
    for (const layer of LAYERS) {
      painter?.set(layer, (all.get(layer) ?? []).filter((span) => span.start < end && span.end > start && span.end <= lines.text.length));
    }
    number();
  }

  /** Sentence numbers at the line where each begins; those that begin on one line share it. */
  function number() {
    const { report, view } = desk;
    if (!report || !view.numbers || view.compare) return margin.replaceChildren();
    const { start, end } = report.sentences.length > 300 ? near() : { start: 0, end: Infinity };
    const top = margin.getBoundingClientRect().top, here = desk.sentenceOf(view.selected ?? undefined);
    /** @type {Map<number, number[]>} */ const rows = new Map();
    report.sentences.forEach((sentence, i) => {
      if (sentence.start > end || sentence.end < start || sentence.start >= lines.text.length) return;
      const rect = lines.range({ start: sentence.start, end: sentence.start + 1 }).getClientRects()[0];
      if (!rect) return;
      const y = Math.round(rect.top + rect.height / 2 - top);
      rows.set(y, [...(rows.get(y) ?? []), i + 1]);
    });
    // Mostly they are those that stand there: only what is new is written.
    const labels = /** @type {HTMLElement[]} */ ([...margin.children]);
    [...rows].forEach(([y, numbers], i) => {
      const label = labels[i] ?? margin.appendChild(h('span')), place = `${y}px`;
      setWords(label, numbers.map(desk.locale.number).join(' · '));
      if (label.style.insetBlockStart !== place) label.style.insetBlockStart = place;
      if (label.classList.contains('here') !== numbers.includes(here)) label.classList.toggle('here');
    });
    for (const label of labels.slice(rows.size)) label.remove();
  }

  let scrolled = false;
  const soon = oncePerFrame(() => { paint(scrolled); scrolled = false; });
  new ResizeObserver(() => { scrolled = true; soon(); }).observe(lines.root);
  document.fonts.ready.then(soon);
  matchMedia('(forced-colors: active)').addEventListener('change', soon);
  addEventListener('scroll', () => { if (window_ || (desk.report?.sentences.length ?? 0) > 300) { scrolled = true; soon(); } }, { capture: true, passive: true });

  return { paint: soon };
}
