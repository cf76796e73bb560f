import type { ObjectionFile } from '../model/generated/schemas.ts';
import type { Draft } from '../model/item.ts';
import { explainField, findFields, type Explained } from './explain.ts';
import type { Catalogue, Source } from './types.ts';

/** An objection and what it is about. */
export interface Filed {
  source: Source<ObjectionFile>;
  objection: Draft<ObjectionFile>;
  /** Where the objection is raised: as its file's place says. */
  division: string;
  state: 'open' | 'answered';
  /** The field as it holds there; `undefined` where the item or the field is not there. */
  about: Explained | undefined;
}

/** All objections of a catalogue, by file. */
export function filedObjections({
  sources,
  chains,
  lookups,
}: Pick<Catalogue, 'sources' | 'chains' | 'lookups'>): Filed[] {
  return [...sources.values()].flatMap((one): Filed[] => {
    if (one.kind !== 'objection') return [];
    const source = one as Source<ObjectionFile>; // its kind tells the type
    const objection = source.value;
    const division = source.path.split('/')[1]!;
    const above = new Set(lookups.divisionChain(division));
    const chain = (chains.get(objection.item ?? '') ?? []).filter((step) => above.has(step.division));
    const [name] = chain.length === 0 ? [] : findFields(chain, objection.path ?? '');
    return [
      {
        source,
        objection,
        division,
        state: objection.answer === undefined ? 'open' : 'answered',
        about: name && explainField(chain, division, name),
      },
    ];
  });
}
