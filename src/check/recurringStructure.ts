import { brokenReferences, schemaOf, type Known, type Source } from '../catalogue/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { RecurringList } from '../model/recurringList.ts';
import { recurs } from '../model/recurringValues.ts';
import type { Schema } from '../model/schemas.ts';
import { checkSchema } from './schema/checkSchema.ts';

/** What is wrong in a file by itself. */
export interface Structure {
  references: Diagnostic[];
  schema: Diagnostic[];
}

/** A part of an item in which nothing is wrong, and what was asked to tell. */
interface SoundPart {
  part: unknown;
  askAgain(): void;
}

type Parts = Record<string, unknown>;

/**
 * Looks for what breaks a schema and for references that lead nowhere, in each part of an item that is the very same in
 * thousands of them once. Only a catalogue that notes what it is asked can tell what a part depends on, so elsewhere all
 * is looked at each time.
 */
export class RecurringStructure {
  readonly #known: Known;
  readonly #sound = new Map<string, RecurringList<SoundPart>>();

  constructor(known: Known) {
    this.#known = known;
    const schema = schemaOf('item');
    if (isOfParts(schema))
      for (const key of Object.keys(schema.properties ?? {})) this.#sound.set(key, new RecurringList());
  }

  of(source: Source<unknown>): Structure {
    const { kind, written, path, shape } = source;
    const { noted } = this.#known.lookups;
    if (noted === undefined || kind !== 'item' || !this.#isOfParts(written))
      return {
        references: brokenReferences(source, this.#known),
        schema: checkSchema(kind, written, path, shape),
      };
    const references: Diagnostic[] = [];
    const [rest, others]: [Parts, Parts] = [{}, {}];
    const now: [RecurringList<SoundPart>, SoundPart][] = [];
    for (const key of Object.keys(written)) {
      const part = written[key];
      const sound = this.#sound.get(key)!;
      if (recurs(part) && sound.isOfUse) {
        const known = sound.find((one) => one.part === part);
        if (known !== undefined) {
          known.askAgain();
          continue;
        }
        const alone = { ...source, written: { [key]: part } };
        const { result, again: askAgain } = noted(() => brokenReferences(alone, this.#known));
        references.push(...result);
        if (result.length === 0) now.push([sound, { part, askAgain }]);
      } else others[key] = part;
      rest[key] = part;
    }
    references.push(...brokenReferences({ ...source, written: others }, this.#known));
    const schema = checkSchema(kind, written, path, shape, rest);
    if (schema.length === 0) for (const [sound, one] of now) sound.keep(one);
    return { references, schema };
  }

  /** Whether all that `written` says stands under fields that an item has. */
  #isOfParts(written: unknown): written is Parts {
    return (
      typeof written === 'object' &&
      written !== null &&
      !Array.isArray(written) &&
      Object.keys(written).every((key) => this.#sound.has(key))
    );
  }
}

/** What a schema may say beside its parts without asking for one because of another. */
const apart: ReadonlySet<string> = new Set([
  '$schema',
  '$id',
  '$defs',
  'title',
  'description',
  'type',
  'properties',
  'required',
  'additionalProperties',
]);

/** Whether a map is sound where each of its parts is, and none is missing or too many. */
export function isOfParts(schema: Schema): boolean {
  return Object.keys(schema).every((keyword) => apart.has(keyword) || keyword.startsWith('x-'));
}
