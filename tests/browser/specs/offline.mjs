// The desk without a network, for whoever has asked for it.

import assert from 'node:assert/strict';
import { desk, state } from '../lib/desk.mjs';
import { Skip } from '../lib/suite.mjs';

/** @type {import('../lib/suite.mjs').Tests} */
export default {
  async 'nothing is kept unasked; asked for, the desk opens without a server; a new version is there at once'(t) {
    await desk(t);
    if (!(await t.page.evaluate(() => 'serviceWorker' in navigator && !document.getElementById('offline').hidden))) throw new Skip('no service workers here');
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
