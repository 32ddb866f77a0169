/**
 * Keeps the desk at work without a network, for whoever has asked for it. What lies in the cache is what the desk itself
 * loaded. The network goes first, so that a new version is there at once and nothing gets stuck; without it the cache
 * answers. Other pages of the site are left alone. The cache is renewed as a whole, or not at all: files of two versions do not
 * work together.
 */
const CACHE = 'kasoti-desk';
const worker = /** @type {any} */ (globalThis);

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('message', (/** @type {any} */ event) => {
  event.waitUntil(renew(event.data.keep).then(() => true, () => false).then((done) => event.ports[0].postMessage(done)));
});

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method === 'GET' && new URL(request.url).origin === location.origin) event.respondWith(answer(request));
});

/** Keeps these files, and anew what was kept before, a language's pack for instance. @param {string[]} wanted */
async function renew(wanted) {
  const cache = await caches.open(CACHE), known = (await cache.keys()).map(({ url }) => url);
  const files = await Promise.all([...new Set([...wanted, ...known])].map(async (url) => ({ url, fresh: await fetch(url) })));
  if (files.some(({ url, fresh }) => !fresh.ok && (wanted.includes(url) || fresh.status >= 500))) throw new Error('it cannot be had as a whole');
  // What a new version has no more goes.
  await Promise.all(files.map(({ url, fresh }) => (fresh.ok ? cache.put(url, fresh) : cache.delete(url))));
}

/** @param {Request} request */
async function answer(request) {
  // Whoever has put an end to it is not kept for any more.
  if (!(await caches.has(CACHE))) return fetch(request);
  const cache = await caches.open(CACHE), kept = await cache.match(request, { ignoreSearch: true });
  if (!kept) {
    const fresh = await fetch(request);
    // These come with the first text, and the first in a language, which may be long after the rest.
    if (fresh.ok && /\.(?:pack|wasm)$/u.test(request.url)) await cache.put(request, fresh.clone());
    return fresh;
  }
  try {
    const fresh = await fetch(request);
    return fresh.ok ? fresh : kept;
  } catch {
    return kept;
  }
}
