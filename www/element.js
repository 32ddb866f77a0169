/**
 * `<kasoti-check>`: the tag itself, small, so that a page may carry it everywhere. What it does lies in `widget.js`, which
 * is fetched when there is something to do.
 */
import { KasotiErrorEvent } from './events.js';

/** @typedef {import('./annotate.js').Annotation} Annotation */
/** @typedef {import('./widget.js').Widget} Widget */
/** @typedef {import('./types.js').Options} Options */
/** @typedef {'reader' | 'editor' | 'entities' | 'sentences'} Mode */

/** A worker or Node may import the module too; there is just no element to register. */
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/** How far from the window a lazy widget begins to load: about the way that one scrolls in the time. */
const AHEAD = '300px';

/**
 * Checks the article that `for` names, and shows what it found.
 *
 * @attr {string} for id of an article, of something `contenteditable`, or of a `<textarea>`; without it the `<article>`
 *   around the element
 * @attr {'reader' | 'editor' | 'entities' | 'sentences'} mode one quiet line for readers (the default), the panel for editors,
 *   the names alone, or the sentences alone
 * @attr {'aside' | 'below'} panel where the editor's panel stands: in a column of its own (the default) or below
 * @attr {string} text-lang language of the article; told from its words by default
 * @attr {string} ui-lang language of the widget: mr, hi, en; by default that of the page around it
 * @attr {string} rules rules to set: `repeated-word=off mixed-digits=hint`
 * @attr {string} glossary the house's own words: JSON, or where it lies, or `#id` of an element that holds it
 * @attr {string} original id of the element that holds the text which this one translates
 * @attr {boolean} lazy loads nothing before the widget or its article comes into sight
 * @attr {string} about address of a page that tells what this is; without it no link is shown
 * @prop {Options['rules'] | null} rules as an object; goes before the attribute
 * @prop {Options['glossary'] | null} glossary as a list; goes before the attribute
 * @prop {string | null} original the text itself; goes before the attribute
 * @fires {ReportEvent} kasoti-report the article has been read
 * @fires {SelectEvent} kasoti-select a finding, name or sentence was chosen; cancelable
 * @fires {KasotiErrorEvent} kasoti-error something is missing; the article is untouched
 * @slot note the line at the foot of the panel
 * @csspart bar the reader's line
 * @csspart summary what was found, in words
 * @csspart names the button that shows the names
 * @csspart toggle the button that opens the panel
 * @csspart panel what opens
 * @csspart list the findings, names or sentences
 * @csspart card what is said of one of them
 */
export class KasotiCheck extends Base {
  static observedAttributes = ['for', 'mode', 'panel', 'text-lang', 'ui-lang', 'rules', 'glossary', 'original', 'lazy', 'about'];

  /** @type {Widget | null} */
  #widget = null;
  /** @type {AbortController | null} */
  #life = null;
  /** @type {Pick<Options, 'rules' | 'glossary' | 'original'>} */
  #given = {};

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
    // What a script set before the tag was known would hide the properties.
    for (const name of /** @type {const} */ (['rules', 'glossary', 'original'])) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete (/** @type {Partial<this>} */ (this))[name];
      Object.assign(this, { [name]: value });
    }
    this.#start();
  }

  disconnectedCallback() {
    this.#stop();
  }

  /** @param {string} _name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(_name, before, now) {
    if (this.#life && before !== now) this.restart();
  }

  get rules() { return this.#given.rules ?? null; }
  set rules(rules) { this.#set({ rules }); }
  get glossary() { return this.#given.glossary ?? null; }
  set glossary(glossary) { this.#set({ glossary }); }
  get original() { return this.#given.original ?? null; }
  set original(original) { this.#set({ original }); }

  /** The annotation at work; null before the first report and when there can be none. @returns {Annotation | null} */
  get annotation() {
    return this.#widget?.annotation ?? null;
  }

  /** The last report, or null. */
  get report() {
    return this.annotation?.report ?? null;
  }

  /** Reads the article again. */
  async refresh() {
    return this.annotation ? this.annotation.refresh() : null;
  }

  /** Begins anew, as after being put into the page. */
  restart() {
    this.#stop();
    this.#start();
  }

  /** @param {{ [K in 'rules' | 'glossary' | 'original']?: Options[K] | null }} given */
  #set(given) {
    for (const [name, value] of Object.entries(given)) {
      if (value === null || value === undefined) delete this.#given[/** @type {keyof Options & ('rules' | 'glossary' | 'original')} */ (name)];
      else Object.assign(this.#given, { [name]: value });
    }
    if (this.#life) this.restart();
  }

  #stop() {
    this.#life?.abort();
    this.#life = null;
    this.#widget = null;
    this.shadowRoot?.replaceChildren();
  }

  async #start() {
    const life = new AbortController();
    this.#life = life;
    const { signal } = life;
    try {
      if (this.hasAttribute('lazy')) await seen(this, signal);
      const { startWidget } = await import('./widget.js');
      if (signal.aborted) return;
      this.#widget = startWidget(this, { ...this.#given }, signal);
      await this.#widget.begun;
    } catch (error) {
      if (!signal.aborted) this.dispatchEvent(new KasotiErrorEvent(error));
    }
  }
}

/**
 * What the element is for, where that is in the page.
 * @param {Element} element @returns {HTMLElement | null}
 */
export function articleOf(element) {
  const id = element.getAttribute('for');
  const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  return id === null ? element.closest('article') : root.getElementById(id) ?? document.getElementById(id);
}

/**
 * When the widget, or the article that it is for, comes near the window.
 * @param {KasotiCheck} element @param {AbortSignal} signal
 */
function seen(element, signal) {
  const article = articleOf(element);
  return new Promise((resolve) => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      resolve(undefined);
    }, { rootMargin: AHEAD });
    observer.observe(element);
    if (article) observer.observe(article);
    signal.addEventListener('abort', () => observer.disconnect());
  });
}
