// The widget in a host's page: what it shows, and what it never touches.

import assert from 'node:assert/strict';
import { accessible } from '../lib/axe.mjs';
import { assertPainted, painted } from '../lib/painted.mjs';
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
    await t.open('/t/blank.html');
    await host(t);
    const sheets = await t.page.evaluate(() => document.adoptedStyleSheets.length);
    assert.ok(sheets > 0);
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

  async 'a text field is read and its list works, though words in it cannot be painted'(t) {
    const [first] = await host(t, '/t/field.html');
    assert.deepEqual(first.report.findings.map((f) => first.text.slice(f.start, f.end)), ['१,5']);
    assert.deepEqual(await highlights(t), []);
    await t.click('#story');
    await t.page.press('Control+a');
    await t.page.type('२,6 आणि ३,7.');
    const last = await t.until(() => window.said.reports.at(-1).text === '२,6 आणि ३,7.' && window.said.reports.at(-1));
    assert.deepEqual(last.report.findings.map((f) => last.text.slice(f.start, f.end)), ['२,6', '३,7']);
  },

  async 'nothing moves when it comes late'(t) {
    t.server.quirk('/kasoti.js', { delay: 300 });
    await t.open('/t/host.html');
    const places = () => [...document.querySelectorAll('#story > *')].map((e) => JSON.stringify(e.getBoundingClientRect()));
    const early = await t.page.evaluate(places);
    await t.until(() => window.said.reports.length);
    assert.deepEqual(await t.page.evaluate(places), early);
  },
};
