import { KasotiError, messageOf } from './error.js';

/** @typedef {import('./error.js').ErrorCode} ErrorCode */

/**
 * One of our own files, asked for once by whoever calls.
 * @param {URL} url
 * @param {ErrorCode} code what a failure is called
 * @returns {Promise<Response>} rejects with a {@link KasotiError} that names the file
 */
export async function fetchFile(url, code) {
  const file = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
  try {
    const response = url.protocol === 'file:' ? await readFile(url) : await fetch(url);
    if (response.ok) return response;
    throw new Error(`status ${response.status}`);
  } catch (cause) {
    throw new KasotiError(code, `${file} could not be loaded from ${url.href}: ${messageOf(cause)}`, { file, cause });
  }
}

/**
 * Node's fetch knows no `file:` addresses, and a page has no business with them.
 * @param {URL} url
 */
async function readFile(url) {
  const module = 'node:fs/promises'; // in a variable, so that bundlers for the browser leave it alone
  const { readFile } = await import(module);
  return new Response(await readFile(url));
}
