// The desk without a network, for whoever has asked for it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copy, desk, paste, reportOn, state, storyText } from '../lib/desk.mjs';
import { released, scriptOf } from '../lib/releases.mjs';
import { PKG } from '../lib/paths.mjs';
import { Skip, noErrors } from '../lib/suite.mjs';

const TEXT = 'युद्धात १5 हून अधिक सैनिक तैनात केले. 🪖';

/** The desk, where it can be kept. */
async function open(t) {
  await desk(t);
  if (!(await t.page.evaluate(() => 'serviceWorker' in navigator && !document.getElementById('offline').hidden))) throw new Skip('no service workers here');
}

/** From now on the server has a release of this version. */
async function release(t, version) {
  const [wasm, script, worker] = await Promise.all(['kasoti.wasm', 'engine.js', 'offline.js'].map((file) => readFile(join(PKG, file))));
  t.server.quirk('/kasoti.wasm', { body: released(wasm, version) });
  t.server.quirk('/engine.js', { body: scriptOf(script.toString(), version) });
  t.server.quirk('/offline.js', { body: `${worker}// ${version}` });
}

/** In the page: the version that reads, or why none does. */
const reading = (t) => t.page.evaluate((text) => import('/engine.js').then(async ({ analyze, packError }) => {
  const { version, findings } = await analyze(text, { lang: 'mr' });
  return `${version} ${findings.map(({ code }) => code)} ${packError('mr')?.message ?? ''}`.trim();
}).catch(({ message }) => message), TEXT);

/** @type {import('../lib/suite.mjs').Tests} */
export default {
  async 'a new release in the middle of work: the text stays and is read on; the next load is the new one, and half of one never sticks'(t) {
    // Its page reads nothing out of the cache, seldom the same twice, while the worker has just been exchanged; why is not known.
    if (t.browser === 'webkit') throw new Skip('WebKitGTK gives no steady answer of its caches after an update');
    await copy(t, TEXT);
    await open(t);
    await t.click('#offline');
    await t.until(() => document.getElementById('offline').dataset.t === 'offline.stop');
    await paste(t, TEXT);
    await release(t, '0.0.9');
    await t.page.evaluate(() => {
      navigator.serviceWorker.addEventListener('controllerchange', () => { window.changed = true; });
      return navigator.serviceWorker.getRegistration().then((known) => known.update()).then(() => {});
    });
    await t.until(() => window.changed);
    assert.equal(await storyText(t), TEXT, 'nothing is loaded anew under the writer');
    await t.page.evaluate(() => document.getElementById('story').focus());
    await t.page.press('Control+End');
    await t.page.type(' आणखी.');
    await reportOn(t, `${TEXT} आणखी.`);
    await noErrors(t);
    // The browser would ask whether to leave, and wait for somebody to answer.
    await t.page.evaluate(() => addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true));

    await desk(t);
    assert.equal(await reading(t), '0.0.9 mixed-digits');
    const kept = (version) => t.until((version) => caches.match('/kasoti.wasm').then((file) => file?.text()).then((words) => words?.includes(version)), version);
    await kept('0.0.9');

    // The network breaks off between two files of the release after that.
    await release(t, '0.0.8');
    t.server.quirk('/engine.js', { status: 503 });
    await desk(t);
    assert.match(await reading(t), /it is of version 0\.0\.8, the scripts are of 0\.0\.9\. Are all files of one release\?/u);
    const { log } = t.server;
    for (const path of new Set(log)) t.server.quirk(path, { status: 503 });
    await desk(t);
    assert.equal(await reading(t), '0.0.9 mixed-digits', 'without a network the last whole release');
    await release(t, '0.0.8');
    await desk(t);
    assert.equal(await reading(t), '0.0.8 mixed-digits', 'with one the new release');
    await t.page.evaluate(() => navigator.serviceWorker.getRegistration().then((known) => known.unregister()).then(() => caches.delete('kasoti-desk')).then(() => {}));
  },

  async 'nothing is kept unasked; asked for, the desk opens without a server; a new version is there at once'(t) {
    await open(t);
    await state(t, 'empty');
    assert.equal(await t.page.evaluate(() => caches.keys().then((keys) => keys.length)), 0);
    await t.page.evaluate(() => import('/engine.js').then(({ analyze }) => analyze('किम', { lang: 'mr' })).then(() => {}));
    await t.click('#offline');
    await t.until(() => document.getElementById('offline').dataset.t === 'offline.stop');
    for (const path of new Set(t.server.log)) t.server.quirk(path, { status: 503 });
    await desk(t, '?sample=mr-georgia');
    await state(t, 'report');
    assert.ok((await t.until(() => window.reports.at(-1))).report.mentions.length > 3, 'the pack is there too');
    const fresh = '<!doctype html><html><head></head><body class="ready" data-state="new">new</body></html>';
    t.server.quirk('/index.html', { body: fresh });
    await t.open('/index.html');
    assert.equal(await t.page.evaluate(() => document.body.textContent), 'new');
    await t.page.evaluate(() => navigator.serviceWorker.getRegistration().then((known) => known.unregister()).then(() => {}));
  },
};
