import type { Path } from '../../src/model/path.ts';
import type { Option } from './fieldKind.ts';
import type { InnerName, InnerNames } from './innerNames.ts';

/** What of its own item a field names. */
export interface InnerReference {
  of: keyof InnerNames;
  /** The element that the field stands in is no choice: a step does not come after itself. */
  butOwn?: true;
  /** Only questions that ask for a number are. */
  numbers?: true;
}

/** The schema types these as ids, so their places stand here: the keys on the way, without positions. */
const places: Record<string, InnerReference> = {
  'procedure/steps/after': { of: 'steps', butOwn: true },
  'materials/list/conditions': { of: 'conditions' },
  'materials/list/form': { of: 'forms' },
  'examples/expect/materials': { of: 'materials' },
  'examples/expect/steps': { of: 'steps' },
  'fees/list/standard/question': { of: 'questions', numbers: true },
  'fees/list/standard/terms/times/question': { of: 'questions', numbers: true },
  'members/after': { of: 'members', butOwn: true },
  'questions/same/member': { of: 'members' },
  'questions/options/answers/member': { of: 'members' },
  'joint/lead': { of: 'members' },
  'joint/steps/member': { of: 'members' },
  'shared/materials/member': { of: 'members' },
  'annualInspection/members': { of: 'members' },
};

/** What the field at `path` names inside its own item; `undefined` where it names nothing of it. */
export function innerReference(path: Path): InnerReference | undefined {
  const place = path.filter((step) => typeof step === 'string' && step !== 'overlay').join('/');
  return Object.hasOwn(places, place) ? places[place] : undefined;
}

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
