import type { Plain } from '../../src/model/edit.ts';
import { numberOf } from '../form/numbers.ts';

/** A few words in one input: `许可证、执照`. */
export function wordsText(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join('、') : '';
}

/** Words that stand between 、 or commas; none twice. */
export function wordsOf(text: string): string[] {
  const words = text.split(/[、,，;；]/).map((word) => word.trim());
  return [...new Set(words.filter((word) => word !== ''))];
}

/** A number; what is none stays a text, for the check to name. */
export function numberOrText(text: string): Plain {
  return numberOf(text) ?? text;
}

/** How a scalar is written; nothing of what is not one. */
export function scalarText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
