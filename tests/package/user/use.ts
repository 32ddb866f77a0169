// A program in TypeScript. Only checked.
import { analyze, annotate, type KasotiError } from 'kasoti';
import { KasotiCheck } from 'kasoti/element';
import { load } from 'kasoti/engine';
import { splitSentences } from 'kasoti/sentences';
import type { Report } from 'kasoti/types';
import { analyze as threaded, close } from 'kasoti/worker';

export async function use(article: HTMLElement): Promise<string[]> {
  await load({ packs: ['mr'], base: '/kasoti/' });
  const text = article.textContent ?? '';
  const report: Report = await analyze(text, { lang: 'mr', rules: { 'mixed-digits': 'critical' } });
  const same: Report = await threaded(text, { signal: new AbortController().signal });
  const spans = await splitSentences(text);
  const annotation = await annotate(article, { onError: (error) => console.log((error as KasotiError).code) });
  annotation.destroy();
  close();
  // @ts-expect-error an option that does not exist
  await threaded(text, { sginal: null });

  const tag: KasotiCheck = document.createElement('kasoti-check');
  tag.addEventListener('kasoti-report', ({ report }) => report.findings[0]?.code);
  return [...report.findings, ...same.findings].map(({ code }) => code).concat(spans.map(({ start, end }) => text.slice(start, end)));
}
