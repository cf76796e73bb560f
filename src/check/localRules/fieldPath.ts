import { builtInShape } from '../../model/catalogueShape.ts';
import { valueAt, type Path } from '../../model/path.ts';
import { followed, type Schema } from '../../model/schemas.ts';

/** `limits.promised` as a path; `*` stands for every element of a list. */
export function stepsOf(text: string): string[] {
  return text.split('.');
}

/** The schema of the field of an item of `shape` at `steps`, `*` being any element; `undefined` where it has none. */
export function fieldSchema(steps: readonly string[], shape = builtInShape): Schema | undefined {
  let here: Schema | undefined = shape.schemas.item;
  for (const step of steps) {
    const whole: Schema = followed(here);
    if (step === '*') here = whole.items;
    else
      // A value of one of several kinds has the fields of any of them.
      here = [whole, ...(whole.oneOf ?? []).map(followed)]
        .map(({ properties }) =>
          properties !== undefined && Object.hasOwn(properties, step) ? properties[step] : undefined,
        )
        .find((schema) => schema !== undefined);
    if (here === undefined) return undefined;
  }
  return followed(here);
}

/** Everything in `item` at `steps`, with its path: one value, or for each `*` those of all elements. */
export function elementsAt(item: unknown, steps: readonly string[]): { path: Path; value: unknown }[] {
  let here: { path: Path; value: unknown }[] = [{ path: [], value: item }];
  for (const step of steps)
    here = here.flatMap(({ path, value }) => {
      if (step !== '*') return [{ path: [...path, step], value: valueAt(value, [step]) }];
      return Array.isArray(value)
        ? value.map((element: unknown, i) => ({ path: [...path, i], value: element }))
        : [];
    });
  return here;
}
