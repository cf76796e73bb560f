import type { Days } from '../../model/generated/schemas.ts';
import type { Draft, Item } from '../../model/item.ts';

/** What the figures of a catalogue have to know of one guide. */
export interface GuideNumbers {
  item: string;
  division: string;
  instant: boolean;
  free: boolean;
  online: boolean;
  /** How many times one has to come; not every guide says it. */
  visits?: number;
  materials: number;
  /** Working days, where both limits are in them and the law allows any. */
  limits?: { statutory: number; promised: number };
}

/** The numbers of one guide, as its item has them. */
export function guideNumbers(id: string, division: string, item: Draft<Item>): GuideNumbers {
  const { basics, fees, service, materials, limits } = item;
  const days = { statutory: workingDays(limits?.statutory), promised: workingDays(limits?.promised) };
  const { statutory, promised } = days;
  return {
    item: id,
    division,
    instant: basics?.handling === 'instant',
    free: fees?.none !== undefined,
    online: service?.applyUrl !== undefined,
    ...(service?.visits !== undefined && { visits: service.visits }),
    materials: materials?.list?.length ?? 0,
    ...(statutory !== undefined &&
      statutory > 0 &&
      promised !== undefined && { limits: { statutory, promised } }),
  };
}

function workingDays(limit: Draft<Days> | undefined): number | undefined {
  return limit?.unit === 'working-days' ? limit.value : undefined;
}

/** A figure with what it counts: `value` is a share of 0 to 1, or a number, of `of` guides. */
export interface Figure {
  zh: string;
  en: string;
  kind: 'share' | 'number';
  value: number;
  of: number;
  /** What is counted, and of what. */
  note: string;
}

/** The figures of some guides. One that has nothing to count is left out rather than 0. */
export function figuresOf(guides: readonly GuideNumbers[]): Figure[] {
  const all = guides.length;
  const said = guides.flatMap(({ visits }) => visits ?? []);
  const limited = guides.flatMap(({ limits }) => limits ?? []);
  const statutory = sum(limited.map((limits) => limits.statutory));
  const promised = sum(limited.map((limits) => limits.promised));
  return [
    share('不收费', 'Free of charge', guides.filter(({ free }) => free).length, all, '份指南'),
    share(
      '当场办结',
      'Settled on the spot',
      guides.filter(({ instant }) => instant).length,
      all,
      '份指南是即办件',
    ),
    share(
      '可以网上申请',
      'Online',
      guides.filter(({ online }) => online).length,
      all,
      '份指南有网上申请的地址',
    ),
    share(
      '不用跑',
      'No visit',
      said.filter((visits) => visits === 0).length,
      said.length,
      '份写明到现场次数的指南',
    ),
    {
      zh: '平均到现场次数',
      en: 'Visits on average',
      kind: 'number',
      value: sum(said) / said.length,
      of: said.length,
      note: `${said.length} 份写明次数的指南，合计 ${sum(said)} 次`,
    },
    {
      zh: '平均材料数',
      en: 'Materials on average',
      kind: 'number',
      value: sum(guides.map(({ materials }) => materials)) / all,
      of: all,
      note: `${all} 份指南所列的材料，不论是否只在部分情形要交`,
    },
    {
      zh: '承诺时限比法定时限短',
      en: 'Promised below statutory',
      kind: 'share',
      value: 1 - promised / statutory,
      of: limited.length,
      note: `${limited.length} 份两个时限都按工作日的指南，法定合计 ${statutory} 个工作日，承诺合计 ${promised} 个`,
    },
  ].filter((figure): figure is Figure => figure.of > 0);
}

function share(zh: string, en: string, count: number, of: number, note: string): Figure {
  return { zh, en, kind: 'share', value: count / of, of, note: `${count} / ${of} ${note}` };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
