import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { shapeOfKind } from '../../catalogue/index.ts';
import { checkSchema } from '../../check/schema/checkSchema.ts';
import type { Plain } from '../../model/edit.ts';
import { lawInForce } from '../../model/lawInForce.ts';
import { read, serialize } from '../../text/index.ts';
import { importLaws } from './importLaws.ts';
import { effectOf } from './lawDates.ts';

const text = (title: string, head: string[], body: string[]) =>
  `# ${title}\n\n${head.join('\n\n')}\n\n<!-- INFO END -->\n\n${body.join('\n\n')}\n`;

const tea2001 = {
  file: 'x/行政法规/茶山条例(2001-03-02).md',
  text: text(
    '中华人民共和国茶山条例',
    ['2001年2月1日 国务院第9次常务会议通过', '2001年3月2日 中华人民共和国国务院令第900号公布'],
    [
      '## 第一章 总则',
      '第一条 为了茶山，制定本条例。',
      '第二条 采茶应当取得许可。',
      '第三条 本条例自2001年5月1日起施行。',
    ],
  ),
};
const tea2011 = {
  file: 'x/行政法规/茶山条例(2011-01-08).md',
  text: text(
    '中华人民共和国茶山条例',
    [
      '2001年3月2日 中华人民共和国国务院令第900号公布',
      '2011年1月8日 《国务院关于修改〈中华人民共和国茶山条例〉的决定》修订',
    ],
    ['第一条 为了茶山，制定本条例。', '第四条 本条例自2001年5月1日起施行。'],
  ),
};
const tree = {
  file: 'x/行政法/茶树法(2020-06-30).md',
  text: text(
    '中华人民共和国茶树法',
    ['2020年6月30日 第十三届全国人民代表大会常务委员会第二十次会议通过', '这一行没有日期'],
    ['第一条 为了茶树。', '第二条 本法自二〇二一年一月一日起施行。《中华人民共和国茶山条例》同时废止。'],
  ),
};

describe('laws in Markdown', () => {
  const { laws, unread, notes } = importLaws([
    tea2011,
    tree,
    tea2001,
    { file: 'x/README.md', text: '# 说明\n' },
    { file: 'x/某规定.md', text: text('某规定', [], ['第一条 无日期。']) },
  ]);
  const called = (title: string) => laws.find((law) => law.title === title)!;

  it('of one title are one entry with its versions, whatever their order', () => {
    expect(laws.map(({ title }) => title).toSorted()).toEqual([
      '中华人民共和国茶山条例',
      '中华人民共和国茶树法',
    ]);
    expect(called('中华人民共和国茶山条例')).toMatchObject({
      kind: 'administrative-regulation',
      issuer: '国务院',
      shortTitles: ['茶山条例'],
      documentNumber: '国务院令第900号',
      versions: [
        {
          id: 'y2001',
          adopted: '2001-03-02',
          effective: '2001-05-01',
          change: 'enacted',
          by: '国务院令第900号',
          lastArticle: 3,
        },
        {
          id: 'y2011',
          adopted: '2011-01-08',
          change: 'revised',
          by: '国务院关于修改〈中华人民共和国茶山条例〉的决定',
          lastArticle: 4,
          repealed: '2021-01-01',
        },
      ],
    });
  });

  it('say who passed them, when they take effect, and what they end', () => {
    expect(called('中华人民共和国茶树法')).toMatchObject({
      kind: 'law',
      issuer: '全国人民代表大会常务委员会',
      versions: [{ adopted: '2020-06-30', effective: '2021-01-01' }],
    });
  });

  it('leave no word of their text in the entry', () => {
    expect(JSON.stringify(laws)).not.toMatch(/采茶|为了/);
  });

  it('give entries that the schema accepts and that read back', () => {
    for (const law of laws) {
      const shape = shapeOfKind('law');
      const yaml = serialize(law as unknown as Plain, { shape });
      expect(read(yaml, shape, 'x.yaml').value).toEqual(law);
      expect(checkSchema('law', law, `laws/${law.id}.yaml`)).toEqual([]);
    }
  });

  it('that cannot be read are named, and so are lines and dates', () => {
    expect(unread.map(({ file, zh }) => [file, zh.slice(0, 8)])).toEqual([
      ['x/README.md', '不是这种格式的法'],
      ['x/某规定.md', '看不出效力层级和'],
    ]);
    expect(notes.map(({ file, line, zh }) => [file, line, zh])).toEqual([
      [tree.file, 5, '没有读懂这一行：这一行没有日期'],
      [tea2001.file, undefined, '2011-01-08 的版本没有写明何时施行。'],
    ]);
  });

  it('get the same id in every import', () => {
    expect(importLaws([tree]).laws[0]!.id).toBe(called('中华人民共和国茶树法').id);
    expect(called('中华人民共和国茶树法').id).toMatch(/^law-[0-9a-f]{8}$/);
  });
});

it.each([
  ['本法自2004年7月1日起施行。', { kind: 'day', date: '2004-07-01' }],
  ['本办法自一九八七年一月一日起试行。', { kind: 'day', date: '1987-01-01' }],
  ['自2004年7月1日起施行的规定。本条例自公布之日起施行。', { kind: 'on-publication' }],
  ['本法自2004年2月30日起施行。', undefined],
  ['本法施行前的许可继续有效。', undefined],
])('%s', (words, expected) => expect(effectOf(words)).toEqual(expected));

const data = fileURLToPath(new URL('../../../../shared/data/laws/', import.meta.url));

describe.skipIf(!existsSync(data))('the public laws (skipped where ../shared/data is missing)', () => {
  const files = existsSync(data)
    ? (readdirSync(data, { recursive: true }) as string[])
        .filter((file) => file.endsWith('.md'))
        .map((file) => ({ file, text: readFileSync(`${data}${file}`, 'utf8') }))
    : [];
  const { laws, unread, notes } = importLaws(files);
  const versions = laws.flatMap((law) => law.versions);
  const byTitle = new Map(laws.map((law) => [law.title, law]));

  test('are all read but the notes about the collection and its template', () => {
    expect(files).toHaveLength(1086);
    expect(
      unread
        .map(({ file }) => file.split('/').at(-1))
        .filter((name) => name !== '_index.md')
        .toSorted(),
    ).toEqual(['README.md', '法律法规模版.md']);
    // Counted by title lines: 993 titles in 1,071 files; 649 of them stand in the folder of regulations.
    expect(laws).toHaveLength(993);
    expect(new Set(laws.map(({ id }) => id)).size).toBe(993);
    expect(laws.filter(({ kind }) => kind === 'administrative-regulation')).toHaveLength(649);
    expect(laws.filter(({ kind }) => kind === 'law' || kind === 'constitution')).toHaveLength(315);
  });

  test('have a version for every day in a file’s name', () => {
    let days = 0;
    for (const { file, text: markdown } of files) {
      const day = /\((\d{4}-\d\d-\d\d)\)\.md$/.exec(file)?.[1];
      const title = /^# *(.+)$/m.exec(markdown)?.[1]?.replace(/\s|<!--.*?-->/g, '');
      if (day === undefined || title === undefined) continue;
      days++;
      const plain = title
        .replaceAll('(', '（')
        .replaceAll(')', '）')
        .replaceAll('《', '〈')
        .replaceAll('》', '〉');
      expect(
        byTitle.get(plain)?.versions.map(({ adopted }) => adopted),
        file,
      ).toContain(day);
    }
    expect(days).toBeGreaterThan(1000);
  });

  test('take effect on days that are known', () => {
    const effective = (title: string) =>
      byTitle.get(title)!.versions.map((version) => version.effective ?? '?');
    expect(effective('中华人民共和国行政许可法')).toEqual(['2004-07-01', '?']);
    expect(effective('中华人民共和国民法典')).toEqual(['2021-01-01']);
    expect(effective('中华人民共和国行政处罚法').at(-1)).toBe('2021-07-15');
    expect(lawInForce(byTitle.get('中华人民共和国行政许可法')!.versions, '2010-01-01')).toMatchObject({
      kind: 'in-force',
      version: { id: 'y2003' },
    });
    expect(byTitle.get('中华人民共和国行政许可法')!.versions.at(-1)!.lastArticle).toBe(83);
    expect(byTitle.get('中华人民共和国民法典')!.versions[0]!.lastArticle).toBe(1260);
  });

  test('make entries that the schema accepts', () => {
    for (const law of laws) expect(checkSchema('law', law, law.title)).toEqual([]);
  });

  test('name what their heads leave unsaid', () => {
    const unsaid = versions.filter(({ effective }) => effective === undefined).length;
    expect(notes.filter(({ zh }) => zh.includes('没有写明何时施行'))).toHaveLength(unsaid);
    expect(notes.filter(({ line }) => line !== undefined).length).toBeLessThan(20);
  });
});
