import { fieldAt } from '../../model/field.ts';
import type { Citation } from '../../model/generated/schemas.ts';
import type { Draft, Item } from '../../model/item.ts';
import { formatLimit } from '../../procedure/index.ts';
import { chinese, legalResources, type Making, type Refs } from './cpsvParts.ts';
import { text } from './cpsvGraph.ts';

/** A rule that the service follows: a title, what it says, and on what it rests. */
function rule(
  { graph, iri, open, ...making }: Making,
  kind: string,
  id: string,
  title: string,
  description: string,
  basis: readonly Draft<Citation>[] | undefined,
): { '@id': string } {
  return graph.add({
    '@id': iri(kind, id),
    '@type': 'cpsv:Rule',
    'dct:identifier': `${open.division}/${open.id}/${kind}/${id}`,
    'dct:title': text(title),
    'dct:description': text(description),
    'dct:type': graph.concept('rules', kind, ruleWords[kind] ?? kind),
    'dct:language': graph.known(chinese, 'dct:LinguisticSystem'),
    'cpsv:implements': legalResources({ graph, iri, open, ...making }, basis ?? []),
  });
}

const ruleWords: Readonly<Record<string, string>> = {
  step: '办理环节',
  limit: '时限',
  refusal: '不予许可的情形',
  supervision: '监管措施',
  rights: '申请人权利',
  duties: '申请人义务',
  quantity: '数量限制',
  effect: '法律效力',
  annual: '年检年报',
  remedy: '救济',
};

const limitKeys = ['acceptance', 'statutory', 'promised', 'delivery', 'extension'] as const;

/** All that the service follows: steps, limits, refusals, supervision, rights and duties, and the rest by its words. */
export function rules(making: Making): Refs {
  const { item } = making;
  const {
    limits = {},
    procedure,
    quantity = {},
    legalEffect = {},
    annualInspection = {},
    rights = {},
  } = item;
  const point =
    (kind: string) =>
    ({ id = '', text: words = '未写明', basis }: Point, at: number) =>
      rule(making, kind, id === '' ? String(at) : id, words, words, basis);
  const single = (
    kind: string,
    words: readonly (string | undefined)[],
    basis: Draft<Citation>[] | undefined,
  ): Refs => {
    const said = words.filter((one) => one !== undefined).join('；');
    return said === '' ? [] : [rule(making, kind, 'it', ruleWords[kind] ?? kind, said, basis)];
  };
  return [
    ...(procedure?.steps ?? []).map((step) =>
      rule(making, 'step', step.id ?? '', step.name ?? '未写明', stepWords(step), step.basis),
    ),
    ...limitKeys.flatMap((key): Refs => {
      const limit = limits[key];
      if (limit === undefined) return [];
      const title = fieldAt('item', ['limits', key])?.title.zh ?? key;
      const note = limit.note === undefined ? '' : `（${limit.note}）`;
      return [rule(making, 'limit', key, title, formatLimit(limit) + note, limit.basis)];
    }),
    ...(item.conditions?.refuse ?? []).map(point('refusal')),
    ...(item.supervision?.measures ?? []).map(point('supervision')),
    ...(rights.rights ?? []).map(point('rights')),
    ...(rights.duties ?? []).map(point('duties')),
    ...single(
      'quantity',
      [quantity.none, quantity.total, quantity.published, quantity.frequency, quantity.allotment],
      quantity.basis,
    ),
    ...single('effect', [legalEffect.none, legalEffect.text], legalEffect.basis),
    ...single(
      'annual',
      [
        annualInspection.none,
        annualInspection.period,
        annualInspection.text,
        annualInspection.fee,
        annualInspection.mark,
      ],
      annualInspection.basis,
    ),
    ...single(
      'remedy',
      [
        rights.review && `行政复议：${rights.review.body ?? ''}，${rights.review.days ?? ''} 日内`,
        rights.litigation &&
          `行政诉讼：${rights.litigation.court ?? ''}，${rights.litigation.months ?? ''} 个月内`,
      ],
      [...(rights.review?.basis ?? []), ...(rights.litigation?.basis ?? [])],
    ),
  ];
}

type Point = { id?: string; text?: string; basis?: Draft<Citation>[] };

function stepWords({ days, output, examines = [] }: Draft<Step>): string {
  const words = [
    days && `期限：${formatLimit(days)}`,
    ...examines.map(
      ({ text: words = '', standard }) => `审查：${words}${standard === undefined ? '' : `（${standard}）`}`,
    ),
    output && `文书：${output}`,
  ].filter((line) => line !== undefined && line !== '');
  return words.length === 0 ? '按规程办理' : words.join('；');
}

type Step = NonNullable<Item['procedure']['steps']>[number];
