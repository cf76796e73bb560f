import type { Translation } from '../../src/catalogue/index.ts';
import type { CatalogueShape } from '../../src/model/catalogueShape.ts';
import { pathOf, pointer } from '../../src/model/path.ts';
import type { ContentLine } from './contentLines.ts';
import { naming, partTitle, textTitle } from '../translation/textTitle.ts';

/**
 * The texts of a translation as lines to read, by the parts of the item: what each is, its Chinese and its English.
 * Those without English are counted.
 */
export function translationLines({ texts = [] }: Translation, shape: CatalogueShape): ContentLine[] {
  // Elements go by the Chinese of their names, which is translated, too.
  const chinese = new Map(texts.map((one) => [one?.path, one?.zh]));
  const parts = new Map<string, ContentLine>();
  let untranslated = 0;
  for (const { path = '', zh = '', en } of texts.filter((one) => one !== undefined && one !== null)) {
    if (en === undefined) {
      untranslated += 1;
      continue;
    }
    const steps = pathOf(path);
    const key = String(steps[0] ?? '');
    let part = parts.get(key);
    if (part === undefined) parts.set(key, (part = { key, title: partTitle(steps, shape), parts: [] }));
    const title = textTitle(steps, shape, (element, next) => {
      const name = naming.find((one) => chinese.get(pointer([...element, one])) !== undefined);
      return name === undefined || name === next ? '' : chinese.get(pointer([...element, name]))!;
    });
    part.parts!.push({ key: path, title, words: `${zh}\n${en}` });
  }
  const left: ContentLine = {
    key: 'untranslated',
    title: {
      zh: `还有 ${untranslated} 处没有译文，英文页上显示中文`,
      en: `Without English: ${untranslated}; the page shows their Chinese`,
    },
  };
  return [...parts.values(), ...(untranslated === 0 ? [] : [left])];
}
