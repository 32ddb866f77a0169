/**
 * The desk's beginning. Everything it may ever need is fetched here: the engine, the words of the interface in three
 * languages, the samples. After that only a text in another language asks for something, once: that language's pack.
 *
 * `?ui=mr|hi|en` language of the interface · `?sample=<name>|none` which sample, or an empty desk · `?lang=mr|hi|en`
 * language of the text
 */
import { load } from '../engine.js';
import { beforeAfter } from './before-after.js';
import { createDesk } from './desk.js';
import { $, setData, setWords } from './dom.js';
import { createHover } from './hover.js';
import { listenForFiles, loadSamples } from './files.js';
import { createOffline } from './offline.js';
import { createOriginal } from './original.js';
import { createPaint } from './paint.js';
import { createSearch } from './search.js';
import { createSide } from './side.js';
import { createToolbar } from './toolbar.js';
import { fillWords, loadWords } from './words.js';

/** @typedef {import('../locale.js').UiLang} UiLang */
/** @typedef {import('./files.js').LoadedSample} LoadedSample */

const UI = /** @type {readonly UiLang[]} */ (['mr', 'hi', 'en']);
const asked = new URLSearchParams(location.search);
const first = UI.find((lang) => lang === asked.get('ui')) ?? 'mr';

// What is missing of these is told by the first reading, not here.
load().catch(() => {});
const samplesComing = loadSamples().catch(() => []);
const others = UI.filter((lang) => lang !== first).map((lang) => loadWords(lang));
for (const other of others) other.catch(() => {});

const desk = createDesk(await loadWords(first));
/** @type {LoadedSample[]} */ let samples = [];

/** @param {LoadedSample} sample */
async function openSample(sample) {
  try {
    desk.open(await sample.text, await sample.original);
  } catch {
    desk.notice('file.unreadable');
  }
}

const side = createSide(desk), search = createSearch(desk), original = createOriginal(desk), paint = createPaint(desk, $('#margin'));
createHover(desk, $('#panel'), paint.paint);
const toolbar = createToolbar(desk, () => samples, openSample);
desk.say = side.say;
desk.toSelected = side.toSelected;

/** A line over the article: what is missing, or what was just done. */
const notice = $('#notice'), noticeWords = $('#notice-words');
let told = '';
desk.notice = (key) => { told = key; desk.render(); desk.say(desk.locale.t(key)); };
let toldAbout = desk.story.text;

function drawNotice() {
  const { checker, locale: { t }, state, story } = desk, missing = checker.missing;
  if (told && story.text !== toldAbout) told = '';
  toldAbout = story.text;
  const words = state === 'error' ? t('state.error') : told ? t(told) : missing ? t('state.pack', { file: missing.file }) : '';
  notice.hidden = !words;
  setWords(noticeWords, words);
  $('#retry').hidden = state !== 'error' && !(missing && !told);
}

/** Whether it is decided what the desk opens with. */
let begun = false;

desk.onRender(() => {
  const { view, state } = desk;
  if (state === 'empty') view.compare = false;
  if (begun && state !== 'loading') document.body.classList.add('ready');
  setData(document.body, { view: view.compare ? 'compare' : 'text', sheet: view.sheet, numbers: view.numbers ? 'on' : 'off', state });
  $('#changes-box').hidden = !view.compare;
  $('#paper-box').hidden = view.compare;
  if (view.compare) $('#changes').replaceChildren(...beforeAfter(desk));
  toolbar.render();
  drawNotice();
  original.render();
  side.render();
  search.render();
  paint.paint();
});

/** @param {UiLang} lang */
async function speak(lang) {
  const locale = await loadWords(lang);
  fillWords(locale);
  desk.speak(locale);
  toolbar.showSamples();
  const address = new URL(location.href);
  if (address.searchParams.get('ui') !== lang) {
    address.searchParams.set('ui', lang);
    history.replaceState(null, '', address);
  }
}
for (const input of document.querySelectorAll('input[name="ui"]')) {
  const { value } = /** @type {HTMLInputElement} */ (input);
  /** @type {HTMLInputElement} */ (input).checked = value === first;
  input.addEventListener('change', () => speak(/** @type {UiLang} */ (value)));
}

document.addEventListener('keydown', (event) => {
  const target = /** @type {HTMLElement} */ (event.target), field = target.matches('input, select, textarea');
  const command = (event.ctrlKey || event.metaKey) && !event.altKey;
  if (event.altKey && !event.ctrlKey && !event.metaKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
    event.preventDefault();
    desk.step(event.key === 'ArrowDown' ? 1 : -1);
  } else if (event.altKey && event.key === 'Enter' && desk.view.selected) {
    event.preventDefault();
    desk.select(desk.view.selected, { inside: true });
  } else if (event.key === 'Escape' && !event.isComposing && (desk.view.selected || target.closest('.side'))) {
    event.preventDefault();
    desk.update({ sheet: 'peek' });
    desk.toText();
  } else if (command && !field && (event.key === 'z' || event.key === 'Z')) {
    event.preventDefault();
    if (event.shiftKey) desk.story.redo(); else desk.story.undo();
  } else if (command && !field && event.key === 'y') {
    event.preventDefault();
    desk.story.redo();
  }
});
addEventListener('beforeunload', (event) => { if (desk.story.touched) event.preventDefault(); });

listenForFiles(desk, /** @type {HTMLInputElement} */ ($('#file')), document.body);
fillWords(desk.locale);
desk.render();
samples = await samplesComing;
toolbar.showSamples();
const lang = asked.get('lang');
if (lang && UI.some((known) => known === lang)) desk.story.decide({ lang });
const wanted = asked.get('sample');
// Somebody may have begun to write while the samples came.
if (wanted !== 'none' && !desk.story.text) {
  const sample = samples.find(({ name }) => name === wanted) ?? samples[0];
  if (sample) await openSample(sample);
}
begun = true;
desk.render();
createOffline(desk, Promise.allSettled([load(), ...others, samplesComing.then((all) => Promise.allSettled(all.flatMap(({ text, original }) => [text, original])))]));
