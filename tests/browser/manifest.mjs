// custom-elements.json, which editors and documentation tools read, from the words over the class in www/element.js.
//
//     node tests/browser/manifest.mjs           compares
//     node tests/browser/manifest.mjs --write   writes

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/paths.mjs';
import { tally } from './lib/tally.mjs';

const FILE = join(ROOT, 'www/custom-elements.json');
const source = readFileSync(join(ROOT, 'www/element.js'), 'utf8');
const [, comment] = /\/\*\*((?:(?!\*\/)[^])*)\*\/\s*export class KasotiCheck/u.exec(source) ?? [];
const lines = (comment ?? '').replaceAll(/^ \* ?/gmu, '').trim();
const [description, ...tags] = lines.split(/^@/mu).map((part) => part.replaceAll(/\s+/gu, ' ').trim());

/** Tags of one name: type, name and words of each. @param {string} tag */
const of = (tag) => tags.filter((line) => line.startsWith(`${tag} `)).map((line) => {
  const [, type, name, words] = /^\S+ (?:\{([^}]+(?:\}(?=[^ ])[^}]*)*)\} )?(\S+) ?(.*)$/u.exec(line) ?? [];
  return { name, ...type && { type: { text: type } }, description: words };
});

const manifest = {
  schemaVersion: '1.0.0',
  modules: [{
    kind: 'javascript-module', path: 'element.js',
    declarations: [{
      kind: 'class', customElement: true, name: 'KasotiCheck', tagName: 'kasoti-check', superclass: { name: 'HTMLElement' }, description,
      attributes: of('attr'), members: of('prop').map((member) => ({ kind: 'field', ...member })), events: of('fires').map(({ name, ...event }) => ({ name, ...event })),
      slots: of('slot'), cssParts: of('csspart'),
    }],
    exports: [{ kind: 'custom-element-definition', name: 'kasoti-check', declaration: { name: 'KasotiCheck', module: 'element.js' } }],
  }],
};
const text = `${JSON.stringify(manifest, null, 2)}\n`;

/** Whether the file says what the class says, and the class says it all. @param {ReturnType<typeof tally>} results */
export function checkManifest(results) {
  const [, observed] = /observedAttributes = \[([^\]]+)\]/u.exec(source) ?? [];
  const known = [...(observed ?? '').matchAll(/'([^']+)'/gu)].map(([, name]) => name).sort().join(), described = of('attr').map(({ name }) => name).sort().join();
  results.note('manifest: every attribute is described', known === described ? undefined : `${known}, but described are ${described}`);
  results.note('manifest: custom-elements.json says what element.js says', readFileSync(FILE, 'utf8') === text ? undefined : 'run node tests/browser/manifest.mjs --write');
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes('--write')) writeFileSync(FILE, text);
  const results = tally();
  checkManifest(results);
  results.close();
}
