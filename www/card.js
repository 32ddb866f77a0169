/** The card at a word: one name, or one finding, in the top layer, so that nothing of the page can lie over it. */
import { h, set } from './dom.js';
import { linkTo } from './fragment.js';
import { wordsIn } from './report.js';

/** @typedef {import('./annotate.js').Annotation} Annotation */
/** @typedef {import('./locale.js').Locale} Locale */
/** @typedef {import('./types.js').Finding} Finding */
/** @typedef {import('./types.js').Entity} Entity */
/** @typedef {import('./types.js').Sentence} Sentence */
/** @typedef {import('./annotate.js').Item} Item */

/**
 * @typedef {object} Card
 * @property {HTMLElement} element
 * @property {(item: Item, focus?: boolean) => void} open
 * @property {() => void} close
 */

/** Pixels between word and card, and between card and the window's edge. */
const GAP = 6, EDGE = 16;

/**
 * @param {Locale} locale
 * @param {Annotation} annotation
 * @param {(item: Entity) => boolean} choose asks the page before another mention is shown
 * @returns {Card}
 */
export function makeCard(locale, annotation, choose) {
  const element = h('div', { class: 'card', part: 'card', role: 'dialog', popover: 'auto', tabindex: -1 });
  /** Where the focus came from, and whether it is to go back there: browsers do that, but not in a shadow root. */
  let before = /** @type {Element | null} */ (null);
  let goBack = false;
  const active = () => /** @type {Document | ShadowRoot} */ (element.getRootNode()).activeElement;
  element.addEventListener('beforetoggle', () => {
    goBack = element.contains(active());
  });
  element.addEventListener('toggle', (event) => {
    if (/** @type {ToggleEvent} */ (event).newState !== 'closed') return;
    annotation.select(null);
    if (goBack && before instanceof HTMLElement) before.focus({ preventScroll: true });
  });

  function close() {
    if (element.matches(':popover-open')) element.hidePopover();
  }

  /** @param {Item} item @param {boolean} [focus] */
  function open(item, focus = true) {
    if (!element.contains(active())) before = active();
    close();
    annotation.select(item);
    /** @param {Entity} other */
    const turn = (other) => choose(other) && open(other);
    const [label, about] = 'code' in item ? [locale.t(`rule.${item.code}`), aboutFinding(locale, annotation, item)]
      : 'kind' in item ? [locale.t(`kind.${item.kind}`, { n: 1 }), aboutName(locale, annotation, item, turn)]
        : [locale.t('tab.sentences'), aboutSentence(locale, annotation, item)];
    set(element, { 'aria-label': label });
    element.replaceChildren(
      ...about,
      h('button', { class: 'small plain close', type: 'button', onclick: close }, locale.t('close')));
    element.showPopover();
    put(element, annotation.place(item));
    if (focus) element.focus({ preventScroll: true });
  }

  return { element, open, close };
}

/**
 * What readers are told: what was noticed. What an editor is to do about it is not their business.
 * @param {Locale} locale
 * @param {Annotation} annotation
 * @param {Finding} finding
 */
function aboutFinding({ message }, { text, report }, finding) {
  const { title, short } = message(finding, text);
  return [
    h('header', {}, h('b', {}, title)),
    h('p', { class: 'words', lang: report.lang }, h('span', { class: 'said' }, text.slice(finding.start, finding.end))),
    h('p', { class: 'forms' }, short),
  ];
}

/**
 * @param {Locale} locale
 * @param {Annotation} annotation
 * @param {Entity} mention
 * @param {(other: Entity) => void} turn
 * @returns {HTMLElement[]}
 */
function aboutName({ t, number }, { report }, mention, turn) {
  const { name, kind, forms, mentions } = report.entities[mention.entity];
  const others = forms.filter((form) => form.text !== name);
  const at = mentions.findIndex((i) => report.mentions[i].start === mention.start);
  /** @param {number} step */
  const go = (step) => turn(report.mentions[mentions[(at + step + mentions.length) % mentions.length]]);
  const parts = [
    h('header', {},
      h('span', { class: 'name', 'data-kind': kind, lang: report.lang }, name),
      h('span', { class: 'kind' }, t(`kind.${kind}`, { n: 1 })),
      h('span', { class: 'times' }, t('name.times', { n: mentions.length }))),
  ];
  if (others.length) {
    const words = others.flatMap(({ text, count }, i) => [i ? ', ' : '', h('b', {}, text), ` ×${number(count)}`]);
    parts.push(h('p', { class: 'forms' }, t('name.forms'), ' ', h('span', { lang: report.lang }, ...words)));
  }
  if (mentions.length > 1) {
    parts.push(h('p', { class: 'steps' },
      h('button', { class: 'small', type: 'button', onclick: () => go(-1) }, t('name.previous')),
      h('button', { class: 'small', type: 'button', onclick: () => go(1) }, t('name.next'))));
  }
  return parts;
}

/**
 * @param {Locale} locale
 * @param {Annotation} annotation
 * @param {Sentence} sentence
 */
function aboutSentence({ t }, { report, text }, sentence) {
  const n = report.sentences.findIndex(({ start }) => start === sentence.start) + 1;
  const words = wordsIn(text.slice(sentence.start, sentence.end));
  const link = linkTo(text, sentence), copy = h('button', { class: 'small', type: 'button', onclick: () => put() }, t('sentence.copy'));
  const said = h('p', { class: 'forms', role: 'status' });
  async function put() {
    try {
      await navigator.clipboard.writeText(link);
      said.textContent = t('sentence.copied');
    } catch {
      // Without leave to write, the link stands there to be taken.
      said.replaceChildren(h('a', { href: link }, t('sentence.link')));
    }
  }
  return [
    h('header', {}, h('b', {}, t('where', { n })), h('span', { class: 'times' }, t('words', { n: words }))),
    h('p', { class: 'steps' }, copy), said,
  ];
}

/**
 * Below the word, or above it where the window ends; it goes with the page when the page is scrolled.
 * @param {HTMLElement} card
 * @param {DOMRect | null} word
 */
function put({ style, offsetWidth, offsetHeight }, word) {
  const { clientWidth, clientHeight } = document.documentElement;
  const place = word ?? new DOMRect(clientWidth / 2 - offsetWidth / 2, clientHeight / 3, 0, 0);
  const below = place.bottom + GAP;
  const top = below + offsetHeight > clientHeight ? Math.max(EDGE, place.top - GAP - offsetHeight) : below;
  const left = Math.max(EDGE, Math.min(place.left - EDGE, clientWidth - offsetWidth - EDGE));
  style.left = `${left + scrollX}px`;
  style.top = `${top + scrollY}px`;
}
