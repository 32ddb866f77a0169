// Editors of other hands: they keep a document of their own, of which the page is a picture. What is painted must not
// disturb it, what is mended must go through it, and its own undo must take that back.

import assert from 'node:assert/strict';
import { painted } from '../lib/painted.mjs';
import { noErrors } from '../lib/suite.mjs';

const LINES = ['युद्धात १,5 सैनिक तैनात केले. 🪖', 'त्यानंतर २0 जण परतले.'];
const EDITORS = ['prosemirror', 'codemirror'];

/** @param {import('../lib/suite.mjs').Context} t @param {string} name */
async function open(t, name) {
  await t.open(`/t/editors.html?editor=${name}`);
  return t.until(() => window.editor && window.reports[0]);
}

const words = ({ report, text }) => report.findings.map((f) => text.slice(f.start, f.end));
const lines = (t) => t.page.evaluate(() => window.editor.lines());
const until = (t, wanted) => t.until((wanted) => JSON.stringify(window.editor.lines()) === wanted, JSON.stringify(wanted));
/** Mends the words that `said` reports. */
const mend = (t, said) => t.page.evaluate((said) => {
  const { annotation, report } = document.querySelector('kasoti-check'), { text } = window.reports.at(-1);
  return annotation.apply(report.findings.find((f) => f.fixes && text.slice(f.start, f.end) === said).fixes[0]).then(() => {});
}, said);

/** @type {import('../lib/suite.mjs').Tests} */
const tests = {};
for (const name of EDITORS) {
  tests[`${name}: painted on its own words, its document untouched`] = async (t) => {
    const said = await open(t, name);
    assert.deepEqual(words(said), ['१,5', '२0']);
    assert.deepEqual((await t.page.evaluate(painted)).critical.map((r) => r.words), ['१,5', '२0']);
    assert.deepEqual(await lines(t), LINES);
    await noErrors(t);
  };

  tests[`${name}: a fix is a step of the editor's own, undone and done again by it`] = async (t) => {
    await open(t, name);
    await mend(t, '२0');
    const mended = [LINES[0], LINES[1].replace('२0', '२०')];
    await until(t, mended);
    await t.until(() => window.reports.at(-1).report.findings.length === 1);
    await t.page.evaluate(() => void window.editor.undo());
    await until(t, LINES);
    await t.until(() => window.reports.at(-1).report.findings.length === 2);
    await t.page.evaluate(() => void window.editor.redo());
    await until(t, mended);
    await noErrors(t);
  };

  tests[`${name}: what one types is read, the caret stays where it was`] = async (t) => {
    await open(t, name);
    await t.page.evaluate(() => {
      const story = document.getElementById('story'), selection = getSelection();
      story.focus();
      selection.selectAllChildren(story.lastElementChild);
      selection.collapseToEnd();
    });
    await t.page.type(' नंतर ३7 आले.');
    await t.until(() => window.reports.at(-1).report.findings.length === 3);
    assert.deepEqual((await t.page.evaluate(painted)).critical.map((r) => r.words), ['१,5', '२0', '३7']);
    const written = [LINES[0], `${LINES[1]} नंतर ३7 आले.`];
    assert.deepEqual(await lines(t), written);
    assert.equal(await t.page.evaluate(() => window.editor.selected()), written.join('\n').length);
    await mend(t, '२0');
    const mended = [LINES[0], written[1].replace('२0', '२०')];
    await until(t, mended);
    await t.until(() => window.reports.at(-1).report.findings.length === 2);
    assert.equal(await t.page.evaluate(() => window.editor.selected()), mended.join('\n').length);
    await noErrors(t);
  };
}
export default tests;
