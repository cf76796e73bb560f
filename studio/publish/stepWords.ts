import type { PublishProgress } from '../../src/api/index.ts';
import type { Words } from '../../src/model/schemas.ts';

export type SiteStep = NonNullable<PublishProgress['step']>;

/** What is done in a step, in words. */
export function stepWords({ kind }: SiteStep): Words {
  switch (kind) {
    case 'reading':
      return { zh: '核对签批记录，读入目录', en: 'Proving the approvals, reading the catalogue' };
    case 'items':
      return { zh: '检查事项，生成办事指南', en: 'Checking items, making their guides' };
    case 'lists':
      return { zh: '生成列表、检索和开放数据', en: 'Making lists, search and open data' };
    case 'writing':
      return { zh: '核对链接，写入网页', en: 'Checking links, writing pages' };
    case 'release':
      return { zh: '存入磁盘，准备替换', en: 'Saving to the disk, ready to swap' };
  }
}

/** How much of a step is done, where it can be counted. */
export function stepShare({ kind, done, all }: SiteStep): { done: number; all: number } | undefined {
  return (kind === 'items' || kind === 'release') && all > 0 ? { done, all } : undefined;
}
