/** Header and toolbar: ways in, walking, fixing, views, ways out. */
import { isSafe } from '../choices.js';
import { h } from '../dom.js';
import { $, setWords } from './dom.js';
import { copyText, saveJson, savePage, saveTable, saveText } from './exports.js';
import { menu } from './menus.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('./files.js').LoadedSample} LoadedSample */

/** Languages of texts that have a pack. */
const LANGS = ['mr', 'hi', 'en'];

/** @param {Desk} desk @param {() => LoadedSample[]} samples @param {(sample: LoadedSample) => void} openSample */
export function createToolbar(desk, samples, openSample) {
  const button = (/** @type {string} */ id) => /** @type {HTMLButtonElement} */ ($(`#${id}`));
  const press = (/** @type {string} */ id, /** @type {() => void} */ act) => button(id).addEventListener('click', act);
  const toggle = (/** @type {string} */ id, /** @type {'compare' | 'original' | 'numbers'} */ what) =>
    press(id, () => desk.update({ [what]: !desk.view[what] }));

  press('new', () => { desk.open(''); desk.story.root.focus(); });
  const steps = /** @type {HTMLButtonElement[]} */ ([...document.querySelectorAll('[data-step]')]);
  for (const step of steps) {
    step.addEventListener('click', () => desk.step(step.dataset.step === '1' ? 1 : -1));
  }
  press('fix-safe', () => desk.fixAllSafe());
  press('undo', () => desk.story.undo());
  press('redo', () => desk.story.redo());
  toggle('compare', 'compare');
  toggle('original-toggle', 'original');
  toggle('numbers', 'numbers');
  for (const opener of document.querySelectorAll('[data-open-file]')) opener.addEventListener('click', () => $('#file').click());
  press('add-original', () => { desk.update({ original: true }); setTimeout(() => document.getElementById('original-field')?.focus()); });
  press('retry', () => desk.checker.retry());

  menu('samples', () => samples().map((sample) => ({ label: sample.title, lang: sample.lang, note: desk.locale.language(sample.lang), act: () => openSample(sample) })));
  menu('lang', () => [
    { label: desk.locale.t('text.lang.auto'), checked: desk.story.decisions.lang === 'auto', act: () => desk.story.decide({ lang: 'auto' }) },
    ...LANGS.map((lang) => ({ label: desk.locale.language(lang), checked: desk.story.decisions.lang === lang, act: () => desk.story.decide({ lang }) })),
  ]);
  menu('export', () => {
    const { t } = desk.locale;
    return [
      { label: t('export.text'), note: t('fix.copy'), act: async () => desk.notice(await copyText(desk) ? 'copied' : 'copy.failed') },
      { label: t('export.text'), note: '.txt', act: () => saveText(desk) },
      { label: t('export.page'), note: '.html', act: () => savePage(desk) },
      { label: t('export.csv'), note: '.csv', act: () => saveTable(desk) },
      { label: t('export.json'), note: '.json', act: () => saveJson(desk) },
    ];
  });

  return {
    render() {
      const { locale: { t, number, language }, report, story, view } = desk, shown = desk.shown();
      const safe = (report?.findings ?? []).filter(isSafe).length, at = view.selected ? shown.indexOf(view.selected) : -1;
      for (const step of steps) step.disabled = !shown.length || view.compare;
      setWords($('#position'), at >= 0 ? t('position', { i: at + 1, n: shown.length }) : t('sum.findings', { n: shown.length }));
      button('fix-safe').disabled = !safe;
      setWords($('#fix-safe .count'), safe ? number(safe) : '');
      button('undo').disabled = !story.canUndo;
      button('redo').disabled = !story.canRedo;
      for (const [id, on] of /** @type {const} */ ([['compare', view.compare], ['original-toggle', view.original], ['numbers', view.numbers]])) button(id).setAttribute('aria-pressed', String(on));
      button('compare').disabled = story.decisions.received === null && !view.compare;
      setWords($('#original-word'), story.decisions.original === null && !view.original ? t('original.add') : t('original'));
      const { lang } = story.decisions, known = lang === 'auto' ? report?.lang : lang;
      setWords($('#lang-word'), t('text.lang', { lang: known ? language(known) : t('text.lang.unknown') }));
    },
    /** The samples on the empty page. */
    showSamples() {
      $('#samples-list').replaceChildren(...samples().map((sample) => h('li', {}, h('button', { onclick: () => openSample(sample) },
        h('span', { class: 'headline', lang: sample.lang }, sample.title), h('small', {}, desk.locale.language(sample.lang))))));
    },
  };
}
