// How a host's own TypeScript uses Kasoti. This file is only checked, never run: a line that stops compiling, or a
// mistake that starts to, is a change of the public surface.

import type {} from '../../www/elements.js';
import type { Entity, Finding, Fix, Kind, Options, Report, RuleInfo, Severity, Span } from '../../src/types.d.ts';
import { analyze, load, rules } from '../../www/engine.js';
import { analyze as threaded } from '../../www/worker.js';

export async function everythingThatIsPromised(): Promise<string> {
  await load({ wasm: new URL('https://example.org/kasoti.wasm'), packs: 'auto', base: new URL('https://example.org/') });
  await load({ wasm: new Uint8Array(), packs: ['mr', 'hi'], longest: 1e6 });
  await load();

  const options: Options = {
    lang: 'mr',
    rules: { 'mixed-digits': 'critical', 'name-variant': false },
    glossary: ['बेक', { form: 'लव्ह्रोव्ह', variants: ['लावरोव्ह'] }],
    ignore: ['repeated-word:हळू हळू', { code: 'mixed-digits', words: '२0', before: 'सन ', after: '' }],
    original: 'Baek arrived.',
    originalLang: 'en',
  };
  const report: Report = await analyze('किम', options);
  await threaded('किम', { lang: 'mr', progress: ({ room, done, of }) => console.log(`${room} ${done} of ${of}`) });
  const anyLanguage: Options = { lang: 'ta' };
  await analyze('கிம்', anyLanguage);

  const words = (span: Span) => 'किम'.slice(span.start, span.end);
  const mention: Entity | undefined = report.mentions[0];
  const finding: Finding | undefined = report.findings[0];
  const fix: Fix | undefined = finding?.fixes?.[0];
  const kind: Kind | undefined = mention && report.entities[mention.entity]?.kind;
  const severity: Severity | undefined = finding?.severity;
  const info: readonly RuleInfo[] = await rules();
  const count: number | undefined = report.entities[0]?.forms[0]?.count;
  return [mention && words(mention), fix?.edits[0]?.text, kind, severity, info[0]?.code, count].join();
}

export async function mistakesAreCaught(report: Report): Promise<void> {
  // @ts-expect-error a severity that does not exist
  await analyze('किम', { rules: { 'mixed-digits': 'fatal' } });
  // @ts-expect-error an option that does not exist
  await analyze('किम', { glosary: [] });
  // @ts-expect-error a room that does not exist
  await threaded('किम', { progress: ({ room }) => room === 'cellar' });
  // @ts-expect-error a text is a string
  await analyze(undefined);
  // @ts-expect-error a language without a pack
  await load({ packs: ['ta'] });
  // @ts-expect-error a kind that does not exist
  report.mentions[0]!.kind === 'animal';
  // @ts-expect-error a suffix may be absent
  report.mentions[0]!.suffix.start;
}

/** What the contract allows and no rule gives yet; a host must be ready for it all the same. */
export const severalEditsAndALabel = {
  start: 0,
  end: 3,
  code: 'name-variant',
  severity: 'major',
  fixes: [{ label: 'किम', edits: [{ start: 0, end: 3, text: 'किम' }, { start: 9, end: 12, text: 'किम' }] }],
  related: [{ start: 9, end: 12 }],
  original: { start: 0, end: 8 },
} satisfies Finding;

/** The tag and its events are typed for whoever imports `kasoti/elements`. */
const tag = document.createElement('kasoti-check');
tag.rules = { 'repeated-word': false };
tag.addEventListener('kasoti-report', ({ report, text }) => text.slice(report.sentences[0]?.start));
tag.addEventListener('kasoti-select', ({ finding, mention, sentence }) => [finding?.code, mention?.kind, sentence?.paragraph]);
