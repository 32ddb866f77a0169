// The desk, as an editor uses it.

import assert from 'node:assert/strict';
import { accessible } from '../lib/axe.mjs';
import { copy, desk, deskWith, paste, reportOn, state, storyText, wordsOf } from '../lib/desk.mjs';
import { assertPainted, painted } from '../lib/painted.mjs';
import { SEED, seed } from '../lib/paths.mjs';
import { released } from '../lib/releases.mjs';
import { Skip, noErrors } from '../lib/suite.mjs';

/** Ours: two figures in mixed digits, which are critical findings. */
const SHORT = 'युद्धात १5 हून अधिक सैनिक तैनात केले. 🪖\nत्यानंतर २0 जण परतले.';

const CLEAN = 'नाशिकमध्ये पाऊस पडला. 🌧️';

/** In the page: opens the row of the finding on `words`. */
const row = (words) => `[data-finding][data-words="${words}"]`;

/** Gives each row the words that it is about, so that it can be found by them. */
const label = (t) =>
  t.page.evaluate(() => {
    const { text } = window.reports.at(-1);
    for (const item of document.querySelectorAll('[data-finding]')) {
      item.dataset.words = text.slice(Number(item.dataset.start), Number(item.dataset.end));
    }
  });

/** In the page: the middle of what is painted on `words`. */
function middleOf(words) {
  const ranges = [...CSS.highlights].filter(([name]) => name.startsWith('kasoti-')).flatMap(([, highlight]) => [...highlight]);
  const range = ranges.find((r) => r.toString() === words);
  if (!range) return undefined;
  range.startContainer.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, top, width, height } = range.getClientRects()[0];
  return [left + width / 2, top + height / 2];
}

/** @type {import('../lib/suite.mjs').Tests} */
/** Without its module the desk can be written on; with it, at the next try, that is read. */
async function goesOn(t) {
  await t.page.press('Control+End');
  await t.page.type(' आणखी.');
  assert.equal(await storyText(t), `${SHORT} आणखी.`);
  t.server.quirk('/kasoti.wasm', {});
  await t.click('#retry');
  await reportOn(t, `${SHORT} आणखी.`);
  await state(t, 'report');
}

export default {
  async 'opens with a sample of ours, annotated'(t) {
    await desk(t, '');
    await state(t, 'report');
    const said = await t.until(() => window.reports.at(-1));
    assert.equal(await storyText(t), said.text);
    assertPainted(await t.page.evaluate(painted), said);
    await noErrors(t);
  },

  async 'the seed article, pasted: the right words are painted, the article is byte-identical, nothing is requested'(t) {
    const text = seed();
    if (!text) throw new Skip(`${SEED} is not here`);
    await copy(t, text);
    await desk(t);
    // The first Marathi text may fetch the language's pack: that belongs to loading.
    await t.page.evaluate(() => import('/engine.js').then(({ analyze }) => analyze('किम', { lang: 'mr' })));
    const { log } = t.server;
    await t.page.evaluate(() => {
      const story = document.getElementById('story');
      new MutationObserver((_, observer) => {
        if (story.textContent.length < 100) return;
        observer.disconnect();
        window.pasted = story.innerHTML;
      }).observe(story, { subtree: true, childList: true, characterData: true });
    });
    const said = await paste(t, text);
    await state(t, 'report');
    assert.equal(await storyText(t), text, 'the article is what was pasted');
    assert.ok(said.report.sentences.length > 5 && said.report.findings.length > 3, 'there is something to see');
    assertPainted(await t.page.evaluate(painted), said);
    assert.equal(await t.page.evaluate(() => document.getElementById('story').innerHTML === window.pasted), true, "the article's DOM");
    assert.deepEqual(t.server.log, log, 'no request');
    await noErrors(t);
  },

  async 'a click on painted words opens their card'(t) {
    const said = await deskWith(t, SHORT);
    assert.ok(wordsOf(said).includes('१5'));
    await t.page.clickAt(...(await t.until(middleOf, '१5')));
    const card = await t.until(() => {
      const open = document.querySelector('[data-finding].selected');
      return open?.querySelector('.card') && { ...open.dataset, words: open.textContent };
    });
    const finding = said.report.findings.find((f) => f.code === 'mixed-digits');
    assert.deepEqual([card.code, Number(card.start), Number(card.end)], ['mixed-digits', finding.start, finding.end]);
    assert.ok(card.words.includes('१5'));
    assert.deepEqual((await t.page.evaluate(painted)).selected?.map((r) => r.words), ['१5']);
  },

  async 'a fix changes the text and takes the finding away; undo brings both back'(t) {
    const said = await deskWith(t, SHORT);
    const finding = said.report.findings.find((f) => f.code === 'mixed-digits');
    const mended = SHORT.replace('१5', finding.fixes[0].edits[0].text);
    await label(t);
    await t.click(`${row('१5')} .open`);
    await t.click('.card input[type=radio]');
    await t.click('.card .primary');
    const after = await reportOn(t, mended);
    assert.equal(await storyText(t), mended);
    assert.deepEqual(wordsOf(after), ['२0']);
    assertPainted(await t.page.evaluate(painted), after);
    await t.page.evaluate(() => (window.reports = []));
    await t.click('#undo');
    const back = await reportOn(t, SHORT);
    assert.equal(await storyText(t), SHORT);
    assert.deepEqual(back.report.findings, said.report.findings);
    await noErrors(t);
  },

  async 'a critical finding is never decided for the editor'(t) {
    await deskWith(t, SHORT);
    await label(t);
    await t.click(`${row('१5')} .open`);
    assert.deepEqual(
      await t.page.evaluate(() => [document.querySelector('.card .primary').disabled, document.querySelectorAll('.card input:checked').length]),
      [true, 0],
    );
  },

  async 'writing on: old paint stays on its words, new words are read'(t) {
    await deskWith(t, SHORT);
    await t.page.press('Control+Home');
    await t.page.type('आज ');
    const said = await reportOn(t, `आज ${SHORT}`);
    assertPainted(await t.page.evaluate(painted), said);
    await noErrors(t);
  },

  async 'by keyboard: Alt and arrows in the text, arrows and Enter in the list, Escape back'(t) {
    const said = await deskWith(t, SHORT);
    await t.page.press('Control+Home');
    const selected = () => document.querySelector('[data-finding].selected')?.dataset.start;
    await t.page.press('Alt+ArrowDown');
    assert.equal(await t.until(selected), String(said.report.findings[0].start));
    await t.page.press('Alt+ArrowDown');
    await t.until((start) => document.querySelector('[data-finding].selected')?.dataset.start === start, String(said.report.findings[1].start));
    assert.equal(await t.page.evaluate(() => document.activeElement.id), 'story', 'the focus is still in the text');
    await t.page.press('Escape');
    await t.until(() => !document.querySelector('[data-finding].selected'));
    await t.page.evaluate(() => document.querySelector('[data-finding] .open').focus());
    await t.page.press('ArrowDown');
    await t.page.press('Enter');
    await t.until(() => document.querySelectorAll('[data-finding] .open')[1].getAttribute('aria-expanded') === 'true');
    await t.page.press('Escape');
    await t.until(() => document.activeElement.id === 'story');
  },

  async 'the interface speaks three languages, and says so'(t) {
    await desk(t, '');
    await state(t, 'report');
    const said = new Set();
    for (const lang of ['en', 'hi', 'mr']) {
      await t.click(`.switch label[lang=${lang}]`);
      await t.until((lang) => document.documentElement.lang === lang, lang);
      said.add(await t.until(() => document.querySelector('[data-t="new"]').textContent));
      // A key that has no words would stand there as itself.
      assert.deepEqual(await t.page.evaluate(() => document.body.innerText.match(/\b(?:rule|state|sev|sum|kind|fix|card|tab)\.[a-z]+\S*/g)), null);
    }
    assert.equal(said.size, 3);
    await noErrors(t);
  },

  async 'an empty desk, and emptied by hand'(t) {
    await desk(t);
    await state(t, 'empty');
    await copy(t, SHORT);
    await desk(t);
    await paste(t, SHORT);
    await t.page.press('Control+a');
    await t.page.press('Delete');
    await state(t, 'empty');
    assert.deepEqual(await t.page.evaluate(painted), {});
    await noErrors(t);
  },

  async 'a story with nothing to say about'(t) {
    const said = await deskWith(t, CLEAN);
    assert.deepEqual(said.report.findings, []);
    await state(t, 'clear');
    await noErrors(t);
  },

  async 'the module is missing: the text stays and can be written on; trying again works'(t) {
    t.server.quirk('/kasoti.wasm', { status: 404 });
    await copy(t, SHORT);
    await desk(t);
    await t.page.evaluate(() => {
      window.errors = [];
      document.getElementById('story').addEventListener('kasoti-error', ({ error }) => window.errors.push(error.code));
      document.getElementById('story').focus();
    });
    await t.page.press('Control+v');
    await state(t, 'error');
    assert.deepEqual(await t.page.evaluate(() => window.errors), ['engine']);
    assert.equal(await storyText(t), SHORT);
    assert.match(await t.page.evaluate(() => document.querySelector('.side').textContent), /kasoti\.wasm/, 'the side names what is missing');
    await goesOn(t);
  },

  async 'a module of another release out of some cache: said, the text stays and can be written on; with the right one it is read'(t) {
    const whole = Buffer.from(await (await fetch(`${t.server.origin}/kasoti.wasm`)).arrayBuffer());
    t.server.quirk('/kasoti.wasm', { body: released(whole, '0.0.9') });
    await copy(t, SHORT);
    await desk(t);
    await t.page.evaluate(() => document.getElementById('story').focus());
    await t.page.press('Control+v');
    await state(t, 'error');
    assert.match(await t.page.evaluate(() => document.querySelector('.side').textContent), /kasoti\.wasm/u);
    await goesOn(t);
    await noErrors(t);
  },

  async 'the pack is missing: said once, the rest works'(t) {
    t.server.quirk('/packs/mr.pack', { status: 404 });
    const said = await deskWith(t, SHORT);
    assert.ok(wordsOf(said).includes('१5'));
    await t.until(() => document.getElementById('notice').textContent.includes('mr.pack'));
    assertPainted(await t.page.evaluate(painted), said);
  },

  async 'a Hindi and an English story are told apart, each with one request at most'(t) {
    for (const [lang, text] of [['hi', 'मुख्यमंत्री ने कहा कि सड़क १5 दिन में बनेगी।'], ['en', 'The minister said that that the road will be built in 1५ days.']]) {
      const { report } = await deskWith(t, text);
      assert.equal(report.lang, lang);
      assert.ok(report.findings.some((f) => f.code === 'mixed-digits'));
    }
    await noErrors(t);
  },

  async 'axe finds nothing serious: report, card, names, empty, light and dark'(t) {
    await desk(t, '');
    await state(t, 'report');
    await accessible(t, 'light');
    await t.click('[data-finding] .open');
    await accessible(t, 'dark');
    await t.click('#tab-names');
    await accessible(t, 'light');
    await accessible(t, 'dark');
    await t.click('#tab-sentences');
    await accessible(t, 'light');
    await desk(t);
    await accessible(t, 'light');
    await accessible(t, 'dark');
  },

  async 'the page never scrolls sideways, on a phone or a desk, whatever is open'(t) {
    for (const width of [320, 390, 900, 1280]) {
      await t.page.resize(width, 800);
      await desk(t, '?sample=mr-georgia');
      await state(t, 'report');
      if (width < 900) await t.click('#grip');
      for (const what of ['[data-code="name-variant"] .open', '#tab-names', '[data-entity]', '#tab-sentences', '#original-toggle']) {
        await t.page.evaluate((what) => document.querySelector(what).click(), what);
        const [page, window, left] = await t.page.evaluate(() => [document.scrollingElement.scrollWidth, innerWidth, document.scrollingElement.scrollLeft]);
        assert.ok(page <= window && left === 0, `after ${what} the page is ${page} wide, the window ${window}`);
      }
    }
  },
};
