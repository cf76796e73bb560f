import { branchOf, wordsOf } from '../model/field.ts';
import type { Schema, Words } from '../model/schemas.ts';
import { effectWords, formatFen } from '../procedure/index.ts';
import { clip } from './clip.ts';
import { entryOf } from './sameValue.ts';

/**
 * A value of one of several kinds in words, as a fee standard or a reduction is: 120 元, 每台 20 元, 每 100 元 2 元,
 * 分档（平方米，分段累计）：100 以内 2 元、以上 1 元, 按公式：…, 减收 50%. `undefined` where a draft is too incomplete to say it.
 */
export function describeStandard(schema: Schema, standard: Record<string, unknown>): Words | undefined {
  const { kind, amount, unit, text, tiers, per, mode, percent } = standard;
  const kindWords = wordsOf(branchOf(schema, standard));
  if (kind === 'fixed' && typeof amount === 'number') return money(amount);
  if (kind === 'unit' && typeof amount === 'number' && typeof unit === 'string') {
    const { zh, en } = money(amount);
    const units = typeof per === 'number' && per !== 1 ? ` ${per} ${unit}` : unit;
    return { zh: `每${units} ${zh}`, en: `${en} per ${units.trim()}` };
  }
  if (kind === 'tiers' && Array.isArray(tiers) && typeof unit === 'string') {
    const parts = tiers.map(tierWords);
    if (!parts.every((part) => part !== undefined)) return undefined;
    const modes: Record<string, Words> = {
      progressive: { zh: '，分段累计', en: ', part by part' },
      whole: { zh: '，按所在档', en: ', by the tier of the whole' },
    };
    const how = typeof mode === 'string' && Object.hasOwn(modes, mode) ? modes[mode]! : { zh: '', en: '' };
    const each = typeof per === 'number' && per !== 1 ? [`，每 ${per}`, `, per ${per}`] : ['', ''];
    return {
      zh: `${kindWords.zh}（${unit}${how.zh}${each[0]}）：${parts.map(({ zh }) => zh).join('、')}`,
      en: `${kindWords.en} (${unit}${how.en}${each[1]}): ${parts.map(({ en }) => en).join(', ')}`,
    };
  }
  if (kind === 'formula' && typeof text === 'string') {
    const cut = clip(text, 40);
    return { zh: `${kindWords.zh}：${cut}`, en: `${kindWords.en}: ${cut}` };
  }
  if (kind === 'exempt') return effectWords({ effect: { kind } });
  if (kind === 'percent' && typeof percent === 'number') return effectWords({ effect: { kind, percent } });
  if (kind === 'amount' && typeof amount === 'number') return effectWords({ effect: { kind, amount } });
  return undefined;
}

function tierWords(tier: unknown): Words | undefined {
  const [upTo, amount] = [entryOf(tier, 'upTo'), entryOf(tier, 'amount')];
  if (typeof amount !== 'number') return undefined;
  const flat = entryOf(tier, 'flat') === true ? ['定额 ', 'flat '] : ['', ''];
  const zh = `${flat[0]}${money(amount).zh}`;
  const en = `${flat[1]}${money(amount).en}`;
  if (upTo === undefined) return { zh: `以上 ${zh}`, en: `above ${en}` };
  return typeof upTo === 'number' ? { zh: `${upTo} 以内 ${zh}`, en: `up to ${upTo} ${en}` } : undefined;
}

/** An amount of fen; what a draft holds that is no amount is shown as it stands. */
export function money(fen: number): Words {
  if (!Number.isSafeInteger(fen) || fen < 0) return { zh: `${fen} 分`, en: `${fen} fen` };
  return { zh: formatFen(fen), en: formatFen(fen, 'en') };
}
