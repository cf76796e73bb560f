import type { LawFile } from '../generated/schemas.ts';
import type { Draft } from '../item.ts';
import type { KnownLaw } from './citation.ts';

/** The registry of a catalogue as the reader of citations takes it; entries without id or title are left out. */
export function knownLaws(laws: readonly Draft<LawFile>[]): KnownLaw[] {
  return laws.flatMap(({ id, title, shortTitles, documentNumber }) =>
    id === undefined || title === undefined
      ? []
      : [
          {
            id,
            title,
            aliases: [...(shortTitles ?? []), ...(documentNumber === undefined ? [] : [documentNumber])],
          },
        ],
  );
}
