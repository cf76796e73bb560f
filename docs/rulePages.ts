// The pages of the rules, docs/rules/, made from the rules themselves: `npm run generate`.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { caseText, families, rules, type AnyExample, type Family, type Rule } from '../src/check/index.ts';
import { citeInWords } from '../src/model/citedLaws.ts';
import type { Words } from '../src/model/schemas.ts';

const folder = fileURLToPath(new URL('rules/', import.meta.url));

const severities: Record<Rule['severity'], Words> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
};

const scopes: Record<Rule['scope'], Words> = {
  item: { zh: '每个事项在每个区划', en: 'every item in every division' },
  layer: { zh: '每一层下级内容', en: 'every layer' },
  file: { zh: '每个文件', en: 'every file' },
  catalogue: { zh: '整个目录', en: 'the whole catalogue' },
};

/** Every page by its file name in `docs/rules/`: `README.md`, the index, and one for each family that has rules. */
export function rulePages(): Map<string, string> {
  const present = (Object.keys(families) as Family[]).filter((family) =>
    rules.some((rule) => rule.family === family),
  );
  const pages = new Map([['README.md', indexPage(present)]]);
  for (const family of present) pages.set(`${family}.md`, familyPage(family));
  return pages;
}

const notice = '<!-- Generated from src/check/rules/ by `npm run generate`. Do not edit. -->';

function indexPage(present: readonly Family[]): string {
  const lists = present.flatMap((family) => [
    `## [${families[family].zh} ${families[family].en}](${family}.md)`,
    '',
    ...rules
      .filter((rule) => rule.family === family)
      .map(
        ({ id, severity, title }) =>
          `- [\`${id}\`](${family}.md#${id}) ${severities[severity].zh}：${title.zh}`,
      ),
    '',
  ]);
  return [
    notice,
    '',
    '# 规则 Rules',
    '',
    '检查所用的规则，按所管的内容分组。严重程度和参数可以在 `catalogue.yaml` 的 `rules` 里改，见[管理员手册](../administrator.md)。',
    '',
    'The rules of the check by what they are about. `rules` in `catalogue.yaml` changes severities and parameters.',
    '',
    ...lists,
  ].join('\n');
}

function familyPage(family: Family): string {
  const { zh, en } = families[family];
  const sections = rules.filter((rule) => rule.family === family).flatMap(sectionOf);
  return [notice, '', `# ${zh} ${en}`, '', ...sections].join('\n');
}

function sectionOf(rule: Rule): string[] {
  const laws = rule.cites.map((cite) => citeInWords(cite));
  return [
    `## ${rule.id}`,
    '',
    `**${rule.title.zh}。** ${rule.why.zh}`,
    '',
    `**${rule.title.en}.** ${rule.why.en}`,
    '',
    `- 严重程度 severity：${severities[rule.severity].zh} ${severities[rule.severity].en}`,
    `- 看什么 looks at：${scopes[rule.scope].zh} ${scopes[rule.scope].en}`,
    `- 依据 basis：${laws.map((law) => law.zh).join('、')}（${laws.map((law) => law.en).join('; ')}）`,
    ...Object.entries(rule.parameters ?? {}).map(
      ([name, { title, default: value }]) =>
        `- 参数 parameter \`${name}\`：${title.zh} ${title.en}，默认 default \`${JSON.stringify(value)}\``,
    ),
    `- 没有问题的 good：${rule.good.map(({ name }) => name).join('; ')}`,
    `- 有问题的 bad：${rule.bad.map(({ name }) => name).join('; ')}`,
    '',
    ...caseOf(rule.bad),
  ];
}

/** A case that is longer shows its reader more of how a case is built than of what is wrong. */
const mostLines = 60;

/** The first bad case that is short enough, as the text of a file. */
function caseOf(examples: readonly AnyExample[]): string[] {
  for (const example of examples) {
    const text = caseText(example);
    if (text.split('\n').length <= mostLines)
      return [`有问题的例子 a bad case（${example.name}）：`, '', '```yaml', text, '```', ''];
  }
  return [];
}

/** Writes the pages and takes away those of families that have no rules any more. */
async function write(): Promise<void> {
  const pages = rulePages();
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) if (!pages.has(name)) await rm(folder + name);
  for (const [name, text] of pages) await writeFile(folder + name, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await write();
