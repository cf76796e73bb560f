import { unzipSync, strFromU8 } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { sampleCatalogue } from '../../../tests/sampleCatalogue.ts';
import { payloads } from '../../../tests/security/payloads.ts';
import { shapeOfXml } from '../../../tests/security/shapeOfXml.ts';
import { handbookPage, guideView } from '../../guide/index.ts';
import { handbookDocx } from '../../node/exchange/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import { openItem, type OpenItem } from '../open/openItem.ts';
import { handbookOf } from './handbookOf.ts';
import type { Handbook } from './handbook.ts';

let catalogue: Catalogue;
let guides: OpenItem[];
beforeAll(async () => {
  catalogue = await sampleCatalogue();
  guides = catalogue.guides.map((guide) => openItem(guide, catalogue.lookups, 'staff'));
});

/** All that a handbook says, in one text. */
function textOf({ name, lead, sections }: Handbook): string {
  return [
    name,
    lead,
    ...sections.flatMap(({ zh, blocks }) => [
      zh,
      ...blocks.flatMap((block) => {
        switch (block.kind) {
          case 'heading':
          case 'text':
            return [block.text];
          case 'facts':
            return block.rows.flat();
          case 'table':
            return [...block.columns, ...block.rows.flat()];
        }
      }),
    ]),
  ].join('\n');
}

/** Texts that people wrote in an item, with where they stand; ids, codes and dates are told by their words. */
function sentences(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return /\p{Script=Han}/u.test(value) ? [[path, value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => sentences(one, `${path}/${key}`));
}

const strip = (markup: string) => markup.replaceAll(/<[^>]*>/g, '');
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

test('every sentence of every item stands in its handbook, in the page and in the Word file', async () => {
  for (const open of guides) {
    const said = textOf(handbookOf(open));
    const lacking = sentences(open.item).filter(([, text]) => !said.includes(text));
    expect(lacking, `${open.division}/${open.id}`).toEqual([]);
  }
  const handbook = handbookOf(guides[0]!);
  const page = strip(handbookPage(handbook));
  const parts = unzipSync(await handbookDocx(handbook, '2026-01-05'));
  const word = strip(strFromU8(parts['word/document.xml']!));
  for (const line of textOf(handbook).split('\n')) {
    expect(page).toContain(escaped(line));
    expect(word).toContain(escaped(line));
  }
});

test('it tells staff what the guide does not: qualifications, worked examples, standards', () => {
  const open = guides.find(({ id, division }) => id === 'food-business-licence' && division === '511500')!;
  const said = textOf(handbookOf(open));
  const effective = catalogue.guides.find(
    ({ id, division }) => id === open.id && division === open.division,
  )!;
  const guide = JSON.stringify(guideView(effective, catalogue.lookups));
  const post = open.item.staff!.posts![0]!;
  expect(said).toContain(post.qualification);
  expect(guide).not.toContain(post.qualification);
  expect(said).toContain('生熟分开，由脏到净单向');
  for (const { name } of open.item.examples ?? []) expect(said).toContain(name);
  expect(handbookOf(open).mark).toBe('样例，不是办事依据');
});

test('a draft with nothing in it has a handbook too', () => {
  const { names, ...rest } = guides[0]!;
  const empty = { ...rest, item: {}, names: { ...names, bodies: [], laws: [], windows: [] } };
  expect(handbookOf(empty).sections).toEqual([]);
});

test('the same handbook is the same file, whenever it is made', async () => {
  const handbook = handbookOf(guides[0]!);
  expect(await handbookDocx(handbook, '2026-01-05')).toEqual(await handbookDocx(handbook, '2026-01-05'));
});

/** A handbook that says `text` wherever it can. */
const made = (text: string): Handbook => ({
  name: text,
  lead: text,
  mark: text,
  sections: [
    {
      id: 'basics',
      zh: '事项',
      en: 'Item',
      blocks: [
        { kind: 'heading', text },
        { kind: 'text', text },
        { kind: 'facts', rows: [[text, text]] },
        { kind: 'table', columns: [text], widths: [1], rows: [[text]] },
      ],
    },
  ],
});

test('what people write makes no element, neither in the page nor in the Word file', async () => {
  const all = `${payloads.join(' ')} \u0000\ufffe\ud800`;
  const shapes = async (text: string) =>
    Object.entries(unzipSync(await handbookDocx(made(text), '2026-01-05')))
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, bytes]) => [name, ...shapeOfXml(strFromU8(bytes))]);
  expect(await shapes(all)).toEqual(await shapes('x'));
  const tags = (text: string) =>
    handbookPage(made(text))
      .match(/<[a-z][^>]*>/g)!
      .map((tag) => tag.split(' ')[0]);
  expect(tags(all)).toEqual(tags('x'));
});
