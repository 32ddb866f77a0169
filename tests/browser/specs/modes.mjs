// The widget's modes and attributes.

import assert from 'node:assert/strict';
import { accessible } from '../lib/axe.mjs';
import { painted } from '../lib/painted.mjs';
import { noErrors } from '../lib/suite.mjs';
import { page, report, words } from '../lib/widget.mjs';

const STORY = ['पुण्यात पाऊस पाऊस पडला. 🌧️ शरद पवार पुण्यात आले.', 'त्यांनी १5 गावे पाहिली. नंतर ते मुंबईला गेले.'];

const layers = async (t) => Object.keys(await t.page.evaluate(painted)).sort();
const untouched = async (t) => assert.equal(await t.page.evaluate(() => document.getElementById('story').outerHTML === window.story), true, 'the article is as it was');
const part = (t, name) => t.page.evaluate((name) => document.querySelector('kasoti-check').shadowRoot.querySelector(`[part=${name}]`)?.textContent, name);

/** In the page: the middle of `words` in the article. */
function middleOf(words) {
  const walker = document.createTreeWalker(document.getElementById('story'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, at);
    range.setEnd(walker.currentNode, at + words.length);
    const { left, top, width, height } = range.getClientRects()[0];
    return [left + width / 2, top + height / 2];
  }
}

/** @type {import('../lib/suite.mjs').Tests} */
export default {
  async 'entities: names are tinted at once, and nothing else; the index lists them'(t) {
    await page(t, STORY, { mode: 'entities', 'ui-lang': 'en' });
    const said = await report(t);
    assert.ok(said.report.findings.length > 0);
    assert.deepEqual(await layers(t), [...new Set(said.report.mentions.map((m) => m.kind))].sort());
    assert.equal(await part(t, 'summary'), '3 names');
    await t.click('[part=toggle]');
    const list = await part(t, 'list');
    for (const name of ['पुणे', 'शरद पवार', 'मुंबई']) assert.ok(list.includes(name), list);
    await t.click('[part=names]');
    await t.until(() => ![...CSS.highlights.keys()].includes('kasoti-place'));
    await accessible(t, 'light');
    await untouched(t);
    await noErrors(t);
  },

  async 'sentences: each ends with a tick, the list is numbered, the one chosen has a link'(t) {
    await page(t, STORY, { mode: 'sentences', 'ui-lang': 'mr' });
    const { report: said, text } = await report(t);
    assert.deepEqual(await layers(t), ['sentence']);
    // The first ends with a picture, which is no closing mark.
    assert.deepEqual((await t.page.evaluate(painted)).sentence.map((r) => r.words), ['.', '.', '.']);
    assert.equal(said.sentences.length, 4);
    await t.page.evaluate(() => { Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (words) => { window.copied = words; } } }); });
    await t.page.clickAt(...(await t.page.evaluate(middleOf, 'शरद पवार')));
    await t.until(() => document.querySelector('kasoti-check').shadowRoot.querySelector('.card:popover-open') !== null);
    assert.deepEqual((await t.page.evaluate(painted)).selected.map((r) => r.words), ['शरद पवार पुण्यात आले.']);
    await t.click('.card .steps .small');
    const link = await t.until(() => window.copied);
    assert.equal(decodeURIComponent(link.split('#')[1]), ':~:text=शरद पवार पुण्यात आले.');
    const [{ sentence }] = await t.page.evaluate(() => window.said.selects);
    assert.equal(text.slice(sentence.start, sentence.end), 'शरद पवार पुण्यात आले.');
    await t.page.press('Escape');
    await t.click('[part=toggle]');
    assert.ok((await part(t, 'list')).startsWith('१पुण्यात पाऊस'));
    await accessible(t, 'light');
    await untouched(t);
    await noErrors(t);
  },

  async 'links to words: long ones by their ends, repeated ones with what stands before'(t) {
    await t.open('/t/blank.html');
    const [long, twice, own] = await t.page.evaluate(async () => {
      const { linkTo } = await import('/fragment.js');
      const text = 'हो. 🙂 तो आला. मग तो आला. ' + 'एक, दोन-तीन '.repeat(20) + 'शेवट.';
      const at = text.indexOf('एक,'), second = text.lastIndexOf('तो आला.');
      return [linkTo(text, { start: at, end: text.length }, 'https://a.b/c'), linkTo(text, { start: second, end: second + 7 }, 'https://a.b/c#d:~:text=x'), linkTo(text, { start: 0, end: 3 }, 'https://a.b/c?e')];
    });
    assert.equal(decodeURIComponent(long), 'https://a.b/c#:~:text=मग तो आला.-,एक, दोन-तीन एक, दोन-तीन एक,,एक, दोन-तीन एक, दोन-तीन शेवट.');
    assert.ok(long.includes('%2C%20') && long.includes('%2D'), 'commas and hyphens of the words part nothing');
    assert.equal(decodeURIComponent(twice), 'https://a.b/c#d:~:text=तो आला. मग-,तो आला.');
    assert.equal(decodeURIComponent(own), 'https://a.b/c?e#:~:text=हो.');
  },

  async '`rules` switches off and weighs anew; `glossary` is heeded; properties go before'(t) {
    await page(t, STORY, { mode: 'editor', rules: 'repeated-word=off mixed-digits=hint' });
    assert.deepEqual((await report(t)).report.findings.map(({ code, severity }) => [code, severity]), [['mixed-digits', 'hint']]);
    await t.page.evaluate(() => { document.querySelector('kasoti-check').rules = { 'mixed-digits': false }; });
    assert.deepEqual(words(await report(t, 1)), ['पाऊस पाऊस']);
    await t.page.evaluate(() => {
      const widget = document.querySelector('kasoti-check');
      widget.rules = null;
      widget.removeAttribute('rules');
    });
    await t.until(() => window.said.reports.at(-1)?.report.findings.length === 2);
    await untouched(t);
  },

  async '`glossary` from JSON, from an element, from a file; what makes no sense is said'(t) {
    t.server.quirk('/words.json', { body: '["ट्रम्पीय"]' });
    for (const value of ['["ट्रम्पीय"]', '#words', '/words.json']) {
      await page(t, STORY, { mode: 'editor', glossary: value }, { more: '<script type="application/json" id="words">["ट्रम्पीय"]</script>' });
      await report(t);
      assert.deepEqual(await t.page.evaluate(() => window.said.errors), []);
    }
    await page(t, STORY, { mode: 'editor', glossary: '{"a": 1}' });
    const [error] = await t.until(() => window.said.errors.length && window.said.errors);
    assert.equal(error.code, 'option');
    await page(t, STORY, { mode: 'editor', rules: 'repeated-word' });
    assert.match((await t.until(() => window.said.errors.length && window.said.errors))[0].message, /repeated-word/);
    await untouched(t);
  },

  async '`original` names an element: what differs from it is found'(t) {
    await page(t, ['पुण्यात ४० निरीक्षक आले. 🪖'], { mode: 'editor', original: 'source' }, { more: '<div id="source" hidden lang="en"><p>Fourteen monitors came to Pune.</p></div>' });
    assert.ok((await report(t)).report.findings.some((f) => f.code === 'number-mismatch'));
    await page(t, ['पुण्यात ४० निरीक्षक आले. 🪖'], { mode: 'editor' }, { props: { original: 'Fourteen monitors came to Pune.' } });
    assert.ok((await report(t)).report.findings.some((f) => f.code === 'number-mismatch'), 'set before the tag was known');
    await untouched(t);
  },

  async '`lazy`: only the small script until it comes into sight'(t) {
    await t.open('/t/blank.html');
    await t.page.evaluate(() => {
      document.body.innerHTML = '<div style="height: 4000px"></div><article lang="mr"><p>पुण्यात १5 गावे. 🌾</p><kasoti-check lazy></kasoti-check></article>';
      document.addEventListener('kasoti-report', () => { window.came = true; });
      return import('/kasoti.js').then(() => {});
    });
    await new Promise((done) => setTimeout(done, 600));
    const scripts = t.server.log.filter((path) => !path.startsWith('/t/') && path !== '/__hook.js');
    assert.deepEqual(scripts.sort(), ['/element.js', '/error.js', '/events.js', '/kasoti.js', '/missing.js']);
    await t.page.evaluate(() => document.querySelector('article').scrollIntoView());
    await t.until(() => window.came);
    await noErrors(t);
  },

  async 'translated by the browser: silent, one line, one event; and back'(t) {
    await page(t, STORY, { mode: 'reader', 'ui-lang': 'en' });
    await report(t);
    assert.deepEqual(await layers(t), ['reader']);
    await t.page.evaluate(() => document.documentElement.classList.add('translated-ltr'));
    await t.until(() => window.said.errors.length);
    assert.deepEqual((await t.page.evaluate(() => window.said.errors)).map((e) => e.code), ['translated']);
    assert.deepEqual(await layers(t), []);
    assert.equal(await part(t, 'summary'), 'This page is shown in translation; only the original is checked.');
    await accessible(t, 'light');
    await t.page.evaluate(() => document.documentElement.classList.remove('translated-ltr'));
    await report(t, 1);
    assert.deepEqual(await layers(t), ['reader']);
    await t.page.evaluate(() => {
      const [p] = document.querySelectorAll('#story p');
      p.innerHTML = '<font style="vertical-align: inherit;"><font style="vertical-align: inherit;">It rained in Pune.</font></font>';
    });
    await t.until(() => window.said.errors.length === 2);
    assert.deepEqual(await layers(t), []);
  },

  async "the widget's own words are not to be translated"(t) {
    for (const mode of ['reader', 'editor', 'entities', 'sentences']) {
      await page(t, STORY, { mode });
      await report(t);
      assert.equal(await t.page.evaluate(() => [...document.querySelector('kasoti-check').shadowRoot.children].every((e) => e.getAttribute('translate') === 'no')), true, mode);
    }
  },

  async 'changes in a row are read once, when they have come to rest'(t) {
    await page(t, STORY, { mode: 'editor' });
    await report(t);
    await t.page.evaluate(async () => {
      const [p] = document.querySelectorAll('#story p');
      for (let i = 0; i < 5; i++) {
        p.textContent += ' २0 जण.';
        await new Promise((done) => setTimeout(done, 50));
      }
    });
    const said = await report(t, 1);
    assert.equal(words(said).filter((w) => w === '२0').length, 5);
    await new Promise((done) => setTimeout(done, 800));
    assert.equal(await t.page.evaluate(() => window.said.reports.length), 2);
  },
};
