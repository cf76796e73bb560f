import { isKindOnly } from '../../../model/citations/title.ts';
import type { Finding, ItemRule } from '../rule.ts';
import { eachText } from './eachText.ts';

/** Where a text says what it calls something from here on: （以下简称《办法》）. */
const definitions = /(?:简称|统称|以下称)为?[“"《]{1,2}([^“”"《》]{1,20})[”"》]/g;
/** What a law says of itself, copied: 本办法第十条; not 根本法, 本规定动作 or 本法人. */
const itself =
  /(?<![根基成文样版资])(本(?:法|条例|办法|规定|细则|规则))(?=第|所称|规定|施行|实施|[，。；、]|的(?!人)|$)/g;

export const undefinedShortName: ItemRule = {
  id: 'undefined-short-name',
  family: 'language',
  scope: 'item',
  severity: 'warning',
  title: { zh: '简称先说明再用', en: 'A short name is explained before it is used' },
  why: {
    zh: '从法条抄来的“本办法”“《条例》”，离开原文就不知道是哪一部。写出全称；要用简称的，第一次出现时写明“以下简称”。',
    en: 'Copied from a law, "these Measures" or "the Regulation" no longer say which. Write the full title, or explain the short name where it first stands.',
  },
  cites: [{ law: 'administrative-licensing-law', article: 30, paragraph: 2 }],
  good: [
    {
      name: 'explained where it first stands',
      item: {
        basics: { summary: '照《城市道路管理条例》（以下简称《条例》）办理。' },
        conditions: { grant: [{ id: 'a', text: '符合《条例》第三十三条的要求。' }] },
      },
    },
    {
      name: 'full titles and words that look alike',
      item: {
        conditions: {
          grant: [
            { id: 'a', text: '符合《城市道路管理条例》第三十三条的要求。' },
            { id: 'b', text: '遵守国家的根本法和基本法，本法人信誉良好，对本决定没有异议。' },
          ],
        },
      },
    },
  ],
  bad: [
    {
      name: 'a regulation, but which?',
      item: { conditions: { grant: [{ id: 'a', text: '符合《条例》第三十三条的要求。' }] } },
      at: ['conditions', 'grant', 0, 'text'],
    },
    {
      name: 'a law that speaks of itself, told once',
      item: {
        conditions: {
          grant: [{ id: 'a', text: '符合本办法第十条的条件。' }],
          refuse: [{ id: 'b', text: '有本办法规定的禁止情形的。' }],
        },
      },
      at: ['conditions', 'grant', 0, 'text'],
    },
    {
      name: 'explained too late',
      item: {
        basics: { summary: '在“一网通”上申请。' },
        procedure: { note: '通过政务服务网（以下简称“一网通”）提交。' },
      },
      at: ['basics', 'summary'],
    },
  ],
  mutations: [
    {
      name: 'a law that speaks of itself',
      edits: [
        {
          kind: 'set',
          path: ['conditions', 'grant', 1, 'text'],
          value: '符合本条例规定，公安交通管理部门同意。',
        },
      ],
    },
  ],
  check(item) {
    const defined = new Set<string>();
    /** Names by where they were first used without being explained. */
    const open = new Map<string, () => Finding['path']>();
    const quotedBefore = new Map<string, () => Finding['path']>();
    eachText(item, (text, path) => {
      if (!/[《“"]|本[法条办规细]/.test(text)) return;
      const own = new Map<string, number>();
      if (text.includes('称'))
        for (const match of text.matchAll(definitions)) own.set(match[1]!, match.index);
      for (const match of text.matchAll(/[《“"]([^“”"《》]{1,20})[》”"]/g)) {
        const name = match[1]!;
        const at = own.get(name);
        if (defined.has(name) || (at !== undefined && match.index >= at)) continue;
        if (isKindOnly(name) && match[0].startsWith('《')) open.set(name, open.get(name) ?? path);
        else if (!quotedBefore.has(name)) quotedBefore.set(name, path);
      }
      if (text.includes('本'))
        for (const [, name] of text.matchAll(itself)) if (!open.has(name!)) open.set(name!, path);
      for (const name of own.keys()) {
        const early = quotedBefore.get(name);
        if (early !== undefined && !defined.has(name)) open.set(name, early);
        defined.add(name);
      }
    });
    return [...open].map(([name, path]): Finding => ({
      path: path(),
      message: {
        zh: `“${name}”没有先说明指的是什么，读者不知道是哪一部、哪一个。请写出全称，或者在第一次出现时写明“以下简称”。`,
        en: `"${name}" is not explained before it is used, and readers cannot know which is meant. Write the full title, or explain the short name where it first stands.`,
      },
    }));
  },
};
