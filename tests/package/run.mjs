// The packed package as its users meet it: installed into an empty folder, run in Node, bundled, opened in Chromium.
//
//     cargo xtask package && node tests/package/run.mjs target/npm/kasoti-*.tgz

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as esbuild } from 'esbuild';
import { publint } from 'publint';
import { build as vite } from 'vite';
import { find, start } from '../browser/lib/chromium.mjs';
import { serve, STRICT_CSP } from '../browser/lib/server.mjs';
import { tally } from '../browser/lib/tally.mjs';
import { FRAMEWORKS, installed, missing, read, sources } from './frameworks.mjs';

const HERE = import.meta.dirname;
const TSC = resolve(HERE, '../browser/node_modules/typescript/bin/tsc');
const tarball = resolve(process.argv[2] ?? '');

/** What `use.mjs` and `page.js` have to say of their text. */
const EXPECTED = {
  sentences: ['😀 वृत्त', 'गेल्या वर्षी १,5 टन कांदा निर्यात झाला.'],
  finding: ['mixed-digits', '१,5'],
};

const results = tally();
const folder = mkdtempSync(join(tmpdir(), 'kasoti-package-'));

/** @param {string} name @param {() => unknown} test */
async function check(name, test) {
  try {
    await test();
    results.note(`package: ${name}`);
  } catch (error) {
    results.note(`package: ${name}`, error);
  }
}

/** @param {string} program @param {string[]} args */
function run(program, ...args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  if (error || status !== 0) throw error ?? new Error(`${program} ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}

/** @param {unknown} found @param {unknown} wanted */
function same(found, wanted) {
  const [a, b] = [found, wanted].map((value) => JSON.stringify(value));
  if (a !== b) throw new Error(`${a}, wanted ${b}`);
}

writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
for (const file of ['use.mjs', 'deno.mjs', 'use.ts', 'page.js', 'page.html']) cpSync(join(HERE, 'user', file), join(folder, file));

await check('installs without a network and without scripts of its own', () => {
  run('npm', 'install', '--offline', '--no-audit', '--no-fund', '--silent', tarball);
  const { scripts, dependencies, version } = JSON.parse(readFileSync(join(folder, 'node_modules/kasoti/package.json'), 'utf8'));
  const [, crate] = /^\[workspace\.package\]\nversion = "(.+)"$/mu.exec(readFileSync(resolve(HERE, '../../Cargo.toml'), 'utf8')) ?? [];
  same([scripts, dependencies, version], [undefined, undefined, crate]);
});

await check('holds the widget and no page of ours', () => {
  const files = readdirSync(join(folder, 'node_modules/kasoti'));
  for (const wanted of ['LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'THIRD-PARTY.md', 'custom-elements.json', 'kasoti.wasm', 'packs']) {
    if (!files.includes(wanted)) throw new Error(`${wanted} is missing`);
  }
  same(files.filter((file) => file.endsWith('.html') || file.startsWith('desk') || file === 'samples'), []);
});

await check('publint has nothing to say', async () => {
  const { messages } = await publint({ pkgDir: join(folder, 'node_modules/kasoti'), strict: true });
  same(messages, []);
});

await check('are the types wrong? No', () => {
  // The package is modules alone, and what is no script has no types.
  run(process.execPath, join(HERE, 'node_modules/@arethetypeswrong/cli/dist/index.js'), tarball, '--profile', 'esm-only', '--no-color',
    '--exclude-entrypoints', 'custom-elements.json', 'kasoti.css', 'kasoti.wasm', 'sentences.wasm', 'tokens.css', 'types', 'elements');
});

for (const resolution of ['bundler', 'nodenext']) {
  await check(`every export is typed (${resolution})`, () => {
    const module = resolution === 'bundler' ? 'esnext' : resolution;
    run(process.execPath, TSC, '--noEmit', '--strict', '--module', module, '--moduleResolution', resolution, '--target', 'es2024',
      '--lib', 'es2024,dom,dom.iterable', '--types', '', 'use.ts');
  });
}

await check('works in Node, in the thread of the caller and in its own', () => {
  const found = JSON.parse(run(process.execPath, 'use.mjs'));
  same(found, { engine: EXPECTED, worker: EXPECTED, sentences: EXPECTED.sentences, aborted: 'TimeoutError', after: EXPECTED, honest: true, wrong: 'Error' });
});

/** npm's package of Deno has a script, which ours must do without. */
const DENO = process.env.KASOTI_DENO ?? 'deno';
if (spawnSync(DENO, ['--version']).status !== 0) results.skip('package: works in Deno', 'Deno is not installed');
else await check('works in Deno', () => same(JSON.parse(run(DENO, 'run', '--allow-read', '--node-modules-dir=manual', 'deno.mjs')), EXPECTED));

/** What bundlers that follow no `new URL` need beside the bundle. */
const FILES = ['kasoti.wasm', 'sentences.wasm', 'kasoti.css', 'tokens.css', 'packs', 'locales', 'worker-thread.js'];

/** @type {Record<string, (out: string) => Promise<unknown>>} */
const BUNDLERS = {
  async esbuild(out) {
    const entryPoints = ['page.js', 'node_modules/kasoti/worker-thread.js'].map((file) => join(folder, file));
    await esbuild({ entryPoints, entryNames: '[name]', outdir: out, bundle: true, splitting: true, format: 'esm', minify: true, logLevel: 'error', absWorkingDir: folder });
    for (const file of FILES.filter((file) => file !== 'worker-thread.js')) {
      cpSync(join(folder, 'node_modules/kasoti', file), join(out, file), { recursive: true });
    }
    cpSync(join(folder, 'page.html'), join(out, 'page.html'));
  },
  async Vite(out) {
    await vite({
      root: folder, configFile: false, logLevel: 'error', base: './',
      build: { outDir: out, rollupOptions: { input: join(folder, 'page.html') } },
    });
  },
  async 'no bundler'(out) {
    cpSync(join(folder, 'node_modules/kasoti'), join(out, 'kasoti'), { recursive: true });
    const page = readFileSync(join(folder, 'page.js'), 'utf8').replaceAll(/'kasoti\/(\w+)'/gu, (_, name) => `'./kasoti/${name === 'element' ? 'kasoti' : name}.js'`);
    writeFileSync(join(out, 'page.js'), page);
    cpSync(join(folder, 'page.html'), join(out, 'page.html'));
  },
};

const chromium = find();
const browser = chromium ? await start(chromium) : undefined;
if (!browser) results.skip('package: bundles in a browser', 'Chromium is missing');

for (const [name, build] of Object.entries(BUNDLERS)) {
  const out = join(folder, 'out', name.replace(' ', '-'));
  mkdirSync(out, { recursive: true });
  await check(`${name}: builds`, () => build(out));
  if (!browser) continue;
  await check(`${name}: works in Chromium under the strictest policy`, async () => {
    const server = await serve({ '/': out });
    const page = await browser.page();
    try {
      // Vite writes the worker's address itself, and no trusted one.
      const policy = name === 'Vite' ? STRICT_CSP.replace(/; require-trusted-types.*/u, '') : STRICT_CSP;
      server.quirk('/page.html', { headers: { 'content-security-policy': policy } });
      await page.open(`${server.origin}/page.html`);
      const found = await page.evaluate(() => /** @type {any} */ (window).done);
      same(found, { engine: EXPECTED, worker: EXPECTED, sentences: EXPECTED.sentences, tag: 'mixed-digits', painted: true });
      // The browser says so of the attempt in the bundlers' form, before the trusted one; known, and one line.
      same(page.errors, name === 'Vite' ? [] : ["This document requires 'TrustedScriptURL' assignment. The action has been blocked."]);
    } finally {
      await page.close();
      await server.close();
    }
  });
}

if (browser) {
  await check('one script, from the disk: the tag works, and nothing is fetched', async () => {
    const out = join(folder, 'out', 'disk');
    mkdirSync(out, { recursive: true });
    cpSync(join(folder, 'node_modules/kasoti/inline.js'), join(out, 'kasoti-inline.js'));
    const html = readFileSync(join(folder, 'page.html'), 'utf8').replace('type="module" src="./page.js"', 'src="kasoti-inline.js"');
    writeFileSync(join(out, 'page.html'), html);
    const page = await browser.page();
    try {
      await page.open(pathToFileURL(join(out, 'page.html')).href);
      same(await page.evaluate(read), { painted: 1, said: null });
      const found = await page.evaluate(async () => {
        const { findings: [finding] } = await globalThis.kasoti.analyze('😀 साल १5', { lang: 'hi' });
        return [finding.code, performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop()).filter((name) => name !== 'kasoti-inline.js')];
      });
      same(found, ['mixed-digits', []]);
      same(page.errors, []);
    } finally {
      await page.close();
    }
  });
}

await check('the recipes are those that run', () => {
  const recipes = readFileSync(resolve(HERE, '../../docs/recipes.md'), 'utf8');
  for (const file of ['react/page.jsx', 'vue/Story.vue', 'svelte/Story.svelte', 'astro/src/layouts/Story.astro', 'hugo/layouts/_default/single.html']) {
    const source = readFileSync(join(HERE, 'user', file), 'utf8').replace(/<p>😀.*<\/p>(?=<\/article>)/u, '…');
    if (!recipes.includes(source)) throw new Error(`docs/recipes.md shows another ${file}`);
  }
});
installed(folder);
for (const [name, build] of Object.entries(FRAMEWORKS)) {
  const out = join(folder, 'out', name), lacks = missing(name);
  if (lacks) {
    results.skip(`package: ${name}`, lacks);
    continue;
  }
  await check(`${name}: builds`, () => build(sources(name, folder), out));
  if (!browser) continue;
  await check(`${name}: the tag works in Chromium`, async () => {
    const server = await serve({ '/': out });
    const page = await browser.page();
    try {
      await page.open(`${server.origin}/page.html`);
      const found = await page.evaluate(read);
      same(found, { painted: 1, said: ['astro', 'eleventy', 'hugo', 'webpack'].includes(name) ? null : 'mixed-digits' });
      same(page.errors, []);
    } finally {
      await page.close();
      await server.close();
    }
  });
}

await browser?.close();
rmSync(folder, { recursive: true });
results.close();
