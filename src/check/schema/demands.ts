import type { CatalogueShape } from '../../model/catalogueShape.ts';
import { addedFieldsOf, stepsOfPlace } from '../../model/extendedShape.ts';
import { valueAt, type Path } from '../../model/path.ts';
import type { Schema } from '../../model/schemas.ts';
import { budget, judgeOf, type Judge } from '../localRules/condition.ts';
import { fieldSchema } from '../localRules/fieldPath.ts';

/** One thing that a catalogue says of the fields of its items, ready to be judged. */
export interface Demand {
  holder: readonly string[];
  key: string;
  /** What its values must be, where the built-in validators do not know. */
  schema: Schema | undefined;
  isRetired: boolean;
  /** Whether it must be filled in, of an item and the group of fields in which it stands. */
  isRequired: Judge | undefined;
}

const always: Judge = () => true;

const known = new WeakMap<CatalogueShape, readonly Demand[]>();

/** What the catalogue of `shape` says of the fields of its items. */
export function demandsOf(shape: CatalogueShape): readonly Demand[] {
  let all = known.get(shape);
  if (all === undefined) known.set(shape, (all = made(shape)));
  return all;
}

const conditional = new WeakMap<CatalogueShape, ReadonlyMap<string, Judge>>();

/**
 * Whether the field at `path` of a whole item has to be filled in because a condition of its catalogue holds. `item` is
 * only asked for where there is one.
 */
export function isDemanded(shape: CatalogueShape, path: Path, item: () => unknown): boolean {
  let judges = conditional.get(shape);
  if (judges === undefined) conditional.set(shape, (judges = conditionsOf(shape)));
  if (judges.size === 0) return false;
  const judge = judges.get(path.map((step) => (typeof step === 'number' ? '*' : step)).join('.'));
  if (judge === undefined) return false;
  const whole = item();
  return (
    judge({ item: whole, element: valueAt(whole, path.slice(0, -1)), budget: { left: budget } }) === true
  );
}

function conditionsOf(shape: CatalogueShape): ReadonlyMap<string, Judge> {
  return new Map(
    demandsOf(shape).flatMap(({ holder, key, isRequired }): [string, Judge][] =>
      isRequired === undefined || isRequired === always ? [] : [[[...holder, key].join('.'), isRequired]],
    ),
  );
}

function made(shape: CatalogueShape): Demand[] {
  const added = addedFieldsOf(shape).map(({ said, holder, key, schema }): Demand => {
    const isRetired = said.retired !== undefined;
    const when = said.requiredWhen && judgeOf(said.requiredWhen);
    return {
      holder,
      key,
      schema,
      isRetired,
      isRequired: isRetired ? undefined : said.required === true ? always : when,
    };
  });
  const changed = (shape.extension?.changes ?? []).flatMap((said): Demand[] => {
    const steps = stepsOfPlace(said.path);
    const field = fieldSchema(steps, shape);
    const last = steps.at(-1);
    if (field === undefined || last === undefined) return [];
    const isRetired = field['x-retired'] === true;
    const options = said.options === undefined ? undefined : field.enum;
    // Elements of a list have no key of their own: what is said of them is judged in the list.
    const [holder, key] = last === '*' ? [steps.slice(0, -2), steps.at(-2)!] : [steps.slice(0, -1), last];
    const values: Schema | undefined = options && { enum: options };
    const when = said.requiredWhen && judgeOf(said.requiredWhen);
    return [
      {
        holder,
        key,
        schema: last === '*' ? values && { items: values } : values,
        isRetired,
        isRequired: isRetired || last === '*' ? undefined : said.required === true ? always : when,
      },
    ];
  });
  return [...added, ...changed];
}
