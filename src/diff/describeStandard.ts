import { branchOf, wordsOf } from '../model/field.ts';
import type { Schema, Words } from '../model/schemas.ts';
import { formatFen } from '../procedure/index.ts';
import { clip } from './clip.ts';
import { entryOf } from './sameValue.ts';

/**
 * A value of one of several kinds in words, as a fee standard is: 120 元, 每台 20 元, 分档（平方米）：100 以内
 * 2 元、以上 1 元, 按公式：…. `undefined` where a draft is too incomplete to say it.
 */
export function describeStandard(schema: Schema, standard: Record<string, unknown>): Words | undefined {
  const { kind, amount, unit, text, tiers } = standard;
  const kindWords = wordsOf(branchOf(schema, standard));
  if (kind === 'fixed' && typeof amount === 'number') return money(amount);
  if (kind === 'unit' && typeof amount === 'number' && typeof unit === 'string') {
    const { zh, en } = money(amount);
    return { zh: `每${unit} ${zh}`, en: `${en} per ${unit}` };
  }
  if (kind === 'tiers' && Array.isArray(tiers) && typeof unit === 'string') {
    const parts = tiers.map(tierWords);
    if (!parts.every((part) => part !== undefined)) return undefined;
    return {
      zh: `${kindWords.zh}（${unit}）：${parts.map(({ zh }) => zh).join('、')}`,
      en: `${kindWords.en} (${unit}): ${parts.map(({ en }) => en).join(', ')}`,
    };
  }
  if (kind === 'formula' && typeof text === 'string') {
    const cut = clip(text, 40);
    return { zh: `${kindWords.zh}：${cut}`, en: `${kindWords.en}: ${cut}` };
  }
  return undefined;
}

function tierWords(tier: unknown): Words | undefined {
  const [upTo, amount] = [entryOf(tier, 'upTo'), entryOf(tier, 'amount')];
  if (typeof amount !== 'number') return undefined;
  const { zh, en } = money(amount);
  if (upTo === undefined) return { zh: `以上 ${zh}`, en: `above ${en}` };
  return typeof upTo === 'number' ? { zh: `${upTo} 以内 ${zh}`, en: `up to ${upTo} ${en}` } : undefined;
}

/** An amount of fen; what a draft holds that is no amount is shown as it stands. */
export function money(fen: number): Words {
  if (!Number.isSafeInteger(fen) || fen < 0) return { zh: `${fen} 分`, en: `${fen} fen` };
  return { zh: formatFen(fen), en: formatFen(fen, 'en') };
}
