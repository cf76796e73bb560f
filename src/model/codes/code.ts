import type { Words } from '../schemas.ts';

/** Why a text is not the code that it should be: what is wrong, at which character (from 1), and what to do. */
export interface WrongCode {
  kind: 'wrong';
  at?: number;
  words: Words;
}

/** A text that is no code because of its length. */
export function wrongLength(code: string, expected: string, name: Words): WrongCode {
  const count = [...code].length;
  return {
    kind: 'wrong',
    words: {
      zh: `${name.zh}应为 ${expected} 位，现有 ${count} 位。`,
      en: `The ${name.en} has ${count} characters and should have ${expected}.`,
    },
  };
}

/** A text that is no code because of the character at `at` (from 1), which should be `wanted`. */
export function wrongCharacter(code: string, at: number, wanted: Words, name: Words): WrongCode {
  const character = [...code][at - 1] ?? '';
  return {
    kind: 'wrong',
    at,
    words: {
      zh: `${name.zh}第 ${at} 位是“${character}”，应为${wanted.zh}。`,
      en: `Character ${at} of the ${name.en} is "${character}" and should be ${wanted.en}.`,
    },
  };
}

/** Place (from 1) of the first character of `code` that `allowed` refuses; 0 where there is none. */
export function firstWrong(code: string, allowed: RegExp): number {
  return [...code].findIndex((character) => !allowed.test(character)) + 1;
}
