/** `<kasoti-check>`: the widget. */
import { annotate } from './annotate.js';
import { load } from './engine.js';
import { KasotiError } from './error.js';
import { KasotiErrorEvent, ReportEvent, SelectEvent } from './events.js';
import { loadLocale, uiLanguage } from './locale.js';
import { editorView } from './panel.js';
import { readerView } from './reader.js';
import { adopt, loadSheet } from './sheets.js';

/** @typedef {import('./annotate.js').Annotation} Annotation */
/** @typedef {import('./reader.js').View} View */
/** @typedef {import('./types.js').Finding} Finding */
/** @typedef {import('./types.js').Entity} Entity */

/** A worker or Node may import the module too; there is just no element to register. */
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/** Clicks on these are meant for them, not for the word that they hold. */
const CONTROLS = 'a[href], button, input, select, label, summary, [role="button"], [role="link"]';

/**
 * Checks the article that `for` names, and shows what it found.
 *
 * @attr {string} for id of an article, of something `contenteditable`, or of a `<textarea>`; without it the `<article>`
 *   around the element
 * @attr {'reader' | 'editor'} mode one quiet line for readers (the default), or the panel for editors
 * @attr {'aside' | 'below'} panel where the editor's panel stands: in a column of its own (the default) or below
 * @attr {string} text-lang language of the article; told from its words by default
 * @attr {string} ui-lang language of the widget: mr, hi, en; by default that of the page around it
 * @attr {string} about address of a page that tells what this is; without it no link is shown
 * @fires ReportEvent kasoti-report: the article has been read
 * @fires SelectEvent kasoti-select: a finding or name was chosen; cancelable
 * @fires KasotiErrorEvent kasoti-error: something is missing; the article is untouched
 * @slot note the line at the foot of the panel
 * @csspart bar @csspart summary @csspart names @csspart toggle @csspart panel @csspart list @csspart card
 */
export class KasotiCheck extends Base {
  static observedAttributes = ['for', 'mode', 'panel', 'text-lang', 'ui-lang', 'about'];

  /** @type {Annotation | null} */
  #annotation = null;
  /** @type {View | null} */
  #view = null;
  /** @type {AbortController | null} */
  #life = null;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    // Until kasoti.css is there the place is kept, so that nothing below it moves.
    const place = new CSSStyleSheet();
    place.replaceSync(`:host { display: block; min-block-size: 3rem } :host([hidden]) { display: none }
      @media (max-width: 48rem) { :host { min-block-size: 4.5rem } }`);
    root.adoptedStyleSheets = [place];
  }

  connectedCallback() {
    this.#start();
  }

  disconnectedCallback() {
    this.#stop();
  }

  attributeChangedCallback() {
    if (!this.#life) return;
    this.#stop();
    this.#start();
  }

  /** The annotation at work; null before the first report and when there can be none. */
  get annotation() {
    return this.#annotation;
  }

  /** The last report, or null. */
  get report() {
    return this.#annotation?.report ?? null;
  }

  /** Reads the article again. */
  async refresh() {
    return this.#annotation ? this.#annotation.refresh() : null;
  }

  #stop() {
    this.#life?.abort();
    this.#life = null;
    this.#annotation?.destroy();
    this.#annotation = null;
    this.#view = null;
    this.shadowRoot?.replaceChildren();
  }

  async #start() {
    const life = new AbortController();
    this.#life = life;
    const { signal } = life;
    try {
      load().catch(() => {}); // on its way while the rest is got ready; a failure comes with the first analysis
      await documentRead();
      await this.#show(signal);
      if (!signal.aborted) await this.#annotate(signal);
    } catch (error) {
      if (signal.aborted) return;
      this.#view?.fail(error);
      this.dispatchEvent(new KasotiErrorEvent(error));
    }
  }

  /** @param {AbortSignal} signal */
  async #show(signal) {
    const [locale, sheet] = await Promise.all([
      loadLocale(uiLanguage(this, this.getAttribute('ui-lang'))), loadSheet('kasoti.css')]);
    const root = this.shadowRoot;
    if (signal.aborted || !root) return;
    const release = adopt(root, sheet);
    signal.addEventListener('abort', release);
    const actions = {
      choose: (/** @type {Finding | Entity} */ item) => this.#choose(item),
      retry: () => this.#retry(),
      about: this.getAttribute('about'),
      place: /** @type {'aside' | 'below'} */ (this.getAttribute('panel') === 'below' ? 'below' : 'aside'),
    };
    this.#view = this.#isEditor ? editorView(locale, actions) : readerView(locale, actions);
    root.replaceChildren(...this.#view.nodes);
  }

  /** @param {AbortSignal} signal */
  async #annotate(signal) {
    const target = this.#target();
    const annotation = await annotate(target, {
      lang: this.getAttribute('text-lang') ?? 'auto',
      show: { findings: this.#isEditor ? 'all' : 'readers', names: this.#isEditor },
      onReport: () => this.#tell(),
      onError: (error) => {
        if (error instanceof KasotiError && error.code === 'pack') this.#view?.lack?.(error.file ?? '');
        this.dispatchEvent(new KasotiErrorEvent(error));
      },
    });
    if (signal.aborted) return annotation.destroy();
    this.#annotation = annotation;
    this.#tell();
    target.addEventListener('click', (event) => this.#clicked(event), { signal });
    document.addEventListener('pointerdown', (event) => this.#view?.outside?.(event), { signal });
  }

  /** A report has come; the first one before the annotation is known here. */
  #tell() {
    if (!this.#annotation) return;
    this.#view?.report(this.#annotation);
    this.dispatchEvent(new ReportEvent(this.#annotation.report, this.#annotation.text));
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const on = event.target;
    if (event.defaultPrevented || (on instanceof Element && on.closest(CONTROLS))) return;
    if (!document.getSelection()?.isCollapsed && !this.#annotation?.editable) return;
    const item = this.#annotation?.at(event);
    if (item && this.#choose(item)) this.#view?.open(item, event);
  }

  /** @param {Finding | Entity} item @returns {boolean} false when the page takes the matter in hand itself */
  #choose(item) {
    return this.dispatchEvent(new SelectEvent('code' in item ? { finding: item } : { mention: item }));
  }

  #retry() {
    this.#stop();
    this.#start();
  }

  get #isEditor() {
    return this.getAttribute('mode') === 'editor';
  }

  #target() {
    const id = this.getAttribute('for');
    const root = /** @type {Document | ShadowRoot} */ (this.getRootNode());
    const target = id === null ? this.closest('article') : root.getElementById(id) ?? document.getElementById(id);
    if (target) return target;
    throw new KasotiError('target', id === null ? '<kasoti-check> stands in no <article> and has no for="…"'
      : `<kasoti-check for="${id}">: no element of this page has that id`);
  }
}

/** The article may stand below its widget, where the page has not been read yet. */
function documentRead() {
  if (document.readyState !== 'loading') return undefined;
  return new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}
