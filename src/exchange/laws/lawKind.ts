import type { LawFile } from '../../model/generated/schemas.ts';
import type { LawText } from './lawText.ts';

export type LawKind = LawFile['kind'];

/** Folders by which collections of laws are kept, and what stands in them. */
const folders: [RegExp, LawKind][] = [
  [/(?:^|\/)宪法\//, 'constitution'],
  [/(?:^|\/)行政法规\//, 'administrative-regulation'],
  [/(?:^|\/)(?:部门)?规章\//, 'department-rule'],
  [/(?:^|\/)地方性法规\//, 'local-regulation'],
  [
    /(?:^|\/)(?:刑法|民法典|民法商法|民商法|宪法相关法|社会法|经济法|行政法|诉讼与非诉讼程序法|法律)\//,
    'law',
  ],
];

/**
 * Kind and issuer of a law from who passed it, else from the folder it stands in; undefined where neither tells.
 * What the State Council calls a decision is one; what it approved for a ministry to publish counts as its own.
 */
export function kindOf({ title, file, events }: LawText): { kind: LawKind; issuer: string } | undefined {
  const words = events.filter(({ change }) => change !== 'in-force').map((event) => event.words);
  const first = words[0] ?? '';
  const folder = folders.find(([pattern]) => pattern.test(file))?.[1];
  const congress = words.find((one) => one.includes('全国人民代表大会'));
  if (folder === 'constitution' || /^(?:中华人民共和国)?宪法/.test(title))
    return { kind: 'constitution', issuer: '全国人民代表大会' };
  if (congress !== undefined && folder !== 'administrative-regulation')
    return {
      kind: 'law',
      issuer: congress.includes('常务委员会') ? '全国人民代表大会常务委员会' : '全国人民代表大会',
    };
  if (folder === 'law') return { kind: 'law', issuer: '全国人民代表大会常务委员会' };
  const published = words.find((one) => /令|发布|公布|印发/.test(one)) ?? first;
  if (
    folder === 'administrative-regulation' ||
    (folder === undefined && /国务院(?:、|令|第|发布|公布|批准)/.test(published))
  )
    return {
      kind: /^国务院.*决定$/.test(title) ? 'state-council-decision' : 'administrative-regulation',
      issuer: /中央军事委员会令/.test(published) ? '国务院、中央军事委员会' : '国务院',
    };
  const named =
    /^(?:原|经|中华人民共和国)*(.{2,30}?(?:部|委员会|总局|局|署|会|行))(?:令|公告|发布|公布|第)/.exec(
      published,
    );
  // Collections keep the rules of a ministry in a folder of its name.
  const ministry = file.split('/').at(-2) ?? '';
  const issuer = named?.[1] ?? (/.(?:部|委员会|局|署)$/.test(ministry) ? ministry : undefined);
  if (issuer === undefined) return undefined;
  return { kind: /(?:通知|意见|公告)$/.test(title) ? 'normative-document' : 'department-rule', issuer };
}
