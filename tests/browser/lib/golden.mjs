// The texts of the golden files, marks taken off. `tests/golden.rs` is the reader whose rules these are.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.mjs';

const FOLDER = join(ROOT, 'tests/golden');

/** How each kind of golden file marks its texts. @type {Record<string, (marked: string) => string>} */
const STRIP = {
  artifact: (marked) => marked.replace(/⟦([^⟧]*)⟧/g, (_, inside) => inside.split('=>')[0]),
  entity: (marked) => marked.replace(/\{[^:}]*:([^}]*)\}/g, '$1'),
  sentence: (marked) => marked.replaceAll('¦', ''),
};

/**
 * Every golden file with its texts, in the language of the section that each stands in.
 * @returns {{ name: string, kind: string, cases: { text: string, lang: string, rules?: Record<string, boolean> }[] }[]}
 */
export function golden() {
  return Object.keys(STRIP).flatMap((kind) =>
    readdirSync(join(FOLDER, kind))
      .sort()
      .map((file) => ({ name: `${kind}/${file}`, kind, cases: [...cases(kind, file)] })),
  );
}

function* cases(kind, file) {
  const lines = readFileSync(join(FOLDER, kind, file), 'utf8').split('\n');
  const [name, ownLang] = lines[0].slice('# '.length).split(' · ');
  let lang = ownLang ?? name;
  for (const line of lines) {
    if (line.startsWith('## ')) lang = /\((.*)\)$/.exec(line)?.[1] ?? ownLang ?? name;
    if (!line.startsWith('- ')) continue;
    const text = STRIP[kind](line.slice('- '.length)).replaceAll('⏎', '\n');
    yield kind === 'artifact' ? { text, lang, rules: { [name]: true } } : { text, lang };
  }
}
