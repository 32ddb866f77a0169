/** A finding opened in its place in the list: what speaks for it, what would change, and the ways out. */
import { choices, offer, places, question, BUTTON } from '../choices.js';
import { h } from '../dom.js';

/** @typedef {import('../types.js').Finding} Finding */
/** @typedef {import('../types.js').Fix} Fix */
/** @typedef {import('./desk.js').Desk} Desk */

/** Codes whose evidence is how often each spelling stands. */
const SPELLINGS = ['name-variant', 'scrambled-acronym', 'truncated-acronym', 'term-variant'];

/** Places listed as evidence: two lines of the card. */
const PLACES = 12;

/** @param {Desk} desk @param {Finding} finding */
export function card(desk, finding) {
  const { locale: { t }, story } = desk;
  const { title, short, long } = desk.locale.message(finding, story.text);
  return h('div', { class: 'card', id: 'card' },
    h('p', { class: 'rule-name' }, h('b', {}, title), ' ', h('code', { lang: 'en', translate: 'no' }, finding.code)),
    long !== short && h('p', { class: 'long' }, long),
    spellings(desk, finding),
    related(desk, finding),
    typeof finding.args?.name === 'string' && SPELLINGS.includes(finding.code)
      && h('p', { class: 'apart' }, t('card.apart', { name: finding.args.name })),
    ways(desk, finding),
    h('div', { class: 'actions rare' },
      SPELLINGS.includes(finding.code) && h('button', { class: 'button small', onclick: () => desk.accept(finding) }, t('glossary.add')),
      h('button', { class: 'button small', onclick: () => desk.switchOff(finding.code) }, t('rule.off'))));
}

/** How often each form stands, and where. @param {Desk} desk @param {Finding} finding */
function spellings(desk, finding) {
  const { report, locale: { t, number } } = desk;
  if (!report || !SPELLINGS.includes(finding.code)) return null;
  const forms = desk.formsOf(finding);
  if (forms.length < 2) return null;
  return h('div', {},
    h('h4', {}, t('card.evidence')),
    h('dl', { class: 'evidence' }, ...forms.map(({ text, mentions }) => h('div', {},
      h('dt', { lang: report.lang }, text),
      h('dd', { class: 'tally' }, `×${number(mentions.length)}`),
      h('dd', { class: 'at' }, t('where.list'), ...mentions.slice(0, PLACES).map((mention) => place(desk, mention)), mentions.length > PLACES && '…')))));
}

/** Other places that belong to the finding. @param {Desk} desk @param {Finding} finding */
function related(desk, finding) {
  if (!finding.related?.length || SPELLINGS.includes(finding.code)) return null;
  const { text } = desk.story;
  return h('div', {}, h('h4', {}, desk.locale.t('card.evidence')),
    h('ul', { class: 'related' }, ...finding.related.slice(0, PLACES).map((span) => h('li', {},
      place(desk, span), ' ', h('span', { class: 'text', lang: desk.report?.lang }, text.slice(span.start, span.end))))));
}

/** The number of a sentence, that leads there. @param {Desk} desk @param {{ start: number, end: number }} span */
function place(desk, span) {
  const n = desk.sentenceOf(span);
  return h('button', { class: 'place', 'aria-label': desk.locale.t('where', { n }), onclick: () => desk.reveal(span) }, desk.locale.number(n));
}

/** @param {Desk} desk @param {Finding} finding */
function ways(desk, finding) {
  const { locale, story } = desk, { t } = locale;
  const leave = h('button', { class: 'button', onclick: () => desk.ignore(finding) }, t('ignore'));
  const kind = offer(finding);
  if (kind === 'none') {
    return h('div', { class: 'actions' },
      h('button', { class: 'button outlined', onclick: () => desk.byHand(finding) }, t('fix.none')), leave);
  }
  const offered = choices(finding, story.text, locale), free = places(finding);
  const doubt = finding.severity === 'critical', alike = desk.alike(finding);
  const label = kind === 'safe' ? BUTTON.safe : BUTTON.one;

  /** @type {Fix | null} */ let chosen = doubt && kind !== 'safe' ? null : offered[0].fix;
  const act = h('button', { class: 'button primary', disabled: !chosen, onclick: () => { if (chosen) desk.fix(finding, chosen); } }, t(label));
  const choose = (/** @type {Fix | null} */ fix) => { chosen = fix; act.disabled = !fix; };

  const field = h('input', { type: 'text', lang: desk.report?.lang, 'aria-label': t('card.other'), placeholder: t('card.other'), autocomplete: 'off' });
  const other = h('input', { type: 'radio', name: 'way', 'aria-label': t('card.other') });
  const own = () => choose(field.value.trim() ? { edits: free.map(({ start, end }) => ({ start, end, text: field.value.trim() })) } : null);
  field.addEventListener('input', () => { other.checked = true; own(); });
  field.addEventListener('keydown', (event) => { if (event.key === 'Enter') { event.preventDefault(); act.click(); } });
  other.addEventListener('change', () => { field.focus(); own(); });

  return h('div', {},
    h('h4', { id: 'card-question' }, t(question(finding))),
    h('div', { class: 'choices', role: 'radiogroup', 'aria-labelledby': 'card-question' },
      ...offered.map(({ fix, label: words, isWords, count }) => h('label', {},
        h('input', { type: 'radio', name: 'way', checked: fix === chosen, onchange: () => choose(fix) }),
        h('span', { class: 'text', lang: isWords ? desk.report?.lang : null }, words),
        (count > 1 || !isWords) && h('small', {}, t('card.changes', { n: count })))),
      free.length > 0 && h('label', {}, other, field, free.length > 1 && h('small', {}, t('card.changes', { n: free.length })))),
    doubt && kind !== 'safe' && h('p', { class: 'apart' }, t('card.checkSource')),
    h('div', { class: 'actions' }, act, leave,
      alike.length > 1 && h('button', { class: 'button', onclick: () => desk.fixAlike(finding) }, t('fix.alike', { n: alike.length }))));
}
