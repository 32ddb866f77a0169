/** Reads an article where it stands, paints it, and keeps up with its changes. */
import { analyze, packError } from './engine.js';
import { spanAt } from './hit.js';
import { ignored } from './ignore.js';
import { highlightPainter, supported } from './paint/highlight.js';
import { closingMark, KINDS, SEVERITIES } from './report.js';
import { targetOf } from './target.js';

/** @typedef {import('./types.js').Options} Options */
/** @typedef {import('./types.js').Report} Report */
/** @typedef {import('./types.js').Finding} Finding */
/** @typedef {import('./types.js').Entity} Entity */
/** @typedef {import('./types.js').Sentence} Sentence */
/** @typedef {import('./types.js').Span} Span */
/** @typedef {import('./types.js').Fix} Fix */

/**
 * What is painted: findings `all`, those meant for `readers` (facts in doubt and name variants) or `none`; names as
 * tints; sentences as a tick on each closing mark.
 * @typedef {{ findings: 'all' | 'readers' | 'none', names: boolean, sentences: boolean }} Show
 */

/**
 * Options of the analysis and these.
 * @typedef {Options & {
 *   show?: Partial<Show>,
 *   watch?: boolean,
 *   stage?: ShadowRoot,
 *   onReport?: (report: Report) => void,
 *   onError?: (error: unknown) => void,
 * }} AnnotateOptions
 * `watch`: read the article again when it changes, true by default · `stage`: where the mirror hangs in which a field's words
 * are painted; without it they are not · `onReport`: after each reading, the first too ·
 * `onError`: what went wrong after the first reading, and a missing pack
 */

/**
 * @typedef {Finding | Entity | Sentence} Item
 *
 * @typedef {object} Annotation
 * @property {HTMLElement} target
 * @property {string} text the readable text that the report's spans index
 * @property {Report} report
 * @property {boolean} editable
 * @property {Show} shown
 * @property {Item | null} selected
 * @property {() => Promise<Report>} refresh reads the article again
 * @property {(show: Partial<Show>) => void} show changes what is painted
 * @property {(item: Item | null, reveal?: boolean) => void} select marks one finding, mention or sentence, and brings
 *   it into view unless `reveal` is false
 * @property {(span: Span) => void} reveal brings words into view and marks them, whatever they are
 * @property {() => Finding | null} next selects the next of the findings shown
 * @property {() => Finding | null} previous
 * @property {(point: { clientX: number, clientY: number }) => Item | null} at what is painted there
 * @property {(span: Span | null) => void} wash marks words lightly, while a pointer rests on them
 * @property {(span: Span) => DOMRect | null} place where the words are in the window; null in a field
 * @property {() => void} focus goes back into the text, to what is selected
 * @property {(fix: Fix) => Promise<boolean>} apply makes the edits of a fix; false when the words have changed meanwhile
 * @property {(finding: Finding) => Promise<Report>} ignore leaves out this finding from now on
 * @property {() => void} destroy takes off all paint and stops; the page is as it was
 */

/** Milliseconds of rest after a change: longer than between two keys, shorter than a look to the side. */
const REST = 400;

/** Milliseconds after which changes without a rest are read all the same. */
const LONGEST = 3000;

/**
 * @param {Element} element an article, something `contenteditable`, or a `<textarea>`
 * @param {AnnotateOptions} [options]
 * @returns {Promise<Annotation>} rejects when there can be no report; the page is as it was
 */
export async function annotate(element, { show = {}, watch = true, stage, onReport, onError, ...options } = {}) {
  const target = targetOf(element);
  const stop = new AbortController();
  const ignore = [...options.ignore ?? []];
  /** @type {Show} */
  const shown = { findings: 'all', names: true, sentences: false, ...show };
  /** @type {Item | null} */
  let selected = null;
  /** @type {Span | null} */
  let washed = null;
  /** @type {unknown} */
  let told;
  let turn = 0;

  const read = () => analyze(target.text, { ...options, ignore });
  let report = await read();
  const field = target.element instanceof HTMLTextAreaElement ? target.element : null;
  const mirror = field && stage && supported ? (await import('./mirror.js')).mirrorOf(field, stage, stop.signal) : null;
  const surface = target.anchored ?? mirror;
  const painter = surface && supported ? highlightPainter(surface) : null;
  /** Whether the report is an old one, carried along. */
  let stale = false;

  function paint() {
    const visible = findingsShown(report, shown);
    for (const severity of SEVERITIES) {
      painter?.set(severity, shown.findings === 'all' ? visible.filter((f) => f.severity === severity) : []);
    }
    painter?.set('reader', shown.findings === 'readers' ? visible : []);
    for (const kind of KINDS) painter?.set(kind, shown.names && !mirror ? report.mentions.filter((m) => m.kind === kind) : []);
    painter?.set('sentence', shown.sentences ? report.sentences.flatMap((sentence) => closingMark(target.text, sentence) ?? []) : []);
    painter?.set('selected', selected ? [selected] : []);
    painter?.set('link', []);
    washed = null;
  }

  /** @param {Report} fresh */
  function take(fresh) {
    report = fresh;
    stale = false;
    selected = selected && same(selected, report);
    paint();
    onReport?.(report);
    const missing = packError(report.lang);
    if (missing && missing !== told) onError?.(missing);
    told = missing;
  }

  async function refresh() {
    const mine = ++turn;
    target.refresh();
    const fresh = await read();
    if (mine === turn && !stop.signal.aborted) take(fresh);
    return fresh;
  }

  /** @param {Item | null} item @param {boolean} [reveal] */
  function select(item, reveal = true) {
    selected = item;
    painter?.set('selected', item ? [item] : []);
    if (item && reveal) target.reveal(item);
  }

  /** @param {1 | -1} step */
  function walk(step) {
    const all = findingsShown(report, shown);
    const from = selected?.start ?? (step > 0 ? -1 : Infinity);
    const finding = step > 0 ? all.find((f) => f.start > from) ?? all[0] : all.findLast((f) => f.start < from) ?? all.at(-1);
    if (finding) select(finding);
    return finding ?? null;
  }

  /** Until the field is read again the old paint goes with its words. */
  function follow() {
    const before = target.text;
    if (!mirror || !target.refresh()) return;
    report = mirror.follow(report, before, target.text);
    stale = true;
    paint();
  }

  if (watch) {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    let since = 0, composing = false;
    const changed = () => {
      clearTimeout(timer);
      follow();
      // Words that an input method is still making are nobody's yet.
      if (composing) return;
      // Something that never rests, such as a clock, must not keep the rest of the article from being read.
      since ||= performance.now();
      timer = setTimeout(() => {
        since = 0;
        if (target.refresh() || stale) refresh().catch((error) => onError?.(error));
        else paint(); // other nodes, the same words
      }, performance.now() - since > LONGEST ? 0 : REST);
    };
    target.watch(changed, stop.signal);
    for (const [name, on] of /** @type {const} */ ([['compositionstart', true], ['compositionend', false]])) {
      target.element.addEventListener(name, () => { composing = on; changed(); }, { signal: stop.signal });
    }
    stop.signal.addEventListener('abort', () => clearTimeout(timer));
  }

  take(report);

  return {
    target: target.element,
    get text() { return target.text; },
    get report() { return report; },
    get editable() { return target.editable; },
    get shown() { return { ...shown }; },
    get selected() { return selected; },
    refresh,
    show(change) {
      Object.assign(shown, change);
      paint();
    },
    select,
    reveal(span) {
      selected = null;
      painter?.set('selected', [span]);
      target.reveal(span);
    },
    next: () => walk(1),
    previous: () => walk(-1),
    at(point) {
      const painted = [...findingsShown(report, shown), ...shown.names ? report.mentions : [], ...shown.sentences ? report.sentences : []];
      if (target.anchored) return spanAt(point, target.anchored, painted);
      // A field tells where its caret is, and nothing else.
      const at = field?.selectionStart ?? -1;
      return painted.filter(({ start, end }) => start <= at && at <= end).sort((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;
    },
    wash(span) {
      if (washed === span) return;
      washed = span;
      painter?.set('link', span ? [span] : []);
    },
    place: (span) => surface?.range(span).getBoundingClientRect() ?? null,
    focus: () => target.focus(selected),
    async apply(fix) {
      const fresh = !target.refresh() && !stale && target.editable;
      if (fresh) target.edit(fix.edits);
      await refresh();
      return fresh;
    },
    ignore(finding) {
      ignore.push(ignored(target.text, finding));
      return refresh();
    },
    destroy() {
      stop.abort();
      painter?.destroy();
    },
  };
}

/** @param {Finding} finding */
export function isForReaders({ severity, code }) {
  return severity === 'critical' || code === 'name-variant';
}

/** @param {Report} report @param {Show} shown */
function findingsShown({ findings }, shown) {
  if (shown.findings === 'none') return [];
  return shown.findings === 'all' ? findings : findings.filter(isForReaders);
}

/**
 * What was chosen before, in the new report; nothing when its words have moved or gone.
 * @param {Item} old
 * @param {Report} report
 * @returns {Item | null}
 */
function same(old, { findings, mentions, sentences }) {
  return ('code' in old ? findings.find((f) => f.code === old.code && f.start === old.start)
    : 'kind' in old ? mentions.find((m) => m.kind === old.kind && m.start === old.start)
      : sentences.find((sentence) => sentence.start === old.start && sentence.end === old.end)) ?? null;
}
