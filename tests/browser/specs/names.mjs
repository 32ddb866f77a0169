// The desk's list of names: what is linked with what, and a name written anew.

import assert from 'node:assert/strict';
import { accessible } from '../lib/axe.mjs';
import { desk, deskWith, reportOn, storyText } from '../lib/desk.mjs';
import { painted } from '../lib/painted.mjs';
import { noErrors } from '../lib/suite.mjs';

/** Ours: one place three times, in two forms and with two endings; one person. */
const STORY = 'पुणे शहरात पाऊस पडला. 🌧️\nशरद पवार पुण्यात आले. पुण्याच्या महापौरांनी शरद पवारांना निवेदन दिले.';

const words = (t) => t.page.evaluate(painted).then((layers) => Object.fromEntries(Object.entries(layers).map(([layer, all]) => [layer, all.map((r) => r.words)])));

/** In the page: the button of the name that reads so. */
const name = (words) => [...document.querySelectorAll('[data-entity]')].find((e) => e.textContent === words)?.dataset.entity;

async function names(t, text = STORY) {
  const said = await deskWith(t, text);
  await t.click('#tab-names');
  await t.until(() => document.querySelector('[data-entity]') !== null);
  return said;
}

/** @type {import('../lib/suite.mjs').Tests} */
export default {
  async 'a name opened: kind, spellings with counts, every mention, and walking through them'(t) {
    const { report, text } = await names(t);
    const i = await t.until(name, 'पुणे');
    await t.click(`[data-entity="${i}"]`);
    const open = await t.until(() => {
      const details = document.querySelector('.entity.selected .details');
      return details && {
        spellings: [...details.querySelectorAll('.spellings li')].map((li) => [li.querySelector('.text').textContent, li.querySelector('.tally').textContent]),
        mentions: [...details.querySelectorAll('[data-mention]')].map((b) => b.textContent),
        kind: details.querySelector('.kind').textContent,
      };
    });
    assert.deepEqual(open, { spellings: [['पुणे', '×३']], mentions: ['१', '२', '३'], kind: 'ठिकाण' });
    assert.equal(report.entities[i].mentions.length, 3);
    assert.deepEqual((await words(t)).selected, ['पुणे']);
    assert.deepEqual((await words(t)).link, ['पुण्या', 'पुण्या']);
    await t.click('[data-key="mention-next"]');
    await t.until(() => document.querySelector('.mentions [aria-current]')?.textContent === '२');
    assert.deepEqual((await words(t)).link, ['पुणे', 'पुण्या']);
    await t.click('[data-key="mention-previous"]');
    await t.click('[data-key="mention-previous"]');
    await t.until(() => document.querySelector('.mentions [aria-current]')?.textContent === '३');
    assert.equal(await storyText(t), text);
    await noErrors(t);
  },

  async 'the caret in a name, or the focus on its row, shows what it is linked with'(t) {
    await names(t);
    await t.page.evaluate(() => {
      const story = document.getElementById('story');
      story.focus();
      getSelection().collapse(story.children[0].firstChild, 2);
    });
    await t.until(() => document.querySelector('.linked')?.textContent === 'पुणे');
    assert.deepEqual((await words(t)).link, ['पुणे', 'पुण्या', 'पुण्या']);
    await t.page.evaluate(() => getSelection().collapse(document.getElementById('story').children[0].firstChild, 8));
    await t.until(() => !document.querySelector('.linked'));
    const i = await t.until(name, 'शरद पवार');
    await t.page.evaluate((i) => document.querySelector(`[data-entity="${i}"]`).focus(), i);
    assert.deepEqual((await words(t)).link, ['शरद पवार', 'शरद पवारां']);
  },

  async 'the legend switches each kind of tint off and on'(t) {
    await names(t);
    await t.click('[data-key="kind-place"]');
    await t.until(() => document.querySelector('[data-key="kind-place"]').getAttribute('aria-pressed') === 'false');
    const without = await words(t);
    assert.deepEqual([without.place, without.person?.includes('शरद पवार')], [undefined, true]);
    await t.click('[data-key="kind-"]');
    await t.until(() => document.querySelector('[data-key="kind-place"]').getAttribute('aria-pressed') === 'true');
    assert.deepEqual((await words(t)).place, ['पुणे', 'पुण्या', 'पुण्या']);
  },

  async 'a name written anew everywhere keeps each ending, and can be taken back'(t) {
    await names(t);
    const rename = async (from, to) => {
      await t.click(`[data-entity="${await t.until(name, from)}"]`);
      await t.click(`[data-key="rename-${from}"]`);
      await t.until(() => document.activeElement.closest('.rename') !== null);
      await t.page.type(to);
      await t.page.press('Enter');
    };
    await rename('पुणे', 'नाशिक');
    const once = STORY.replace('पुणे शहरात', 'नाशिक शहरात').replace('पुण्यात', 'नाशिकात').replace('पुण्याच्या', 'नाशिकाच्या');
    await reportOn(t, once);
    await rename('शरद पवार', 'एकनाथ शिंदे');
    const twice = once.replace('शरद पवार ', 'एकनाथ शिंदे ').replace('शरद पवारांना', 'एकनाथ शिंदेंना');
    await reportOn(t, twice);
    assert.equal(await storyText(t), twice);
    await t.click('#undo');
    await t.click('#undo');
    await t.until((text) => [...document.getElementById('story').children].map((p) => p.textContent).join('\n') === text, STORY);
    await noErrors(t);
  },

  async 'endings suit the new name'(t) {
    await desk(t);
    const rows = [
      ['ठाणे', 'पुणे', 'पुण्या', 'त', 'ठाण्या'], ['मुंबई', 'पुणे', 'पुण्या', 'त', 'मुंबई'], ['नाशिक', 'मुंबई', 'मुंबई', 'त', 'नाशिका'],
      ['नाशिक', 'मुंबई', 'मुंबई', 'ला', 'नाशिक'], ['शिंदे', 'पवार', 'पवारां', 'ना', 'शिंदें'], ['पवार', 'शिंदे', 'शिंदें', 'नी', 'पवारां'],
      ['शिंदे', 'पवार', 'पवार', '', 'शिंदे'], ['🙂', 'पवार', 'पवार', 'ने', '🙂'],
    ];
    const made = await t.page.evaluate((rows) => import('/desk/inflect.js').then(({ inflected }) => rows.map((row) => inflected(...row))), rows.map((row) => row.slice(0, 4)));
    assert.deepEqual(made, rows.map((row) => row[4]));
  },

  async 'an opened name is accessible, light and dark'(t) {
    await names(t);
    await t.click(`[data-entity="${await t.until(name, 'पुणे')}"]`);
    await t.click('[data-key="rename-पुणे"]');
    await accessible(t, 'light');
    await accessible(t, 'dark');
  },
};
