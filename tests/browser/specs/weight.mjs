// What a visitor's browser fetches, weighed as a server that compresses ahead of time sends it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { desk, state } from '../lib/desk.mjs';
import { PKG, ROOT } from '../lib/paths.mjs';

/** Bytes, brotli: the ceilings that `cargo xtask size` holds the files to; here it is what is really fetched. */
const { script, widget, desk: whole } = JSON.parse(readFileSync(join(ROOT, 'budget.json'), 'utf8'));

/** Bytes of the scripts and styles, and of the words in one language, that `log` names. @param {string[]} log */
function weigh(log) {
  const own = new Set(log.map((line) => line.replace(/^\S+ /u, '').replace(/\?.*/u, '')).filter((path) => /\.(?:js|css)$|\/mr\.json$/u.test(path) && !path.startsWith('/t/')));
  return [...own].reduce((sum, path) => sum + brotliCompressSync(readFileSync(join(PKG, path))).length, 0);
}

/** @type {import('../lib/suite.mjs').Tests} */
export default {
  async 'the script that a page carries before anything is wanted'(t) {
    await t.open('/t/blank.html');
    await t.page.evaluate(() => import('/kasoti.js').then(() => {}));
    const bytes = weigh(t.server.log);
    console.log(`  before: ${bytes} bytes`);
    assert.ok(bytes > 500 && bytes <= script.most, `${bytes} bytes`);
  },

  async 'all of the widget: scripts, styles and one language of words'(t) {
    for (const page of ['reader', 'editable', 'field']) {
      await t.open(`/t/${page}.html`);
      await t.until(() => document.querySelector('kasoti-check')?.report != null);
      console.log(`  up to ${page}: ${weigh(t.server.log)} bytes`);
    }
    const bytes = weigh(t.server.log);
    console.log(`  widget: ${bytes} bytes`);
    assert.ok(bytes > 5_000 && bytes <= widget.most, `${bytes} bytes`);
  },

  async 'the desk: scripts, styles and one language of words'(t) {
    await desk(t, '');
    await state(t, 'report');
    const bytes = weigh(t.server.log);
    console.log(`  desk: ${bytes} bytes`);
    assert.ok(bytes > 5_000 && bytes <= whole.most, `${bytes} bytes`);
  },
};
