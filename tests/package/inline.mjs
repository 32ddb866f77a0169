// The package in one classic script, for pages that are opened from a disk: browsers load no modules from there, and fetch
// nothing. Every file that the shell would fetch is in it, compressed.
//
//     node tests/package/inline.mjs FOLDER      writes inline.js and inline.d.ts into an unpacked package

import { build } from 'esbuild';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { constants, gzipSync } from 'node:zlib';

const folder = resolve(process.argv[2]);
const MIME = { wasm: 'application/wasm', json: 'application/json', css: 'text/css', pack: 'application/octet-stream' };

const files = ['kasoti.wasm', 'kasoti.css', 'tokens.css', ...['locales', 'packs'].flatMap((name) => readdirSync(join(folder, name), { withFileTypes: true }).filter((file) => file.isFile()).map((file) => `${name}/${file.name}`))];
const held = Object.fromEntries(files.map((file) => {
  const bytes = readFileSync(join(folder, file));
  return [file, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }).toString('base64')];
}));

/** A scheme of its own: what begins with it is in the script, all else is fetched as ever. */
const FETCH = `
import { fetchFile as fetched } from 'kasoti-fetch';
const HELD = ${JSON.stringify(held)};
const MIME = ${JSON.stringify(MIME)};

export async function fetchFile(url, code) {
  const file = url.pathname.slice(1), base64 = url.protocol === 'inline:' ? HELD[file] : undefined;
  if (base64 === undefined) return fetched(url, code);
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream, { headers: { 'content-type': MIME[file.split('.').pop()] } });
}`;

await build({
  entryPoints: [join(folder, 'kasoti.js')],
  outfile: join(folder, 'inline.js'),
  bundle: true, minify: true, format: 'iife', globalName: 'kasoti', target: 'es2022', logLevel: 'error', charset: 'utf8',
  // Where the files seem to lie. Scripts in folders ask for ../tokens.css, which is the same from here.
  define: { 'import.meta.url': '"inline:/kasoti.js"' },
  footer: { js: 'globalThis.kasoti = kasoti;' },
  plugins: [{
    name: 'held',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^kasoti-fetch$/ }, () => ({ path: join(folder, 'fetch.js'), namespace: 'as-it-is' }));
      onLoad({ filter: /./, namespace: 'as-it-is' }, ({ path }) => ({ contents: readFileSync(path, 'utf8'), resolveDir: folder }));
      onLoad({ filter: /[/\\]fetch\.js$/, namespace: 'file' }, () => ({ contents: FETCH, resolveDir: folder }));
    },
  }],
});
writeFileSync(join(folder, 'inline.d.ts'), "declare global { var kasoti: typeof import('./kasoti.js'); }\nexport {};\n");
