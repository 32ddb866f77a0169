// The desk's second pane: the original, its sentences beside those that render them.

import assert from 'node:assert/strict';
import { accessible } from '../lib/axe.mjs';
import { copy, desk, deskWith, storyText } from '../lib/desk.mjs';
import { painted } from '../lib/painted.mjs';
import { noErrors } from '../lib/suite.mjs';

/** Ours: fourteen monitors became forty; a sentence of the original is not there. */
const STORY = 'पुण्यात ४० निरीक्षक आले. 🪖 ते सोमवारी परत जातील.\nत्यांनी २०२४ मध्ये ७५ गावे पाहिली.';
const ORIGINAL = 'Fourteen monitors came to Pune. 🪖 They will go back on Monday.\n\nThey saw 75 villages in 2024.';

/** The desk with `STORY`, and `ORIGINAL` pasted into its own field. */
async function both(t) {
  await deskWith(t, STORY);
  await t.click('#original-toggle');
  await t.page.evaluate((text) => {
    const field = document.getElementById('original-field');
    field.value = text;
    field.dispatchEvent(new Event('change'));
  }, ORIGINAL);
  return t.until(() => window.reports.find((r) => r.report.pairs));
}

const partners = (t) => t.page.evaluate(painted).then((layers) => (layers.partner ?? []).map((r) => r.words));

/** @type {import('../lib/suite.mjs').Tests} */
export default {
  async 'the original goes to the engine: its sentences are paired, what differs is found'(t) {
    const { report, text } = await both(t);
    const words = report.pairs.map((p) => [p.text && text.slice(p.text.start, p.text.end), p.original && ORIGINAL.slice(p.original.start, p.original.end)]);
    assert.deepEqual(words, [
      ['पुण्यात ४० निरीक्षक आले. 🪖', 'Fourteen monitors came to Pune. 🪖'],
      ['ते सोमवारी परत जातील.', 'They will go back on Monday.'],
      ['त्यांनी २०२४ मध्ये ७५ गावे पाहिली.', 'They saw 75 villages in 2024.'],
    ]);
    assert.ok(report.findings.some((f) => f.code === 'number-mismatch' && text.slice(f.start, f.end).includes('४०')));
    assert.deepEqual(await t.page.evaluate(() => [...document.getElementById('original').children].map((p) => p.textContent)), ORIGINAL.split('\n\n'));
    assert.equal(await storyText(t), STORY);
    await noErrors(t);
  },

  async 'a finding chosen, the caret moved: the sentence and its partner are washed'(t) {
    await both(t);
    await t.click('[data-code="number-mismatch"] .open');
    await t.until(() => document.querySelector('.finding.selected') !== null);
    assert.deepEqual(await partners(t), ['पुण्यात ४० निरीक्षक आले. 🪖', 'Fourteen monitors came to Pune. 🪖']);
    const { selected } = await t.page.evaluate(painted);
    assert.deepEqual(selected.map((r) => r.words).sort(), ['Fourteen', '४०'], 'the figure and what it is measured against');
    await t.page.press('Escape');
    await t.page.evaluate(() => {
      const story = document.getElementById('story');
      story.focus();
      getSelection().collapse(story.children[1].firstChild, 3);
    });
    await t.until(() => [...CSS.highlights.get('kasoti-partner') ?? []].some((range) => range.toString().includes('75')));
    assert.deepEqual(await partners(t), ['त्यांनी २०२४ मध्ये ७५ गावे पाहिली.', 'They saw 75 villages in 2024.']);
  },

  async 'taken away, nothing of it is left'(t) {
    await both(t);
    await t.click('.original-head .button');
    await t.until(() => document.getElementById('original').hidden);
    await t.until(() => !window.reports.at(-1).report.pairs);
    assert.deepEqual(await partners(t), []);
  },

  async 'partners stand in one row, whatever is missing between them'(t) {
    await copy(t, STORY);
    await desk(t);
    const rows = (count, partners) => import('/desk/original.js').then(({ inRows }) => inRows(count, partners).map(({ line, source }) => [line, source]));
    assert.deepEqual(await t.page.evaluate(rows, 3, [0, null, 2]), [[0, 0], [null, 1], [1, null], [2, 2]]);
    assert.deepEqual(await t.page.evaluate(rows, 2, [1, 0]), [[0, null], [1, 0], [null, 1]]);
    assert.deepEqual(await t.page.evaluate(rows, 1, []), [[0, null]]);
    await both(t);
    const tops = await t.page.evaluate(() => ['story', 'original'].map((id) => document.getElementById(id).lastChild.getBoundingClientRect().top));
    assert.equal(Math.round(tops[0]), Math.round(tops[1]));
  },

  async 'axe finds nothing serious with the original open'(t) {
    await both(t);
    await accessible(t, 'light');
    await accessible(t, 'dark');
  },
};
