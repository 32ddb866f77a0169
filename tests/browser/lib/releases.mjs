// Files of another release than those that lie in pkg/.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

const [, VERSION] = /^\[workspace\.package\]\nversion = "(.+)"$/mu.exec(readFileSync(join(ROOT, 'Cargo.toml'), 'utf8'));

/** The engine's script of another version. @param {string} script @param {string} version */
export const scriptOf = (script, version) => script.replace(VERSION, version);

/** The same module, that says it is of another version; as long as ours, so that nothing moves. @param {Buffer} wasm @param {string} version */
export function released(wasm, version) {
  const words = wasm.toString('latin1');
  if (version.length !== VERSION.length || !words.includes(VERSION)) throw new Error(`no ${VERSION} to write ${version} over`);
  return Buffer.from(words.replaceAll(VERSION, version), 'latin1');
}
