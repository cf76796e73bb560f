import type { Cited, KnownLaw } from './citation.ts';
import { documentNumber } from './documentNumber.ts';
import { titleKey } from './title.ts';

/** Finds laws of a registry by what prose calls them. */
export interface LawIndex {
  /** The law called `title`, in full or short; two laws of one name are not understood. */
  byTitle(title: string): Cited;
  byNumber(number: string): Cited;
  /** The longest name of a law that `words` end with. */
  nameAtEndOf(words: string): string | undefined;
}

/** An index of `laws`: their titles, with and without 中华人民共和国, and their aliases. */
export function lawIndex(laws: readonly KnownLaw[]): LawIndex {
  const names = new Map<string, Set<string>>();
  const numbers = new Map<string, Set<string>>();
  for (const { id, title, aliases = [] } of laws)
    for (const name of [title, ...aliases]) {
      const number = documentNumber(name);
      if (number === undefined) add(names, titleKey(name), id);
      else add(numbers, number, id);
    }
  const longest = Math.max(0, ...[...names.keys()].map((name) => name.length));
  return {
    byTitle: (title) => cited(names.get(titleKey(title)), title),
    byNumber: (number) => cited(numbers.get(number), number),
    nameAtEndOf: (words) => {
      for (let length = Math.min(longest, words.length); length > 1; length--) {
        const name = words.slice(-length);
        if (!names.has(name)) continue;
        const whole = `中华人民共和国${name}`;
        return words.endsWith(whole) ? whole : name;
      }
      return undefined;
    },
  };
}

function add(map: Map<string, Set<string>>, key: string, id: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(id));
}

function cited(ids: ReadonlySet<string> | undefined, name: string): Cited {
  const [first, ...others] = ids ?? [];
  if (first === undefined) return { kind: 'other' };
  if (others.length === 0) return { kind: 'law', law: first };
  const all = [first, ...others].join('、');
  return {
    kind: 'not-understood',
    why: {
      zh: `登记中有几部法规都叫“${name}”：${all}。`,
      en: `Several laws of the registry are called "${name}": ${all}.`,
    },
  };
}
