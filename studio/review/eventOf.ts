import type { Change } from '../../src/diff/types.ts';
import type { Words } from '../../src/model/schemas.ts';

/** What happened to the field, without the field's name, which the page shows by itself. */
export function eventOf({ field, words }: Change): Words {
  return { zh: without(`${field.zh}：`, words.zh), en: without(`${field.en}:`, words.en) };
}

function without(head: string, text: string): string {
  return text.startsWith(head) ? text.slice(head.length).trimStart() : text;
}

/** Texts longer than this are cut in sentences, so that they are shown in full besides. */
const cut = 40;

/** The texts before and after where the sentence cannot show them whole. */
export function longTextOf({ before, after }: Change): { before: string; after: string } | undefined {
  const [was, is] = [before ?? '', after ?? ''];
  if (typeof was !== 'string' || typeof is !== 'string') return undefined;
  const isLong = (text: string) => text.includes('\n') || [...text].length > cut;
  return isLong(was) || isLong(is) ? { before: was, after: is } : undefined;
}
