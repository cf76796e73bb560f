import { citeInWords } from '../../model/citedLaws.ts';
import type { Diagnostic, Severity } from '../../model/diagnostic.ts';
import { countBySeverity } from './count.ts';

const words: Record<Severity, string> = { error: '错误 error', warning: '警告 warning', info: '提示 info' };

/**
 * Diagnostics for people: place, sentence in Chinese and English, law, and the line of the source with the
 * stretch underlined. `textOf` gives a file's text, or `undefined` where there is none to show.
 */
export function formatText(
  diagnostics: readonly Diagnostic[],
  textOf: (file: string) => string | undefined,
): string {
  const counts = countBySeverity(diagnostics);
  const blocks = diagnostics.map((d) => {
    const place = d.range === undefined ? d.file : `${d.file}:${d.range.start.line}:${d.range.start.column}`;
    const lines = [`${place}  ${words[d.severity]}  ${d.code}`, `  ${d.message}`, `  ${d.messageEn}`];
    if (d.cites.length > 0)
      lines.push(`  依据 basis: ${d.cites.map((cite) => citeInWords(cite).zh).join('、')}`);
    if (d.suppressed !== undefined) {
      const { severity, until, reason } = d.suppressed;
      lines.push(`  已豁免 suppressed: 原为${words[severity]}，至 ${until}：${reason}`);
    }
    if (d.fix !== undefined) lines.push(`  可改 fix: ${d.fix.title}（${d.fix.titleEn}）`);
    return [...lines, ...excerpt(d, textOf(d.file))].join('\n');
  });
  const summary = `${counts.error} 个错误 errors，${counts.warning} 个警告 warnings，${counts.info} 个提示 notes${
    counts.suppressed === 0 ? '' : `，${counts.suppressed} 个已豁免 suppressed`
  }`;
  return `${[...blocks, summary].join('\n\n')}\n`;
}

const widest = 100;

function excerpt({ range }: Diagnostic, text: string | undefined): string[] {
  if (range === undefined || text === undefined) return [];
  const line = (text.split('\n')[range.start.line - 1] ?? '').replace(/\r$/, '');
  const from = Math.max(0, range.start.column - 1 - widest / 2);
  const shown = line.slice(from, from + widest);
  const start = range.start.column - 1 - from;
  const end = range.end.line === range.start.line ? range.end.column - 1 - from : shown.length;
  const gutter = `${range.start.line} | `;
  const pad = cells(shown.slice(0, start));
  const length = Math.max(1, cells(shown.slice(start, Math.min(end, shown.length))));
  return [`  ${gutter}${shown}`, `  ${' '.repeat(gutter.length + pad)}${'^'.repeat(length)}`];
}

/** Columns a text takes in a terminal, where Chinese characters are two wide. */
function cells(text: string): number {
  let width = 0;
  for (const character of text) width += /[ᄀ-ᅟ⺀-꓏가-힣豈-﫿︰-﹏＀-｠￠-￦]/u.test(character) ? 2 : 1;
  return width;
}
