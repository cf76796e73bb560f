import type { Words } from '../../model/schemas.ts';

/** Why a file cannot be read and what to do about it. The readers throw it; `readSourceFile` gives its words. */
export class Unreadable extends Error {
  readonly why: Words;
  constructor(zh: string, en: string) {
    super(en);
    this.name = 'Unreadable';
    this.why = { zh, en };
  }
}
