// The widget in a host's page: what it shows, and what it never touches.

import assert from 'node:assert/strict';
import { accessible } from '../lib/axe.mjs';
import { assertPainted, painted } from '../lib/painted.mjs';
import { released } from '../lib/releases.mjs';
import { STRICT_CSP } from '../lib/server.mjs';
import { noErrors } from '../lib/suite.mjs';

/** Opens a page with widgets and waits until `count` reports have come. */
async function host(t, path = '/t/host.html', count = 1) {
  await t.open(path);
  return t.until((n) => window.said.reports.length >= n && window.said.reports, count);
}

const hostPage = (t) => t.page.evaluate(() => window.hostPage());
const before = (t) => t.page.evaluate(() => window.before);
const said = (t) => t.page.evaluate(() => window.said);

/** Time in which a second event, or a request that nobody asked for, would have come. */
const settle = () => new Promise((done) => setTimeout(done, 700));

/** In the page: the names of Kasoti's highlights. */
const highlights = (t) => t.page.evaluate(() => [...CSS.highlights.keys()].filter((name) => name.startsWith('kasoti-')));

/** What the host's page says of itself is as it was, and nothing on the console. */
async function untouched(t) {
  assert.equal(await hostPage(t), await before(t), 'the page is as the host wrote it');
}

/** @type {import('../lib/suite.mjs').Tests} */
export default {
  async 'the two-line snippet paints the right words and touches nothing'(t) {
    const [first] = await host(t);
    assertPainted(await t.page.evaluate(painted), first);
    const words = first.report.findings.map((f) => first.text.slice(f.start, f.end));
    for (const word of ['१,5००', '२0२४', '७2']) assert.ok(words.includes(word), `${word} is found`);
    assert.equal(words.filter((word) => word === '१,5').length, 0, 'hidden and untranslatable text is not read');
    await untouched(t);
    await settle();
    assert.equal((await said(t)).reports.length, 1, 'one report');
    await untouched(t);
    await noErrors(t);
  },

  async 'nothing is requested after the first report'(t) {
    await host(t);
    await settle();
    const { log } = t.server;
    await t.page.evaluate(() => {
      document.querySelector('#story h1').textContent = 'नवे शीर्षक ३,7 आले';
    });
    await t.until(() => window.said.reports.length === 2);
    await settle();
    assert.deepEqual(t.server.log, log);
    assert.ok(log.every((path) => !path.startsWith('/packs/') || path === '/packs/mr.pack'), 'one language, one pack');
  },

  async 'the article changes, the paint follows'(t) {
    await host(t);
    await t.page.evaluate(() => {
      document.querySelector('#story h1').textContent = 'नवे शीर्षक ३,7 आले';
    });
    const [, second] = await t.until(() => window.said.reports.length === 2 && window.said.reports);
    assert.equal(second.text.slice(0, 18), 'नवे शीर्षक ३,7 आले');
    assertPainted(await t.page.evaluate(painted), second);
  },

  async 'removing the tag leaves the page as it was'(t) {
    await host(t);
    await t.until(() => document.adoptedStyleSheets.length > 0);
    await t.page.evaluate(() => {
      CSS.highlights.set('host', new Highlight(document.createRange()));
      document.querySelector('kasoti-check').remove();
    });
    await t.until(() => document.adoptedStyleSheets.length === 0);
    assert.deepEqual(await highlights(t), []);
    assert.deepEqual(await t.page.evaluate(() => [...CSS.highlights.keys()]), ['host'], "the host's own stays");
    await untouched(t);
    await noErrors(t);
  },

  async 'taken out and put back, it works again'(t) {
    await host(t);
    await t.page.evaluate(() => {
      const tag = document.querySelector('kasoti-check');
      tag.remove();
      document.body.append(tag);
    });
    const [, second] = await t.until(() => window.said.reports.length === 2 && window.said.reports);
    assertPainted(await t.page.evaluate(painted), second);
    await untouched(t);
  },

  async 'two widgets on a page keep apart'(t) {
    const reports = await host(t, '/t/two.html', 2);
    assert.deepEqual(reports.map((r) => r.from).sort(), ['one', 'two']);
    const words = async () => Object.values(await t.page.evaluate(painted)).flat().map((r) => r.words).filter((w) => /\d/.test(w)).sort();
    assert.deepEqual(await words(), ['१,5', '२,6']);
    await t.page.evaluate(() => document.querySelector('kasoti-check[for=one]').remove());
    await t.until(() => [...CSS.highlights.values()].every((h) => [...h].every((r) => !document.getElementById('one').contains(r.startContainer))));
    assert.deepEqual(await words(), ['२,6'], "the other's paint stays");
    await t.page.evaluate(() => document.querySelector('kasoti-check').remove());
    await t.until(() => document.adoptedStyleSheets.length === 0);
    assert.deepEqual(await highlights(t), []);
    await untouched(t);
    await noErrors(t);
  },

  async '`for` names no element: one error event, the article untouched'(t) {
    await t.open('/t/nowhere.html');
    await t.until(() => window.said.errors.length);
    await settle();
    const { errors, reports } = await said(t);
    assert.equal(errors.length, 1);
    assert.equal(reports.length, 0);
    assert.equal(errors[0].code, 'target');
    assert.match(errors[0].message, /nowhere/, 'the message names what was looked for');
    assert.deepEqual(await highlights(t), []);
    await untouched(t);
  },

  async 'the pack is missing: one error event, the rest works'(t) {
    t.server.quirk('/packs/mr.pack', { status: 404 });
    const [first] = await host(t);
    await settle();
    const { errors, reports } = await said(t);
    assert.equal(errors.length, 1);
    assert.equal(errors[0].code, 'pack');
    assert.equal(errors[0].file, 'mr.pack');
    assert.equal(reports.length, 1);
    assert.ok(first.report.findings.some((f) => f.code === 'mixed-digits'));
    assertPainted(await t.page.evaluate(painted), first);
    await untouched(t);
  },

  async 'a module of another release out of some cache: one error event, the article untouched'(t) {
    const whole = Buffer.from(await (await fetch(`${t.server.origin}/kasoti.wasm`)).arrayBuffer());
    t.server.quirk('/kasoti.wasm', { body: released(whole, '0.0.9') });
    await t.open('/t/host.html');
    await t.until(() => window.said.errors.length);
    await settle();
    const { errors, reports } = await said(t);
    assert.deepEqual([errors.length, errors[0].code, errors[0].file, reports.length], [1, 'engine', 'kasoti.wasm', 0]);
    assert.match(errors[0].message, /version 0\.0\.9/u);
    await untouched(t);
    assert.deepEqual(await highlights(t), []);
  },

  async 'the module is missing: one error event, the article untouched'(t) {
    t.server.quirk('/kasoti.wasm', { status: 404 });
    await t.open('/t/host.html');
    await t.until(() => window.said.errors.length);
    await settle();
    const { errors, reports } = await said(t);
    assert.equal(errors.length, 1);
    assert.equal(errors[0].code, 'engine');
    assert.equal(errors[0].file, 'kasoti.wasm');
    assert.equal(reports.length, 0);
    assert.deepEqual(await highlights(t), []);
    await untouched(t);
  },

  async 'the strictest content security policy'(t) {
    t.server.quirk('/t/host.html', { headers: { 'content-security-policy': STRICT_CSP } });
    const [first] = await host(t);
    assertPainted(await t.page.evaluate(painted), first);
    await untouched(t);
    await noErrors(t);
  },

  async 'a text field is read, and read on while one writes'(t) {
    const [first] = await host(t, '/t/field.html');
    assert.deepEqual(first.report.findings.map((f) => first.text.slice(f.start, f.end)), ['१,5']);
    await t.click('#story');
    await t.page.press('Control+a');
    await t.page.type('२,6 आणि ३,7.');
    const last = await t.until(() => window.said.reports.at(-1).text === '२,6 आणि ३,7.' && window.said.reports.at(-1));
    assert.deepEqual(last.report.findings.map((f) => last.text.slice(f.start, f.end)), ['२,6', '३,7']);
  },

  async 'nothing moves when it comes late, nor when its panel opens'(t) {
    t.server.quirk('/kasoti.js', { delay: 300 });
    await t.open('/t/reader.html');
    const places = () => [...document.querySelectorAll('#story > :not(kasoti-check)')].map((e) => JSON.stringify(e.getBoundingClientRect()));
    const early = await t.page.evaluate(places);
    await t.until(() => window.said.reports.length);
    assert.deepEqual(await t.page.evaluate(places), early, 'when it has come');
    await t.click('[part=toggle]');
    await t.until(() => !document.querySelector('kasoti-check').shadowRoot.querySelector('[part=panel]').hidden);
    assert.deepEqual(await t.page.evaluate(places), early, 'with its panel open');
    await untouched(t);
  },

  async 'readers see facts in doubt, and names when they ask'(t) {
    const [{ report, text }] = await host(t, '/t/reader.html');
    const doubts = report.findings.filter((f) => f.severity === 'critical' || f.code === 'name-variant');
    const layers = await t.page.evaluate(painted);
    assert.deepEqual(Object.keys(layers), ['reader']);
    assert.deepEqual(layers.reader.map((r) => r.words), doubts.map((f) => text.slice(f.start, f.end)));
    await untouched(t);
    await noErrors(t);
  },

  async 'the list is worked by keyboard: arrows, Enter, Escape'(t) {
    await host(t, '/t/editable.html');
    await tabTo(t, '.open');
    const first = await focused(t);
    await t.page.press('ArrowDown');
    const second = await focused(t);
    assert.notEqual(second.text, first.text, 'down');
    await t.page.press('ArrowUp');
    assert.equal((await focused(t)).text, first.text, 'up');
    await t.page.press('ArrowDown');
    assert.equal((await focused(t)).expanded, 'false');
    await t.page.press('Enter');
    assert.equal((await focused(t)).expanded, 'true', 'Enter opens');
    const { selected } = await t.page.evaluate(painted);
    assert.equal(selected.length, 1, 'the chosen words are marked in the text');
    assert.ok(second.text.includes(selected[0].words), `«${selected[0].words}» is what the row says`);
    await t.page.press('Enter');
    assert.equal((await focused(t)).expanded, 'false', 'Enter closes');
    await t.page.press('Escape');
    assert.equal(await t.page.evaluate(() => document.activeElement.id), 'story', 'Escape goes back to the text');
    await untouched(t);
  },

  async 'a click on painted words opens their row'(t) {
    const [{ report, text }] = await host(t);
    const finding = report.findings.find((f) => text.slice(f.start, f.end) === '२0२४');
    const [x, y] = await t.page.evaluate(() => {
      const range = [...CSS.highlights.values()].flatMap((h) => [...h]).find((r) => r.toString() === '२0२४');
      const { left, top, width, height } = range.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    });
    await t.page.clickAt(x, y);
    const row = await t.until(() => {
      const open = document.querySelector('kasoti-check').shadowRoot.querySelector('.finding.selected');
      return open && { code: open.dataset.code, text: open.textContent };
    });
    assert.equal(row.code, finding.code);
    assert.ok(row.text.includes('२0२४'));
    assert.equal((await said(t)).selects, 1);
    await untouched(t);
  },

  async 'a fix is made where the host lets one write'(t) {
    const [{ report, text }] = await host(t, '/t/editable.html');
    const finding = report.findings.find((f) => text.slice(f.start, f.end) === '७2');
    assert.equal(finding.fixes[0].edits[0].text, '७२');
    await t.page.evaluate(() => {
      const rows = [...document.querySelector('kasoti-check').shadowRoot.querySelectorAll('.finding')];
      rows.find((row) => row.textContent.includes('७2')).querySelector('.open').id = 'wanted';
    });
    await t.click('#wanted');
    await t.click('.more .small');
    const mended = await t.until(() => window.said.reports.length > 1 && window.said.reports.at(-1));
    assert.equal(mended.text, text.replace('७2', '७२'), 'nothing else has changed');
    assert.ok(!mended.report.findings.some((f) => mended.text.slice(f.start, f.end).includes('७२')));
    assertPainted(await t.page.evaluate(painted), mended);
    await noErrors(t);
  },

  async 'many layers lie in one line, in whatever order they come'(t) {
    // WebKitGTK 2.50 crashes on such lines when the layers have priorities of their own.
    await t.open('/t/blank.html');
    const drawn = await t.page.evaluate(async () => {
      const [{ anchor }, { highlightPainter }] = await Promise.all([import('/anchor.js'), import('/paint/highlight.js')]);
      const article = document.createElement('article');
      article.lang = 'mr';
      article.append(document.createElement('p'));
      article.firstChild.textContent = 'युद्धाच्या गेल्या दोन वर्षांत रशिया आणि उत्तर कोरिया यांच्यातील संबंध वाढले, जे फेब्रुवारी २०२२ मध्ये शेजार्याच्या सीमेवर सुरू झाले होते. 🪖 '.repeat(4);
      document.body.append(article);
      const anchored = anchor(article);
      const words = [...anchored.text.matchAll(/\S+/g)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
      const painter = highlightPainter(anchored);
      const layers = ['place', 'critical', 'major', 'selected', 'person', 'minor', 'hint'];
      let frames = 0;
      for (let width = 300; width < 900; width += 9) {
        article.style.inlineSize = `${width}px`;
        painter.clear();
        // Each round another order, and other words for each layer.
        layers.push(layers.splice(width % layers.length, 1)[0]);
        layers.forEach((layer, i) => painter.set(layer, words.filter((_, at) => (at * 5 + width) % 11 === i)));
        await new Promise((done) => requestAnimationFrame(done));
        frames++;
      }
      painter.destroy();
      return frames;
    });
    assert.equal(drawn, 67);
    assert.deepEqual(await highlights(t), []);
  },

  async 'axe finds nothing serious in the panel, light and dark'(t) {
    await host(t);
    await accessible(t, 'light');
    await t.click('.open');
    await accessible(t, 'dark');
  },

  async 'axe finds nothing serious in the reader\'s line and list, light and dark'(t) {
    await host(t, '/t/reader.html');
    await t.click('[part=toggle]');
    await accessible(t, 'light');
    await accessible(t, 'dark');
  },

  async 'the page of examples is live'(t) {
    await t.open('/embed.html');
    await t.until(() => document.querySelector('kasoti-check')?.report);
    await t.click('[part=names]');
    await t.until(() => CSS.highlights.has('kasoti-place'));
    const { place } = await t.page.evaluate(painted);
    assert.ok(place.some(({ words }) => words === 'फुकुओका'), 'names are painted when asked for');
    await accessible(t, 'light');
    await accessible(t, 'dark');
    await noErrors(t);
  },

  async 'the gallery: each mode beside its lines, which are the tag that stands there; accessible'(t) {
    await t.open('/gallery.html');
    // Panels that open above it would push the lazy one out of sight again.
    await t.until(() => [...document.querySelectorAll('kasoti-check')].filter((tag) => tag.report).length === 6);
    await t.page.evaluate(() => document.querySelector('[lazy]').scrollIntoView());
    const found = await t.until(() => {
      const reports = [...document.querySelectorAll('kasoti-check')].map((tag) => tag.report);
      return reports.every(Boolean) && reports.map(({ findings }) => findings.map(({ code }) => code).sort());
    });
    assert.deepEqual(found, [
      ['mixed-digits'],
      ['repeated-word', 'spaced-punctuation', 'split-postposition', 'stuttered-word', 'unpaired-quote'],
      [],
      [],
      ['mixed-digits', 'repeated-word'],
      ['date-mismatch', 'number-mismatch'],
      ['spaced-punctuation'],
    ]);
    const differ = await t.page.evaluate(() => [...document.querySelectorAll('section')].flatMap((section) => {
      const tag = section.querySelector('kasoti-check');
      const lines = section.querySelector('code').textContent.split('<kasoti-check')[1];
      return [...lines.matchAll(/ ([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'))?/gu)]
        .filter(([, name, plain, json]) => tag.getAttribute(name) !== (plain ?? json ?? '')).map(([line]) => `${section.id}${line}`);
    }));
    assert.deepEqual(differ, []);
    await accessible(t, 'light');
    await accessible(t, 'dark');
    await noErrors(t);
  },
};

/** Presses Tab until something that fits `selector` has the focus. */
async function tabTo(t, selector) {
  for (let i = 0; i < 60; i++) {
    await t.page.press('Tab');
    if (await t.page.evaluate((s) => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.matches(s);
    }, selector)) return;
  }
  throw new Error(`Tab never comes to ${selector}`);
}

/** In the page: what has the focus, looking into shadow roots. */
const focused = (t) =>
  t.page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return { text: active?.textContent, expanded: active?.getAttribute('aria-expanded') };
  });
