import {
  bySound,
  initialOf,
  initials,
  waysPage,
  type Entry,
  type WaysListing,
} from '../../../guide/index.ts';
import { lineDigest, linesBy, type ListedGuide } from './lineDigest.ts';
import { listFiles } from './listFiles.ts';
import { setPart } from './sitePart.ts';

/** Pages for each letter of the A-Z by pinyin; all letters. */
export const letterLists = setPart({
  name: 'letters',
  digest: lineDigest,
  files: (all, site) => {
    const ways: WaysListing = {
      path: 'a-z/index.html',
      title: '按拼音首字母',
      en: 'A to Z',
      lead: '事项名称第一个字的拼音。',
      entries: letterEntries(all),
    };
    const lists = [...linesBy(all, ({ name }) => [initialOf(name)])].flatMap(([letter, lines]) =>
      listFiles(
        site,
        {
          path: letterPath(letter),
          title: letter === '#' ? '其他' : `${letter}`,
          lead: letter === '#' ? '名称不以汉字或字母开头的事项。' : `名称以拼音 ${letter} 开头的事项。`,
          crumbs: [{ label: ways.title, path: ways.path }],
        },
        // Of one name those of the higher levels come first, as they came.
        lines.toSorted((a, b) => (a.name === b.name ? 0 : bySound(a.name, b.name))),
      ),
    );
    return [...lists, { path: ways.path, of: [], also: ways, make: () => waysPage(site.at('../'), ways) }];
  },
});

/** Every letter under which there are guides, in order. */
export function letterEntries(all: readonly ListedGuide[]): Entry[] {
  const of = linesBy(all, ({ name }) => [initialOf(name)]);
  return initials.flatMap((letter) => {
    const lines = of.get(letter);
    if (lines === undefined) return [];
    return [{ path: letterPath(letter), label: letter, note: `${lines.length} 份指南` }];
  });
}

function letterPath(letter: string): string {
  return `a-z/${letter === '#' ? 'other' : letter.toLowerCase()}.html`;
}
