import { innerReference } from '../../src/catalogue/index.ts';
import type { Path } from '../../src/model/path.ts';
import type { Option } from './fieldKind.ts';
import type { InnerName, InnerNames } from './innerNames.ts';

/**
 * What the field at `path` of an item may choose among the names inside the same item; `undefined` where it names
 * nothing of it. `own` is the id of the element that the field stands in.
 */
export function innerOptions(path: Path, names: InnerNames, own?: unknown): readonly Option[] | undefined {
  const reference = innerReference(path);
  if (reference === undefined) return undefined;
  if (reference.numbers) return optionsOf(names.questions.filter((one) => one.kind === 'number'));
  if (reference.butOwn) return optionsOf(names[reference.of].filter(({ id }) => id !== own));
  // The same names are the same options, so that fields that choose among them are not drawn anew.
  const named = names[reference.of];
  let options = known.get(named);
  if (options === undefined) known.set(named, (options = optionsOf(named)));
  return options;
}

const known = new WeakMap<readonly InnerName[], readonly Option[]>();

function optionsOf(names: readonly InnerName[]): readonly Option[] {
  return names.map(({ id, text }) => ({ value: id, words: { zh: text, en: text } }));
}
