import type { CitationView, GuideView } from '../../view/types.ts';

/** The laws that a sheet names, each written out once and cited by its number. */
export interface LawReferences {
  /** Titles with 《》, the first is number 1. */
  titles: string[];
  /** 〔1〕第五条、〔2〕第七条; '' for nothing. */
  cite(list: readonly CitationView[]): string;
}

/**
 * Numbers for the laws that `view` cites anywhere, in the order in which the legal basis and then the other parts name
 * them. Written out every time, the titles alone would fill a third of a sheet.
 */
export function lawReferences(view: GuideView): LawReferences {
  const titles: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isCitation(value)) {
      const { title } = parted(value.words);
      if (title !== '' && !titles.includes(title)) titles.push(title);
      return;
    }
    for (const one of Object.values(value)) walk(one);
  };
  walk(view.basis);
  walk(view);
  return {
    titles,
    cite: (list) =>
      list
        .map(({ words }) => {
          const { title, place } = parted(words);
          return title === '' ? words : `〔${titles.indexOf(title) + 1}〕${place}`;
        })
        .join('、'),
  };
}

/** 《title》 and the place in it; no title where the words do not begin with one. */
export function parted(words: string): { title: string; place: string } {
  const end = words.indexOf('》') + 1;
  return words.startsWith('《') && end > 0
    ? { title: words.slice(0, end), place: words.slice(end) }
    : { title: '', place: words };
}

function isCitation(value: object): value is CitationView {
  return 'words' in value && typeof value.words === 'string' && 'gist' in value;
}
