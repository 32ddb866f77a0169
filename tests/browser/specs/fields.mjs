// Text fields: painted in a mirror, read while one writes, mended so that the field's own undo takes it back.

import assert from 'node:assert/strict';
import { painted } from '../lib/painted.mjs';
import { noErrors } from '../lib/suite.mjs';

const TEXT = 'युद्धात १,5 सैनिक तैनात केले. 🪖\nत्यानंतर २0 जण परतले.';

/** A blank page with `field` in it and the editor's panel for it. */
async function field(t, html, text = TEXT) {
  await t.open('/t/blank.html');
  await t.page.evaluate((html, text) => {
    window.reports = [];
    document.addEventListener('kasoti-report', ({ report, text }) => window.reports.push({ report, text }));
    document.body.innerHTML = `${html}<kasoti-check for="story" mode="editor" text-lang="mr"></kasoti-check>`;
    const story = document.getElementById('story');
    if (story.localName === 'textarea') story.value = text; else if (text) story.textContent = text;
    window.story = story.cloneNode(true).outerHTML;
    return import('/kasoti.js').then(() => {});
  }, html, text);
  return t.until(() => window.reports[0]);
}

const TEXTAREA = '<style>#story { font: 18px/1.7 sans-serif; width: 420px; height: 130px; padding: 11px 17px; border: 3px solid; margin: 20px }</style><textarea id="story"></textarea>';

const words = ({ report, text }) => report.findings.map((f) => text.slice(f.start, f.end));
const read = (t, text) => t.until((text) => window.reports.findLast((r) => r.text === text), text);
const value = (t) => t.page.evaluate(() => document.getElementById('story').value ?? document.getElementById('story').textContent);

/** As the keys do it; WebKit's bare window has no menu that would give them a meaning. */
const undo = (t) => (t.browser === 'webkit' ? t.page.evaluate(() => void document.execCommand('undo')) : t.page.press('Control+z'));

/** In the page: where the words painted as `layer` stand, and the frame of the mirror that they stand in. */
const marks = (t, layer = 'critical') => t.page.evaluate(async (layer) => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const mirror = document.querySelector('kasoti-check').shadowRoot.querySelector('.mirror');
  return [...CSS.highlights.get(`kasoti-${layer}`) ?? []].map((range) => {
    const { left, top, width, height } = range.getBoundingClientRect();
    return { words: range.toString(), left, top, width, height, inMirror: mirror.contains(range.startContainer) };
  });
}, layer);

/** @type {import('../lib/suite.mjs').Tests} */
export default {
  async 'a textarea: its words are underlined in a mirror that lies on it and takes no click'(t) {
    const said = await field(t, TEXTAREA);
    assert.deepEqual(words(said), ['१,5', '२0']);
    const shown = await marks(t);
    assert.deepEqual(shown.map((m) => [m.words, m.inMirror]), [['१,5', true], ['२0', true]]);
    const [frame, hit, first] = await t.page.evaluate(() => {
      const story = document.getElementById('story'), box = story.getBoundingClientRect();
      const mirror = document.querySelector('kasoti-check').shadowRoot.querySelector('.mirror').getBoundingClientRect();
      return [[mirror.left - box.left, mirror.top - box.top, box.width - mirror.width, box.height - mirror.height].map(Math.round),
        document.elementFromPoint(box.left + 60, box.top + 30).id, { left: box.left + 3 + 17, top: box.top + 3 + 11 }];
    });
    assert.deepEqual(frame.slice(0, 2), [3, 3], 'the mirror lies within the borders');
    assert.equal(hit, 'story', 'a click meets the field');
    assert.ok(shown[0].top >= first.top - 1 && shown[0].left > first.left && shown[1].top > shown[0].top + 20, JSON.stringify(shown));
    assert.equal(await t.page.evaluate(() => document.getElementById('story').cloneNode(true).outerHTML === window.story), true);
    await noErrors(t);
  },

  async 'words before them move the marks at once, the list follows when one rests'(t) {
    await field(t, TEXTAREA);
    const [before] = await marks(t);
    await t.page.evaluate(() => { const story = document.getElementById('story'); story.focus(); story.setSelectionRange(0, 0); });
    await t.page.type('आज ');
    const [after] = await marks(t);
    assert.equal(after.words, '१,5');
    assert.ok(after.left > before.left + 10, 'along with its words');
    assert.deepEqual(words(await read(t, `आज ${TEXT}`)), ['१,5', '२0']);
    await t.page.press('End');
    await t.page.type(' नंतर ३7 आले.');
    const said = await t.until(() => window.reports.at(-1).report.findings.length === 3 && window.reports.at(-1));
    assert.deepEqual(words(said), ['१,5', '३7', '२0']);
    assert.deepEqual((await marks(t)).map((m) => m.words), ['१,5', '३7', '२0']);
    await noErrors(t);
  },

  async 'the field scrolls, the marks scroll with it'(t) {
    await field(t, TEXTAREA, `${'एक ओळ.\n'.repeat(20)}शेवटी २0 जण. 🪖`);
    const [before] = await marks(t);
    await t.page.evaluate(() => { document.getElementById('story').scrollTop = 200; });
    const [after] = await marks(t);
    assert.ok(Math.abs(before.top - after.top - 200) < 2, `${before.top} ${after.top}`);
  },

  async 'a fix in a textarea is one step of its own undo, and the caret stays with its words'(t) {
    const said = await field(t, TEXTAREA);
    await t.page.evaluate(() => { const story = document.getElementById('story'); story.focus(); story.setSelectionRange(story.value.length, story.value.length); });
    await t.page.type(' आणखी');
    const typed = `${TEXT} आणखी`;
    await read(t, typed);
    await t.page.evaluate(() => {
      const widget = document.querySelector('kasoti-check'), finding = widget.report.findings.find((f) => f.fixes);
      return widget.annotation.apply(finding.fixes[0]).then(() => {});
    });
    const { start, end, text } = said.report.findings.find((f) => f.fixes).fixes[0].edits[0];
    const mended = typed.slice(0, start) + text + typed.slice(end);
    await read(t, mended);
    assert.deepEqual(await t.page.evaluate(() => { const { selectionStart, value } = document.getElementById('story'); return value.length - selectionStart; }), 0);
    await t.page.evaluate(() => document.getElementById('story').focus());
    await undo(t);
    await t.until((text) => document.getElementById('story').value === text, typed);
    await noErrors(t);
  },

  async 'contenteditable: painted on its own words, a fix is undone by the browser'(t) {
    const said = await field(t, '<div id="story" contenteditable="true"></div>', 'युद्धात १,5 सैनिक. 🪖 त्यानंतर २0 जण परतले.');
    assert.deepEqual((await t.page.evaluate(painted)).critical.map((r) => r.words), words(said));
    await t.page.evaluate(() => document.getElementById('story').focus());
    await t.page.evaluate(() => {
      const widget = document.querySelector('kasoti-check'), finding = widget.report.findings.find((f) => f.fixes);
      return widget.annotation.apply(finding.fixes[0]).then(() => {});
    });
    assert.notEqual(await value(t), said.text);
    await t.page.evaluate(() => document.getElementById('story').focus());
    await undo(t);
    await t.until((text) => document.getElementById('story').textContent === text, said.text);
  },

  async 'words that an input method is still making are left alone'(t) {
    for (const html of [TEXTAREA, '<div id="story" contenteditable="true"></div>']) {
      await field(t, html, 'पहिली ओळ. 🪖');
      await t.page.evaluate(() => {
        const story = document.getElementById('story');
        story.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
        if (story.localName === 'textarea') story.value += ' २0'; else story.firstChild.data += ' २0';
        story.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertCompositionText', isComposing: true }));
      });
      await new Promise((done) => setTimeout(done, 900));
      assert.equal(await t.page.evaluate(() => window.reports.length), 1, 'nothing is read meanwhile');
      await t.page.evaluate(() => document.getElementById('story').dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })));
      assert.deepEqual(words(await read(t, 'पहिली ओळ. 🪖 २0')), ['२0']);
    }
  },

  async 'a click in a textarea opens the row of the words at the caret; gone, the mirror leaves nothing'(t) {
    await field(t, TEXTAREA);
    const [mark] = await marks(t);
    await t.page.clickAt(mark.left + mark.width / 2, mark.top + mark.height / 2);
    assert.ok((await t.until(() => document.querySelector('kasoti-check').shadowRoot.querySelector('.finding.selected')?.textContent)).includes('१,5'));
    assert.equal(await t.page.evaluate(() => document.activeElement.id), 'story');
    await t.page.evaluate(() => document.querySelector('kasoti-check').remove());
    await t.until(() => CSS.highlights.size === 0);
    assert.equal(await t.page.evaluate(() => document.getElementById('story').cloneNode(true).outerHTML === window.story), true);
    await noErrors(t);
  },
};
