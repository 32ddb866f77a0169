// The engine alone, called from a page as a host's own script would: hostile text, hostile options, hostile packs,
// and life after a trap.

import assert from 'node:assert/strict';
import { fnv1a } from '../lib/hostile.mjs';
import { released } from '../lib/releases.mjs';
import { Skip, noErrors } from '../lib/suite.mjs';

/** A page with nothing in it. Modules are imported from there. */
const blank = (t) => t.open('/t/blank.html');

/** In the page: what `analyze` says of `text`, or the message of what it throws. */
const report = (t, text, options) =>
  t.page.evaluate(
    async (text, options) => {
      const { analyze } = await import('/engine.js');
      return analyze(text, options ?? undefined).then(
        (report) => ({ report }),
        (error) => ({ name: error.name, code: error.code, message: error.message }),
      );
    },
    text,
    options,
  );

/**
 * In the page: analyses a text that is too large, or too broken, to be sent there. `make` is source code.
 * Answers what holds of any report: every span inside the text, in order, sentences and white space giving it back.
 */
const invariants = (t, make) =>
  t.page.evaluate(async (make) => {
    const { analyze } = await import('/engine.js');
    const text = (0, eval)(make)();
    const started = performance.now();
    const { sentences, mentions, findings, lang } = await analyze(text);
    const took = performance.now() - started;
    const inside = ({ start, end }) => 0 <= start && start < end && end <= text.length;
    const ascending = (spans) => spans.every((s, i) => i === 0 || spans[i - 1].end <= s.start);
    const gaps = sentences.map((s, i) => text.slice(sentences[i - 1]?.end ?? 0, s.start));
    gaps.push(text.slice(sentences.at(-1)?.end ?? 0));
    return {
      took,
      lang,
      length: text.length,
      inside: [...sentences, ...mentions, ...findings].every(inside),
      ascending: ascending(sentences) && ascending(mentions),
      // U+0085 is white space to Unicode and not to JavaScript.
      tiled: gaps.every((gap) => /^[\s\u0085]*$/.test(gap)),
      sentences: sentences.length,
      first: sentences.slice(0, 3).map((s) => text.slice(s.start, s.end).slice(0, 60)),
      findings: findings.slice(0, 9).map((f) => [f.code, text.slice(f.start, f.end).slice(0, 60)]),
    };
  }, String(make));

/** Nothing hangs: far more than a busy machine needs, far less than a quadratic walk would take. */
const LONGEST = 40_000;

async function holds(t, make) {
  await blank(t);
  const found = await invariants(t, make);
  assert.ok(found.inside, 'every span lies in the text');
  assert.ok(found.ascending, 'sentences and mentions are in order');
  assert.ok(found.tiled, 'sentences and white space give back the text');
  assert.ok(found.took < LONGEST, `done in ${Math.round(found.took)} ms`);
  await noErrors(t);
  return found;
}

/** In the page: loads a pack's bytes under a language and tells what became of it, and whether the rest still works. */
const loadPack = (t, bytes) =>
  t.page.evaluate(
    async (lang, bytes) => {
      const { load, analyze } = await import('/engine.js');
      const refused = await load({ packs: { [lang]: new Uint8Array(bytes) } }).then(
        () => undefined,
        ({ code, file, message }) => ({ code, file, message }),
      );
      const text = 'युद्धात १,5 हून अधिक सैनिक तैनात केले. 🪖';
      const { findings } = await analyze(text, { lang });
      return { refused, found: findings.map((f) => text.slice(f.start, f.end)) };
    },
    'mr',
    [...bytes],
  );

async function refuses(t, bytes, why) {
  await blank(t);
  const { refused, found } = await loadPack(t, bytes);
  assert.equal(refused?.code, 'pack');
  assert.equal(refused.file, 'mr.pack');
  assert.match(refused.message, why);
  assert.deepEqual(found, ['१,5'], 'rules that need no pack still work');
}

/**
 * A pack with a right head and a right checksum around any content.
 * @param {number} version the format that the head names
 * @param {number[]} content
 */
function sealed(version, content) {
  const sum = Buffer.alloc(8);
  sum.writeBigUInt64LE(fnv1a(content));
  return [...Buffer.from('kasoti'), version, ...sum, ...content];
}

/** In the page, before the engine is imported: the next `times` analyses trap, as a fault of ours would make them. */
function sabotage(times) {
  const { instantiate } = WebAssembly;
  const unreachable = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 97, 0, 0, 10, 5, 1, 3, 0, 0, 11];
  const trap = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(unreachable))).exports.a;
  globalThis.instances = 0;
  WebAssembly.instantiate = async (source, imports) => {
    globalThis.instances++;
    const instance = await instantiate(source, imports);
    const { analyze } = instance.exports;
    const exports = { ...instance.exports, analyze: (...args) => (times-- > 0 ? trap() : analyze(...args)) };
    return Object.create(instance, { exports: { value: exports } });
  };
}

/** @type {import('../lib/suite.mjs').Tests} */
export default {
  async 'empty text and white space give an empty report'(t) {
    await blank(t);
    for (const text of ['', ' ', '\n\n\t ']) {
      const { report: said } = await report(t, text);
      const { sentences, mentions, entities, findings } = said;
      assert.deepEqual({ sentences, mentions, entities, findings }, { sentences: [], mentions: [], entities: [], findings: [] });
    }
    await noErrors(t);
  },

  async 'a service worker reads a text'(t) {
    await blank(t);
    const found = await t.page.evaluate(async (text) => {
      const registered = await navigator.serviceWorker?.register('/t/service-worker.js', { type: 'module' }).catch((error) => error.name);
      if (!(registered instanceof ServiceWorkerRegistration)) return registered ?? 'none';
      const worker = registered.installing ?? registered.waiting ?? registered.active;
      if (worker.state !== 'activated') await new Promise((done) => worker.addEventListener('statechange', () => worker.state === 'activated' && done()));
      const { port1, port2 } = new MessageChannel(), answer = new Promise((done) => { port1.onmessage = ({ data }) => done(data); });
      worker.postMessage(text, [port2]);
      const { findings } = await answer;
      await registered.unregister();
      return findings.map(({ code, start, end }) => [code, text.slice(start, end)]);
    }, '🧅 गेल्या वर्षी १,5 टन कांदा निर्यात झाला.');
    if (typeof found === 'string') throw new Skip(`no module as a service worker here: ${found}`);
    assert.deepEqual(found, [['mixed-digits', '१,5']]);
  },

  async '10 MB of text'(t) {
    const make = () => 'रशियाचे परराष्ट्रमंत्री सेर्गे लव्ह्रोव्ह मॉस्कोला परतले. १,5 सैनिक 🪖 तैनात केले.\n'.repeat(50_000);
    assert.ok(Buffer.byteLength(make()) > 10_000_000);
    const found = await holds(t, make);
    assert.equal(found.sentences, 100_000);
    assert.deepEqual(found.first.slice(0, 2), ['रशियाचे परराष्ट्रमंत्री सेर्गे लव्ह्रोव्ह मॉस्कोला परतले.', '१,5 सैनिक 🪖 तैनात केले.']);
  },

  async '100 MB of text is refused before it is copied, and the limit can be moved'(t) {
    await blank(t);
    const told = await t.page.evaluate(async () => {
      const { analyze, load, splitSentences } = await import('/engine.js');
      const text = 'गाव 🌾. '.repeat(7_000_000);
      const refusal = (promise) => promise.then(() => 'none', ({ code, message }) => `${code}: ${message}`);
      const all = [await refusal(analyze(text)), await refusal(splitSentences(text)), await refusal(analyze('किम', { original: text }))];
      await load({ longest: 20 });
      all.push(await refusal(analyze('🌾'.repeat(11))), await refusal(analyze('🌾'.repeat(10))));
      return { bytes: new Blob([text]).size, all };
    });
    assert.ok(told.bytes > 100_000_000, String(told.bytes));
    assert.match(told.all[0], /^size: This text has 56000000 UTF-16 code units; Kasoti reads 16000000 at once\..*`longest`.*native command/);
    assert.equal(told.all[1], told.all[0]);
    assert.match(told.all[2], /^size: This text has 56000003 /);
    assert.match(told.all[3], /^size: This text has 22 UTF-16 code units; Kasoti reads 20 at once/);
    assert.equal(told.all[4], 'none');
    await noErrors(t);
  },

  async 'a line of 1 MB without a space'(t) {
    const found = await holds(t, () => 'कखगघङ'.repeat(200_000));
    assert.equal(found.sentences, 1);
  },

  async '100,000 combining marks on one letter'(t) {
    const found = await holds(t, () => `अ${'\u0301'.repeat(100_000)} आणि पुढे. दुसरे वाक्य.`);
    assert.equal(found.sentences, 2);
    assert.equal(found.first[1], 'दुसरे वाक्य.');
  },

  async 'half surrogate pairs keep the offsets of the string given'(t) {
    const found = await holds(t, () => '\ud83d किम १,5 म्हणाला. \udc00\udc00 पुढे २,6 आले \ud83d');
    const digits = found.findings.filter(([code]) => code === 'mixed-digits');
    assert.deepEqual(digits, [['mixed-digits', '१,5'], ['mixed-digits', '२,6']]);
    assert.equal(found.length, 36);
  },

  async 'NUL and control characters'(t) {
    const found = await holds(t, () => '\0किम\u0007 १,5\u0001 म्हणाला.\u0000\u001b[0m दुसरे\u007f वाक्य.\u0085\u2028तिसरे.');
    assert.ok(found.sentences >= 2);
  },

  async 'right-to-left text'(t) {
    const found = await holds(t, () => 'قال الوزير إن الاجتماع انتهى. \u202bثم غادر\u202c المدينة! 🕌\nماذا بعد؟ لا شيء.');
    assert.deepEqual(found.first.slice(0, 2), ['قال الوزير إن الاجتماع انتهى.', '\u202bثم غادر\u202c المدينة! 🕌']);
  },

  async 'an unknown language is refused with the known ones'(t) {
    await blank(t);
    const { message } = await report(t, 'किम', { lang: 'klingon' });
    assert.match(message, /klingon/);
    for (const known of ['mr', 'hi', 'en', 'auto']) assert.match(message, new RegExp(`\\b${known}\\b`));
  },

  async 'an unknown option is refused with the nearest'(t) {
    await blank(t);
    const { message } = await report(t, 'किम', { glosary: [] });
    assert.equal(message, 'unknown option "glosary"; did you mean "glossary"?');
  },

  async 'an unknown rule is refused with the nearest'(t) {
    await blank(t);
    const { message } = await report(t, 'किम', { rules: { 'mixed-digit': true } });
    assert.equal(message, 'unknown rule "mixed-digit"; did you mean "mixed-digits"?');
  },

  async 'an unknown severity is refused with the known ones'(t) {
    await blank(t);
    const { message } = await report(t, 'किम', { rules: { 'name-variant': 'fatal' } });
    assert.equal(message, 'rule "name-variant" cannot be "fatal"; use true, false, "critical", "major", "minor" or "hint"');
  },

  async 'options of the wrong shape are refused'(t) {
    await blank(t);
    for (const options of [{ lang: 7 }, { rules: 7 }, { glossary: 'किम' }, 'mr', 7, []]) {
      const { report: said, message } = await report(t, 'किम', options);
      assert.equal(said, undefined, JSON.stringify(options));
      assert.match(message, /^the options could not be read: ./);
    }
  },

  async 'after the first text nothing is requested'(t) {
    await blank(t);
    await report(t, 'किम म्हणाला.');
    const { log } = t.server;
    await report(t, 'ट्रम्प म्हणाले.');
    assert.deepEqual(t.server.log, log);
    assert.deepEqual(log.filter((path) => path.endsWith('.pack')), ['/packs/mr.pack'], 'only the pack of the language');
    assert.deepEqual(log.filter((path) => path.endsWith('.wasm')), ['/kasoti.wasm']);
  },

  async 'after a trap the caller is told and the next call works, with no request'(t) {
    await blank(t);
    await t.page.evaluate(sabotage, 1);
    const text = 'युद्धात १,5 हून अधिक सैनिक तैनात केले. 🪖';
    const first = await report(t, text);
    assert.equal(first.code, 'stopped');
    assert.match(first.message, /engine stopped on this text.*The text is untouched/);
    const { log } = t.server;
    const { report: second } = await report(t, text);
    assert.deepEqual(second.findings.map((f) => text.slice(f.start, f.end)), ['१,5']);
    assert.deepEqual(t.server.log, log, 'no request');
    assert.equal(await t.page.evaluate(() => globalThis.instances), 2, 'a fresh instance');
  },

  async 'two calls at once survive the trap of one'(t) {
    await blank(t);
    await t.page.evaluate(sabotage, 1);
    const outcomes = await t.page.evaluate(async () => {
      const { analyze } = await import('/engine.js');
      const calls = [analyze('किम म्हणाला.', { lang: 'mr' }), analyze('दुसरे आहे.', { lang: 'mr' })];
      return (await Promise.allSettled(calls)).map((c) => c.value?.lang ?? c.reason.code);
    });
    assert.deepEqual(outcomes.sort(), ['mr', 'stopped']);
  },

  async 'a missing module is one clear error, and load() tries again'(t) {
    t.server.quirk('/kasoti.wasm', { status: 404 });
    await blank(t);
    const { code, message } = await report(t, 'किम');
    assert.equal(code, 'engine');
    assert.match(message, /kasoti\.wasm could not be loaded from .*: status 404/);
    t.server.quirk('/kasoti.wasm', {});
    const sentences = await t.page.evaluate(async () => {
      const { load, analyze } = await import('/engine.js');
      await load();
      return (await analyze('किम')).sentences.length;
    });
    assert.equal(sentences, 1);
  },

  async 'a module that is something else is a clear error'(t) {
    t.server.quirk('/kasoti.wasm', { body: '<!doctype html>not here' });
    await blank(t);
    const { code, message } = await report(t, 'किम');
    assert.equal(code, 'engine');
    assert.match(message, /kasoti\.wasm does not run here/);
  },

  async 'a module of another release than the scripts is refused by its number, and the right one taken at the next load()'(t) {
    await blank(t);
    const [whole, glue] = await Promise.all(['kasoti.wasm', 'glue.js'].map(async (file) => Buffer.from(await (await fetch(`${t.server.origin}/${file}`)).arrayBuffer())));
    const text = 'युद्धात १,5 हून अधिक सैनिक तैनात केले. 🪖';
    t.server.quirk('/kasoti.wasm', { body: released(whole, '0.0.9') });
    const { code, message } = await report(t, text);
    assert.equal(code, 'engine');
    assert.match(message, /kasoti\.wasm does not run here: it is of version 0\.0\.9, the scripts are of \d+\.\d+\.\d+\. Are all files of one release\?/);
    t.server.quirk('/kasoti.wasm', {});
    const found = await t.page.evaluate(async (text) => {
      const { load, analyze } = await import('/engine.js');
      await load();
      return (await analyze(text, { lang: 'mr' })).findings.map(({ start, end }) => text.slice(start, end));
    }, text);
    assert.deepEqual(found, ['१,5']);
    // An old script beside a new module: it does not offer what the module asks for.
    t.server.quirk('/glue.js', { body: glue.toString().replaceAll('__wbg_call_', '__wbg_cull_') });
    await blank(t);
    const old = await report(t, text);
    assert.equal(old.code, 'engine');
    assert.match(old.message, /kasoti\.wasm does not run here: .*call.*\. Are all files of one release\?/su);
  },

  async 'packs of an older and of a newer release are refused by their format'(t) {
    const whole = Buffer.from(await (await fetch(`${t.server.origin}/packs/mr.pack`)).arrayBuffer()), at = 'kasoti'.length;
    for (const format of [whole[at] - 1, whole[at] + 1]) {
      const other = Buffer.from(whole);
      other[at] = format;
      await refuses(t, other, new RegExp(`mr\\.pack was refused: .*format ${format}, this Kasoti reads format ${whole[at]};.*one release`));
    }
  },

  async 'a missing pack makes the report poorer, nothing more'(t) {
    t.server.quirk('/packs/mr.pack', { status: 404 });
    await blank(t);
    const text = 'युद्धात १,5 हून अधिक सैनिक तैनात केले. 🪖';
    const { report: said } = await report(t, text, { lang: 'mr' });
    assert.deepEqual(said.findings.map((f) => text.slice(f.start, f.end)), ['१,5']);
    await report(t, text, { lang: 'mr' });
    assert.equal(t.server.log.filter((p) => p === '/packs/mr.pack').length, 1, 'asked for once');
    const { message } = await t.page.evaluate(async () => {
      const { packError } = await import('/engine.js');
      return { message: packError('mr')?.message };
    });
    assert.match(message, /mr\.pack could not be loaded from .*: status 404/);
  },

  'a pack that is an error page': (t) =>
    refuses(t, Buffer.from('<!doctype html><title>404</title>'), /this is not a Kasoti language pack/),

  'an empty pack': (t) => refuses(t, [], /this is not a Kasoti language pack/),

  async 'a truncated pack'(t) {
    const whole = Buffer.from(await (await fetch(`${t.server.origin}/packs/mr.pack`)).arrayBuffer());
    await refuses(t, whole.subarray(0, 100), /incomplete or damaged/);
  },

  'a pack of another version': (t) =>
    refuses(t, [...Buffer.from('kasoti'), 99, ...Array(20).fill(0)], /format 99, this Kasoti reads format \d+/),

  async 'a pack that promises more rows than it has'(t) {
    const whole = Buffer.from(await (await fetch(`${t.server.origin}/packs/mr.pack`)).arrayBuffer());
    const version = whole['kasoti'.length];
    // Language "mr", one table "names" with 2^63 rows: the checksum is right, the promise is not.
    const content = [2, 109, 114, 1, 5, 110, 97, 109, 101, 115, ...Array(9).fill(0x80), 1];
    await refuses(t, sealed(version, content), /malformed|damaged/);
  },

  async 'a pack of another language'(t) {
    const english = Buffer.from(await (await fetch(`${t.server.origin}/packs/en.pack`)).arrayBuffer());
    await refuses(t, english, /it holds the language en/);
  },

  async 'sentences alone, from a module of their own'(t) {
    await blank(t);
    const text = 'डॉ. राव आले. 🙏 ते म्हणाले, “बसा.” मग ते गेले.';
    const [small, whole] = await t.page.evaluate(async (text) => {
      const modules = [await import('/sentences.js'), await import('/kasoti.js')];
      return Promise.all(modules.map(({ splitSentences }) => splitSentences(text, { lang: 'mr' })));
    }, text);
    assert.deepEqual(small.map(({ start, end }) => text.slice(start, end)), [
      'डॉ. राव आले. 🙏',
      'ते म्हणाले, “बसा.”',
      'मग ते गेले.',
    ]);
    assert.deepEqual(whole, small);
    assert.equal(t.server.log.filter((path) => path === '/sentences.wasm').length, 1);
    await noErrors(t);
  },
};
