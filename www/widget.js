/** What `<kasoti-check>` does once it is wanted: reads its article, shows what it found, keeps up with changes. */
import { annotate } from './annotate.js';
import { oncePerFrame } from './dom.js';
import { articleOf } from './element.js';
import { load } from './engine.js';
import { KasotiError } from './error.js';
import { KasotiErrorEvent, ReportEvent, SelectEvent } from './events.js';
import { loadLocale, uiLanguage } from './locale.js';
import { readerView } from './reader.js';
import { settings } from './settings.js';
import { adopt, loadSheet } from './sheets.js';
import { watchTranslation } from './translated.js';

/** @typedef {import('./annotate.js').Annotation} Annotation */
/** @typedef {import('./annotate.js').Show} Show */
/** @typedef {import('./element.js').KasotiCheck} KasotiCheck */
/** @typedef {import('./element.js').Mode} Mode */
/** @typedef {import('./reader.js').View} View */
/** @typedef {import('./reader.js').Item} Item */
/** @typedef {import('./types.js').Options} Options */
/** @typedef {{ annotation: Annotation | null, begun: Promise<void> }} Widget `begun`: the first report is there, or why not */

/** Clicks on these are meant for them, not for the word that they hold. */
const CONTROLS = 'a[href], button, input, select, label, summary, [role="button"], [role="link"]';

/** @type {Record<Mode, Show>} what each mode paints at first */
const PAINT = {
  reader: { findings: 'readers', names: false, sentences: false },
  editor: { findings: 'all', names: true, sentences: false },
  entities: { findings: 'none', names: true, sentences: false },
  sentences: { findings: 'none', names: false, sentences: true },
};

/**
 * @param {KasotiCheck} element
 * @param {Options} given set as properties
 * @param {AbortSignal} signal ends all of it
 * @returns {Widget}
 */
export function startWidget(element, given, signal) {
  const wanted = element.getAttribute('mode') ?? '';
  const mode = /** @type {Mode} */ (wanted in PAINT ? wanted : 'reader');
  /** @type {View | null} */ let view = null;
  /** @type {Widget} */ const widget = { annotation: null, begun: begin() };
  signal.addEventListener('abort', () => {
    widget.annotation?.destroy();
    widget.annotation = null;
  });
  return widget;

  async function begin() {
    try {
      load().catch(() => {}); // on its way while the rest is got ready; a failure comes with the first analysis
      await documentRead();
      await show();
      const target = targetOf(element);
      watchPlace(element, target, signal);
      watchTranslation(target, signal, () => element.restart());
      await read(target);
    } catch (error) {
      if (signal.aborted) return;
      view?.fail(error);
      element.dispatchEvent(new KasotiErrorEvent(error));
      if (error instanceof KasotiError && error.code === 'target') watchPlace(element, null, signal);
    }
  }

  async function show() {
    const [locale, sheet, panel] = await Promise.all([loadLocale(uiLanguage(element, element.getAttribute('ui-lang'))), loadSheet(new URL('./kasoti.css', import.meta.url)),
      mode === 'editor' ? import('./panel.js') : null]); // readers need not fetch what editors do
    const root = element.shadowRoot;
    if (signal.aborted || !root) return;
    signal.addEventListener('abort', adopt(root, sheet));
    const actions = {
      choose,
      retry: () => element.restart(),
      about: element.getAttribute('about'),
      place: /** @type {'aside' | 'below'} */ (element.getAttribute('panel') === 'below' ? 'below' : 'aside'),
    };
    view = panel ? panel.editorView(locale, actions) : readerView(locale, actions, mode);
    root.replaceChildren(...view.nodes);
  }

  /** @param {HTMLElement} target */
  async function read(target) {
    const annotation = await annotate(target, {
      lang: element.getAttribute('text-lang') ?? 'auto',
      ...await settings(element, given),
      show: PAINT[mode],
      ...element.shadowRoot ? { stage: element.shadowRoot } : {},
      onReport: tell,
      onError: (error) => {
        if (error instanceof KasotiError && error.code === 'pack') view?.lack?.(error.file ?? '');
        element.dispatchEvent(new KasotiErrorEvent(error));
      },
    });
    if (signal.aborted) return annotation.destroy();
    widget.annotation = annotation;
    tell();
    target.addEventListener('click', clicked, { signal });
    if (mode === 'sentences') listenForPointer(target, annotation, signal);
    document.addEventListener('pointerdown', (event) => view?.outside?.(event), { signal });
  }

  /** A report has come; the first one before the annotation is known here. */
  function tell() {
    const { annotation } = widget;
    if (!annotation) return;
    view?.report(annotation);
    element.dispatchEvent(new ReportEvent(annotation.report, annotation.text));
  }

  /** @param {MouseEvent} event */
  function clicked(event) {
    const on = event.target, { annotation } = widget;
    if (event.defaultPrevented || (on instanceof Element && on.closest(CONTROLS))) return;
    if (!document.getSelection()?.isCollapsed && !annotation?.editable) return;
    const item = annotation?.at(event);
    if (item && choose(item)) view?.open(item, event);
  }

  /** @param {Item} item @returns {boolean} false when the page takes the matter in hand itself */
  function choose(item) {
    return element.dispatchEvent(new SelectEvent(
      'code' in item ? { finding: item } : 'kind' in item ? { mention: item } : { sentence: item }));
  }
}

/** The sentence under the pointer is washed. @param {HTMLElement} target @param {Annotation} annotation @param {AbortSignal} signal */
function listenForPointer(target, annotation, signal) {
  target.addEventListener('pointermove', oncePerFrame((/** @type {PointerEvent} */ event) => {
    if (!signal.aborted) annotation.wash(annotation.at(event));
  }), { signal, passive: true });
  target.addEventListener('pointerleave', () => annotation.wash(null), { signal });
}

/**
 * Pages that render themselves put articles in late and exchange them: then it begins anew.
 * @param {KasotiCheck} element @param {HTMLElement | null} target @param {AbortSignal} signal
 */
function watchPlace(element, target, signal) {
  const observer = new MutationObserver(() => { if (articleOf(element) !== target) element.restart(); });
  const root = element.getRootNode();
  for (const scope of new Set([root, document])) observer.observe(scope, { subtree: true, childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

/** @param {KasotiCheck} element */
function targetOf(element) {
  const id = element.getAttribute('for'), target = articleOf(element);
  if (target) return target;
  throw new KasotiError('target', id === null ? '<kasoti-check> stands in no <article> and has no for="…"'
    : `<kasoti-check for="${id}">: no element of this page has that id`);
}

/** The article may stand below its widget, where the page has not been read yet. */
function documentRead() {
  if (document.readyState !== 'loading') return undefined;
  return new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}
