// Markup and script in everything that a stranger may have written: the article, its original, the glossary, options,
// files and their names. Nothing is run, nothing becomes an element, on the page, in the desk, in what is exported.

import assert from 'node:assert/strict';
import { desk, deskWith, drop, exported, reportOn, storyText } from '../lib/desk.mjs';
import { ARTICLE, PATTERNS, harm, madeOf, pressAll, watch } from '../lib/markup.mjs';
import { STRICT_CSP } from '../lib/server.mjs';
import { noErrors } from '../lib/suite.mjs';

const unharmed = async (t, where) => assert.deepEqual(await t.page.evaluate(harm), [], where);

/** The desk with the article, watched from the first moment. */
async function filled(t) {
  const said = await deskWith(t, ARTICLE);
  await t.page.evaluate(watch);
  return said;
}

/** A page under the strict policy with the article and a widget; all words put in as words. */
async function widget(t, attributes, { glossary = null, original = '' } = {}) {
  t.server.quirk('/t/strict.html', {
    body: '<!doctype html><html lang="mr"><head><title>x</title></head><body><script type="module" src="/kasoti.js"></script></body></html>',
    headers: { 'content-security-policy': STRICT_CSP },
  });
  await t.open('/t/strict.html');
  await t.page.evaluate(watch);
  await t.page.evaluate((article, attributes, glossary, original) => {
    window.said = { reports: [], errors: [] };
    document.addEventListener('kasoti-report', ({ report, text }) => window.said.reports.push({ report, text }));
    document.addEventListener('kasoti-error', ({ error }) => window.said.errors.push(error.message));
    const story = document.createElement('article'), source = document.createElement('textarea'), widget = document.createElement('kasoti-check');
    story.id = 'story';
    story.lang = 'mr';
    for (const line of article.split('\n')) story.append(Object.assign(document.createElement('p'), { textContent: line }));
    source.id = 'source';
    source.value = original;
    for (const [name, value] of Object.entries({ for: 'story', ...attributes })) widget.setAttribute(name, value);
    if (glossary) widget.glossary = glossary;
    document.body.append(story, source, widget);
    window.before = story.outerHTML;
  }, ARTICLE, attributes, glossary, original);
}

const untouched = async (t) => assert.ok(await t.page.evaluate(() => document.getElementById('story').outerHTML === window.before), 'the article is the host\'s');

/** @type {import('../lib/suite.mjs').Tests} */
export default {
  async 'the check sees what it is to see'(t) {
    await t.open('/t/blank.html');
    await t.page.evaluate(watch);
    await unharmed(t, 'nothing there');
    await t.page.evaluate((html) => { document.body.innerHTML = html; }, PATTERNS[1]);
    await t.until(() => 'pwned' in window);
    const seen = await t.page.evaluate(harm);
    assert.ok(seen.includes('run') && seen.some((what) => what.startsWith('made: <img data-pwned')), String(seen));
  },

  async 'desk: every finding opened, every name and sentence pressed, in each language of the interface'(t) {
    const { text } = await filled(t);
    assert.equal(text, ARTICLE);
    await unharmed(t, 'pasted');
    for (const lang of ['en', 'hi', 'mr']) {
      await t.page.evaluate((lang) => document.querySelector(`input[name=ui][value=${lang}]`).click(), lang);
      for (const [tab, row] of [['findings', '[data-finding] .open'], ['names', 'button.name'], ['sentences', 'button[data-sentence]']]) {
        await t.page.evaluate((tab) => document.getElementById(`tab-${tab}`).click(), tab);
        assert.ok(await t.page.evaluate(pressAll, row, lang === 'en' ? 40 : 5) >= 4, `${tab} are there`);
        await unharmed(t, `${tab}, ${lang}`);
      }
    }
    assert.equal(await storyText(t), ARTICLE);
    await noErrors(t);
  },

  async 'desk: mended, compared, exported, each time only words'(t) {
    await filled(t);
    const { text: html } = await exported(t, '.html');
    const { text: csv } = await exported(t, '.csv');
    const cells = csv.replace(/^\uFEFF/u, '').match(/"(?:[^"]|"")*"|[^,\r\n]+/gu).map((cell) => cell.replace(/^"|"$/gu, ''));
    assert.ok(cells.length > 200 && cells.every((cell) => !/^[=+@\t\r-]/u.test(cell)), 'no cell is a formula');
    const { name } = await exported(t, '.txt');
    assert.match(name, /^[\p{L}\p{M}\p{N} -]+\.txt$/u);
    await t.click('#fix-safe');
    await t.until(() => !document.getElementById('compare').disabled);
    await t.click('#compare');
    await t.until(() => !document.getElementById('changes-box').hidden);
    await unharmed(t, 'compared');
    await noErrors(t);
    // Last: the desk's policy speaks up for the page's style, though a parsed document paints and runs nothing.
    const page = await t.page.evaluate(madeOf, html);
    assert.deepEqual([page.made, page.active, page.links], [[], 0, []]);
    const figureless = (words) => words.replaceAll(/[\d०-९]/gu, ''); // the numbers of findings stand between the words
    for (const pattern of PATTERNS) assert.ok(figureless(page.text).includes(figureless(pattern)), `${pattern} is there as words`);
  },

  async 'desk: the original, as words beside words'(t) {
    await filled(t);
    await t.click('#original-toggle');
    await t.page.evaluate((text) => {
      const field = document.getElementById('original-field');
      field.value = text;
      field.dispatchEvent(new Event('change'));
    }, PATTERNS.map((pattern) => `Kim saw 17 tons. ${pattern}`).join('\n'));
    await t.until(() => window.reports.find((r) => r.report.pairs));
    assert.equal(await t.page.evaluate(() => document.getElementById('original').children.length), PATTERNS.length);
    await t.page.evaluate(pressAll, '[data-finding] .open', 20);
    await unharmed(t, 'with an original');
    await noErrors(t);
  },

  async 'desk: files of every kind, with names that are markup'(t) {
    await desk(t);
    await t.page.evaluate(watch);
    const files = [
      ['<img data-pwned src=x onerror=window.pwned=1>.txt', PATTERNS.join('\n'), /<script data-pwned>/u],
      ['"><b data-pwned onmouseover=window.pwned=1>.html', `<article onload="window.pwned=1"><p>गाव १5 🌾.</p>${PATTERNS.join('\n')}</article>`, /^गाव १5 🌾\./u],
      ['javascript:window.pwned=1.md', `# गाव १5 🌾\n\n[क](javascript:window.pwned=1) ![x](x" onerror="window.pwned=1)\n\n${PATTERNS[1]}`, /गाव १5 🌾/u],
    ];
    for (const [name, content, wanted] of files) {
      await drop(t, name, content);
      await t.until((wanted) => new RegExp(wanted, 'u').test(document.getElementById('story').textContent), wanted.source);
      await reportOn(t, await storyText(t));
      // A parsed document runs nothing; browsers speak up for its attributes all the same, where the page has a policy.
      await t.page.evaluate(() => { window.stopped = window.stopped.filter((what) => !/^(?:script-src-attr|style-src-elem) inline$/u.test(what)); });
      await unharmed(t, name);
    }
  },

  async 'widget, as a reader sees it: line, list, card, names and sentences'(t) {
    for (const mode of ['reader', 'entities', 'sentences']) {
      await widget(t, { mode });
      await t.until(() => window.said.reports[0]);
      await t.page.evaluate(pressAll, '[part=toggle], [part=names]');
      await t.page.evaluate(pressAll, '.points button, button.name, button.line', 30);
      await t.until(() => document.querySelector('kasoti-check').shadowRoot.querySelector('.card:popover-open') !== null);
      await unharmed(t, mode);
      await untouched(t);
    }
    await noErrors(t);
  },

  async 'widget, as an editor sees it: panel, card, glossary, original, and errors that quote'(t) {
    await widget(t, { mode: 'editor', 'ui-lang': 'en', original: 'source' }, { glossary: [...PATTERNS, { form: PATTERNS[0], variants: PATTERNS }], original: PATTERNS.join('\n') });
    await t.until(() => window.said.reports[0]);
    assert.ok(await t.page.evaluate(pressAll, '.finding .open', 40) > 20);
    await unharmed(t, 'findings');
    await t.page.evaluate(pressAll, '[role=tab]');
    await t.page.evaluate(pressAll, 'button.name, button.sentence', 30);
    await unharmed(t, 'names and sentences');
    await untouched(t);
    for (const [attribute, value] of [['rules', PATTERNS[1]], ['glossary', `["${PATTERNS[0]}`], ['glossary', `#${PATTERNS[1]}`], ['original', PATTERNS[2]], ['text-lang', PATTERNS[1]]]) {
      await widget(t, { mode: 'editor', [attribute]: value });
      const [message] = await t.until(() => window.said.errors.length && window.said.errors);
      assert.ok(message.length > 10, message);
      await unharmed(t, `${attribute}=${value}`);
    }
  },

  async 'a text that turns the direction turns no words but its own'(t) {
    await widget(t, { mode: 'editor' });
    await t.until(() => document.querySelector('kasoti-check').shadowRoot.querySelector('.finding .said') !== null);
    assert.equal(await t.page.evaluate(() => getComputedStyle(document.querySelector('kasoti-check').shadowRoot.querySelector('.said')).unicodeBidi), 'isolate');
  },
};
