// A static server of the tests' own. It can be told to misbehave, and remembers every request: the one record of
// what left a page that reads the same in every browser.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const MIME = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.pack': 'application/octet-stream',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** The strictest policy that Kasoti promises to work under. */
export const STRICT_CSP =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'";

/**
 * What the server does otherwise for one path: answer with `status`, wait `delay` ms, send `body` instead of the file.
 * @typedef {{ status?: number, delay?: number, body?: Uint8Array | string, headers?: Record<string, string> }} Quirk
 */

/**
 * @param {Record<string, string>} mounts folders by the path under which each is served
 * @param {{ hook?: string }} [options] `hook`: a script put first in the head of every page
 */
export async function serve(mounts, { hook } = {}) {
  /** @type {Map<string, Quirk>} */
  let quirks = new Map();
  /** @type {string[]} */
  let log = [];

  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    // Browsers ask for it of their own accord, once, whenever they like.
    if (path === '/favicon.ico') return response.writeHead(204).end();
    if (hook && path === '/__hook.js') return send(response, 200, '.js', hook);
    log.push(path);
    const quirk = quirks.get(path) ?? {};
    if (quirk.delay) await new Promise((done) => setTimeout(done, quirk.delay));
    try {
      if (quirk.status && quirk.status >= 400) throw new Error('told to');
      let body = quirk.body ?? (await readFile(locate(mounts, path)));
      const extension = extname(path) || '.html';
      if (hook && extension === '.html') {
        body = body.toString().replace(/<head[^>]*>/, (head) => `${head}<script src="/__hook.js"></script>`);
      }
      send(response, 200, extension, body, quirk.headers);
    } catch {
      send(response, quirk.status ?? 404, '.txt', 'not found');
    }
  });

  await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${address.port}`,
    /** Paths asked for since the last `reset`, in order. */
    get log() {
      return [...log];
    },
    /** @param {string} path @param {Quirk} quirk */
    quirk(path, quirk) {
      quirks.set(path, quirk);
    },
    reset() {
      quirks = new Map();
      log = [];
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The file behind `path`, under the longest mount that fits. */
function locate(mounts, path) {
  const mount = Object.keys(mounts).filter((m) => path.startsWith(m)).sort((a, b) => b.length - a.length)[0];
  const rest = path.slice(mount.length);
  const file = normalize(join(mounts[mount], rest === '' || rest.endsWith('/') ? `${rest}index.html` : rest));
  if (!file.startsWith(mounts[mount] + sep)) throw new Error('outside');
  return file;
}

function send(response, status, extension, body, headers = {}) {
  response.writeHead(status, {
    'content-type': MIME[extension] ?? 'application/octet-stream',
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(body);
}
