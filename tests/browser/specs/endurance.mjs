// Whatever is done over and over leaves nothing behind; whatever breaks in the middle takes nothing with it; whatever
// tree the words stand in, they are found in it.

import assert from 'node:assert/strict';
import { painted } from '../lib/painted.mjs';
import { noErrors } from '../lib/suite.mjs';

/** A day's work of a desk. */
const ANALYSES = 2000;
const WIDGETS = 200;
const TREES = 150;

const TEXT = 'युद्धात १,5 सैनिक तैनात केले, असे रशियाने सांगितले. 🪖 “मॉस्कोत शांतता आहे,” किम म्हणाले. त्यानंतर २0 जण परतले.';
const tag = '<kasoti-check for="story" mode="editor" text-lang="mr"></kasoti-check>';

/** In the page, before anything of ours: counts what is listened for on the page as a whole, and finds the engine's memory. */
function watched() {
  const open = window.open_ = new Set();
  for (const target of [document, window]) {
    const { addEventListener: add, removeEventListener: remove } = target;
    target.addEventListener = (type, listener, options) => {
      const key = { type, listener };
      open.add(key);
      options?.signal?.addEventListener('abort', () => open.delete(key));
      add.call(target, type, listener, options);
    };
    target.removeEventListener = (type, listener, options) => {
      for (const key of open) if (key.type === type && key.listener === listener) open.delete(key);
      remove.call(target, type, listener, options);
    };
  }
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const make = WebAssembly[name];
    WebAssembly[name] = async (...all) => {
      const made = await make.apply(WebAssembly, all);
      window.memory = (made.instance ?? made).exports.memory;
      return made;
    };
  }
}

/** A blank page with a story on it. */
async function story(t) {
  await t.open('/t/blank.html');
  await t.page.evaluate(watched);
  await t.page.evaluate((text) => {
    document.body.innerHTML = '<article id="story" lang="mr"><p></p></article>';
    document.querySelector('#story p').textContent = text;
    window.reports = [];
    document.addEventListener('kasoti-report', ({ report, text }) => window.reports.push({ report, text }));
  }, TEXT);
}

/** @type {import('../lib/suite.mjs').Tests} */
export default {
  async '2,000 analyses: the engine has the memory that it had after the first hundred, and says the same'(t) {
    await story(t);
    const [first, last, early, late] = await t.page.evaluate(async (text, times) => {
      const { analyze } = await import('/kasoti.js');
      const once = async () => JSON.stringify(await analyze(text, { lang: 'mr' }));
      const first = await once();
      for (let i = 1; i < 100; i += 1) await once();
      const early = window.memory.buffer.byteLength;
      for (let i = 101; i < times; i += 1) await once();
      return [first, await once(), early, window.memory.buffer.byteLength];
    }, TEXT, ANALYSES);
    assert.equal(late, early);
    assert.equal(last, first);
  },

  async '200 widgets come and go: no paint, no style sheet, no listener is left'(t) {
    await story(t);
    const left = await t.page.evaluate(async (tag, times) => {
      await import('/kasoti.js');
      const counts = () => ({ highlights: CSS.highlights.size, sheets: document.adoptedStyleSheets.length, listeners: window.open_.size, nodes: document.querySelectorAll('*').length });
      const before = counts();
      for (let i = 0; i < times; i += 1) {
        const reported = new Promise((done) => document.addEventListener('kasoti-report', done, { once: true }));
        document.body.insertAdjacentHTML('beforeend', tag);
        // Every other one goes while it is still at work.
        if (i % 2) await reported;
        document.querySelector('kasoti-check').remove();
      }
      await new Promise((done) => setTimeout(done, 1000));
      return { before, after: counts() };
    }, tag, WIDGETS);
    // Those that the test itself waits with are gone when they were called once; the others are its own too.
    left.after.listeners -= WIDGETS;
    assert.deepEqual(left.after, left.before);
    await noErrors(t);
  },

  async 'two copies of Kasoti on one page: each paints its own, and takes away no more'(t) {
    await story(t);
    await t.page.evaluate(async (tag, text) => {
      document.body.insertAdjacentHTML('beforeend', '<article id="other" lang="mr"><p></p></article>');
      document.querySelector('#other p').textContent = text;
      await import('/kasoti.js');
      document.body.insertAdjacentHTML('beforeend', tag);
      const { annotate } = await import('/second/kasoti.js');
      window.other = await annotate(document.getElementById('other'), { lang: 'mr' });
    }, tag, 'दुसऱ्या पानावर ३,7 आले.');
    await t.until(() => window.reports[0]);
    const words = async () => ((await t.page.evaluate(painted)).critical ?? []).map((r) => r.words).sort();
    assert.deepEqual(await words(), ['१,5', '२0', '३,7']);
    await t.page.evaluate(() => document.querySelector('kasoti-check').remove());
    await t.until(() => CSS.highlights.get('kasoti-critical')?.size === 1);
    assert.deepEqual(await words(), ['३,7']);
    await t.page.evaluate(() => window.other.destroy());
    await t.until(() => CSS.highlights.size === 0 && document.adoptedStyleSheets.length === 0);
    await noErrors(t);
  },

  async 'a thread killed at work: what was asked of it is refused, the next answer comes'(t) {
    await story(t);
    const [refused, findings] = await t.page.evaluate(async (text) => {
      const { analyze, close } = await import('/worker.js');
      await analyze(text, { lang: 'mr' });
      const cut = analyze(text.repeat(2000), { lang: 'mr' }).catch((error) => error.name);
      setTimeout(close, 30);
      return [await cut, (await analyze(text, { lang: 'mr' })).findings.length];
    }, TEXT);
    assert.equal(refused, 'AbortError');
    assert.equal(findings, 2);
  },

  async 'a long text says how far it is, room after room; given up, it says no more'(t) {
    await story(t);
    const said = await t.page.evaluate(async (text) => {
      const { analyze } = await import('/worker.js');
      const book = `${text}\n`.repeat(15_000), told = [], given = [], short = [], none = [];
      const listen = (list, more) => ({ lang: 'mr', progress: (progress) => list.push({ ...progress, at: performance.now() }), ...more });
      await analyze(text, { lang: 'mr' }); // what the first text prepares is done
      await analyze(text, listen(short));
      const report = await analyze(book, listen(told, { original: 'Kim arrived in Moscow on Friday. '.repeat(20_000), originalLang: 'en' }));
      const length = told.length, abort = new AbortController();
      const cut = analyze(book, { signal: abort.signal, lang: 'mr', progress: (progress) => { given.push(progress); abort.abort(); } });
      const reason = await cut.catch((error) => error.name);
      const thrown = await analyze(book, { lang: 'mr', progress: () => { none.push(1); throw new Error('the host’s'); } }).then(() => 'read', (error) => error.message);
      return { short, told, later: told.length - length, sentences: report.sentences.length, given: given.length, reason, thrown, none: none.length };
    }, TEXT);
    assert.ok(said.short.length <= 2, 'on a busy machine an article may say where it is');
    const rooms = ['entities', 'original', 'findings'];
    assert.deepEqual([...new Set(said.told.map(({ room }) => room))], rooms);
    said.told.forEach(({ room, done, of, at }, i) => {
      const before = said.told[i - 1];
      assert.ok(done >= 0 && done < of, `${done} of ${of}`);
      if (room === before?.room) assert.ok(done > before.done && of === before.of, 'it grows');
      else assert.ok(i === 0 || rooms.indexOf(room) > rooms.indexOf(before.room));
    });
    assert.equal(said.told.find(({ room }) => room === 'entities').of, said.sentences);
    assert.deepEqual([said.later, said.given, said.reason], [0, 1, 'AbortError']);
  },

  async '150 random trees: a span begins and ends on its own letters, the tree stays as it is'(t) {
    await story(t);
    const wrong = await t.page.evaluate(trees, TREES);
    assert.deepEqual(wrong, []);
  },
};

/** In the page: what went wrong in random trees of random words, by the number of the tree. @param {number} count */
async function trees(count) {
  const { anchor } = await import('/anchor.js'), { analyze } = await import('/engine.js');
  const WORDS = ['किम', ' ', '  ', '\n', '१,5', ' म्हणाले.', '🪖', 'न्यू', '\u{200D}', ' यॉर्क', '”', '“', ' 12', ' المدينة', '\u{AD}', '\t'];
  const INLINE = ['b', 'em', 'a', 'span', 'code', 'sup', 'ruby', 'font'], BLOCK = ['p', 'div', 'ul', 'li', 'table', 'td', 'blockquote', 'h2', 'pre', 'figure'];
  const HIDDEN = ['script', 'style', 'template', 'textarea', 'svg', 'button'];
  let seed = 0;
  // Numbers by a linear congruence (the constants of Numerical Recipes): the same trees each time.
  const random = (below) => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return Math.floor(seed / 2 ** 32 * below); };
  const one = (list) => list[random(list.length)];
  function grow(depth) {
    const element = document.createElement(one(random(12) === 0 ? HIDDEN : random(2) ? INLINE : BLOCK));
    if (random(15) === 0) element.setAttribute(...one([['hidden', ''], ['translate', 'no'], ['lang', 'ar'], ['aria-hidden', 'true'], ['dir', 'rtl']]));
    fill(element, depth);
    return element;
  }
  function fill(element, depth) {
    for (let i = random(6); i >= 0; i -= 1) {
      const what = random(depth > 0 ? 6 : 4);
      element.append(what > 3 ? grow(depth - 1) : what === 3 ? one([document.createElement('br'), document.createComment('१,5')]) : Array.from({ length: 1 + random(5) }, () => one(WORDS)).join(''));
    }
  }
  const letter = (node, at) => node.nodeType === Node.TEXT_NODE ? node.data[at] : undefined;
  const wrong = [];
  for (let n = 0; n < count; n += 1) {
    seed = n;
    const root = document.createElement('article');
    fill(root, 6);
    document.body.append(root);
    const before = root.innerHTML, anchored = anchor(root), { text } = anchored;
    const report = await analyze(text, { lang: 'mr' });
    const some = Array.from({ length: 40 }, () => { const start = random(text.length), end = start + 1 + random(20); return { start, end: Math.min(end, text.length) }; });
    for (const { start, end } of [...report.sentences, ...report.mentions, ...report.findings, ...some]) {
      // Spaces are folded, and what is no text has a stand-in; neither is a letter of the page.
      if (start >= end || /[\s\uFFFC]/u.test(text[start] + text[end - 1])) continue;
      const range = anchored.range({ start, end });
      const first = letter(range.startContainer, range.startOffset), last = letter(range.endContainer, range.endOffset - 1);
      if (first !== text[start] || last !== text[end - 1]) wrong.push([n, text.slice(start, end), first, last]);
      if (anchored.offset(range.startContainer, range.startOffset) !== start) wrong.push([n, 'the way back', start]);
    }
    if (root.innerHTML !== before) wrong.push([n, 'another tree']);
    root.remove();
  }
  return wrong;
}
