// `npm run types`: the contract of the boundary holds. The shell is checked through its JSDoc, and reports that the
// module really gives, every variant among them, are checked against src/types.d.ts. Needs a built pkg/.

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { golden } from './lib/golden.mjs';
import { HERE, PKG, artefacts } from './lib/paths.mjs';
import { tally } from './lib/tally.mjs';
import { checkManifest } from './manifest.mjs';

const SEVERITIES = ['critical', 'major', 'minor', 'hint'];

/**
 * What a report can hold; each must be seen once, or the check proves less than it says. What no rule gives yet (a fix
 * of several edits, a fix with a label) stands in contract.ts.
 */
const VARIANTS = {
  ...Object.fromEntries(
    ['person', 'place', 'organisation', 'title', 'date', 'time', 'measure', 'contact'].map((kind) => [
      `a ${kind}`,
      (report) => report.mentions.some((m) => m.kind === kind) && report.entities.some((e) => e.kind === kind),
    ]),
  ),
  ...Object.fromEntries(
    SEVERITIES.map((severity) => [`a ${severity} finding`, (report) => report.findings.some((f) => f.severity === severity)]),
  ),
  'a case ending': (report) => report.mentions.some((m) => m.suffix),
  'two forms of one name': (report) => report.entities.some((e) => e.forms.length > 1),
  'a number as argument': (report) => report.findings.some((f) => args(f).some((a) => typeof a === 'number')),
  'words as argument': (report) => report.findings.some((f) => args(f).some((a) => typeof a === 'string')),
  'a fix': (report) => report.findings.some((f) => f.fixes),
  'several fixes': (report) => report.findings.some((f) => f.fixes?.length > 1),
  'a safe finding': (report) => report.findings.some((f) => f.safe),
  'related places': (report) => report.findings.some((f) => f.related),
};

const args = (finding) => Object.values(finding.args ?? {});

const results = tally();
const { load, analyze, rules } = await import(join(PKG, 'engine.js'));
await load(artefacts());

const reports = [];
const unseen = new Map(Object.entries(VARIANTS));
// Every rule on, by turns as each severity and as itself.
const codes = (await rules()).map((rule) => rule.code);
const everything = (i) => Object.fromEntries(codes.map((code) => [code, SEVERITIES[i % 5] ?? true]));
for (const [i, { text, lang }] of golden().flatMap(({ cases }) => cases).entries()) {
  const report = await analyze(text, { lang, rules: everything(i) });
  const news = [...unseen].filter(([, seen]) => seen(report));
  for (const [variant] of news) unseen.delete(variant);
  if (news.length) reports.push(report);
}
results.note(
  `types: the reports hold every variant`,
  unseen.size ? `no golden text gives ${[...unseen.keys()].join(', ')}` : undefined,
);

mkdirSync(join(HERE, 'types'), { recursive: true });
writeFileSync(
  join(HERE, 'types/reports.ts'),
  [
    '// Written by types.mjs: what the module says of golden texts.',
    "import type { Report, RuleInfo } from '../../../src/types.d.ts';",
    `[${reports.map((report) => JSON.stringify(report, null, 1)).join(',\n')}] satisfies Report[];`,
    `${JSON.stringify(await rules())} satisfies RuleInfo[];`,
    '',
  ].join('\n'),
);
const tsc = spawnSync(process.execPath, [join(HERE, 'node_modules/typescript/bin/tsc'), '-p', HERE], { encoding: 'utf8' });
results.note('types: the shell and the contract', tsc.status === 0 ? undefined : tsc.stdout + tsc.stderr);
checkManifest(results);
results.close();
