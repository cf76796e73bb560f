import { staleTexts } from '../../../catalogue/index.ts';
import { clipped } from '../clipped.ts';
import type { CatalogueFinding, CatalogueRule } from '../rule.ts';

const item = { id: 'a', basics: { name: '甲许可', summary: '开工前要办。' } };
const translating = (text: object) => ({
  id: 'a',
  item: 'a',
  texts: [{ path: '/basics/summary', zh: '开工前要办。', en: 'Apply before work begins.', ...text }],
});

export const translationCurrent: CatalogueRule = {
  id: 'translation-current',
  family: 'language',
  scope: 'catalogue',
  severity: 'warning',
  title: { zh: '英文译的是现在的中文', en: 'The English translates what the Chinese says now' },
  why: {
    zh: '中文改了而英文没有跟上，外国人照旧的要求准备，白跑一趟。英文页已经改为显示中文；请照现在的中文改译文，并把 zh 改成现在的中文。',
    en: 'Where the Chinese changed and the English did not, foreigners prepare for what is no longer asked. The English page shows the Chinese meanwhile: translate what it says now, and put that under zh.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 30, paragraph: 2 }],
  good: [
    {
      name: 'the words that stand there',
      files: { '000000/a.yaml': item, 'translations/en/a.yaml': translating({}) },
    },
    {
      name: 'the words of a layer',
      files: {
        '000000/a.yaml': item,
        '511500/a.yaml': {
          id: 'a',
          overlay: { basics: { summary: '三江新区的先备案。' } },
          grounds: [{ path: '/basics/summary', law: 'administrative-licensing-law', article: 15 }],
        },
        'translations/en/a.yaml': translating({ zh: '三江新区的先备案。' }),
      },
    },
  ],
  bad: [
    {
      name: 'words of before',
      files: { '000000/a.yaml': item, 'translations/en/a.yaml': translating({ zh: '开工后要办。' }) },
      file: 'translations/en/a.yaml',
      at: ['texts', 0, 'zh'],
    },
    {
      name: 'a field that there is not',
      files: { '000000/a.yaml': item, 'translations/en/a.yaml': translating({ path: '/basics/sumary' }) },
      file: 'translations/en/a.yaml',
      at: ['texts', 0, 'zh'],
    },
  ],
  mutations: [
    {
      name: 'a translation of a name that was changed since',
      files: {
        'translations/en/urban-road-excavation-permit.yaml': {
          id: 'urban-road-excavation-permit',
          item: 'urban-road-excavation-permit',
          texts: [{ path: '/basics/name', zh: '挖路许可', en: 'Road works permit' }],
        },
      },
    },
  ],
  check(catalogue) {
    return staleTexts(catalogue).map(({ source, position, path, zh, now }): CatalogueFinding => ({
      subject: source,
      finding: {
        path: ['texts', position, 'zh'],
        message:
          now === undefined
            ? {
                zh: `${path} 处没有文字，译文“${clipped(zh)}”不知译的是什么。请改正字段，或者删去这一条。`,
                en: `Nothing is said at ${path}, so "${clipped(zh)}" translates nothing. Mend the field, or take the entry out.`,
              }
            : {
                zh: `${path} 的中文已改为“${clipped(now)}”，译文译的还是“${clipped(zh)}”。请照现在的中文改译文，并把 zh 改成现在的中文。`,
                en: `The Chinese of ${path} is "${clipped(now)}" by now, and "${clipped(zh)}" is what was translated. Translate what it says now, and put that under zh.`,
              },
      },
    }));
  },
};
