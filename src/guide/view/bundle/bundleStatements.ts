import { facts, named, windowStatements, type Statement } from '../statements.ts';
import type { BundleView } from './types.ts';

/** All that the page of a bundle says, thing by thing, under the headings of the page. */
export function bundleStatements(view: BundleView): Statement[] {
  return [
    ...named('一件事', [
      ['名称', view.name],
      ...(view.summary === undefined ? [] : [['说明', view.summary] as const]),
    ]),
    ...named(
      '包含哪些事项',
      view.members.map(({ name, limit, fee, decides, whenWords, notes }) => [
        name,
        limit,
        fee,
        decides.name,
        whenWords,
        ...notes,
      ]),
    ),
    ...named('一次交齐的材料', [
      ...(view.notice === undefined ? [] : [['告知', view.notice] as const]),
      ...view.materials.map(
        ({ text, need, members, whenWords, notes }) =>
          [text, need, members.join('、'), whenWords, ...notes] as const,
      ),
    ]),
    ...named(
      '不用交的',
      view.inside.map(({ text, from, how }) => [text, from, how]),
    ),
    ...named(
      '怎样一起办',
      view.steps.map(({ text, days, whenWords }) => [text, days, whenWords]),
    ),
    ...facts('时限和省下的', view.limits),
    ...named(
      '不在内的事项',
      view.excluded.map(({ name, reason }) => [name, reason]),
    ),
    ...named('谁牵头、凭什么', [
      ['牵头机关', view.lead.name],
      ...view.basis.map(({ words }) => [words] as const),
      ...view.documents.map((document) => [document] as const),
    ]),
    ...facts('谁牵头、凭什么', view.seal),
    ...(view.annual.none === undefined
      ? facts('联合年检', view.annual.list)
      : named('联合年检', [['', view.annual.none]])),
    ...facts('去哪里办', view.service),
    ...windowStatements(view.windows),
    ...facts('发布与版本', view.promulgation),
  ];
}
