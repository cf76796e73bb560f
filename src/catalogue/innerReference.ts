import type { Path } from '../model/path.ts';

/** The lists of an item, or of a bundle, whose elements other fields of it name. */
export const innerLists = {
  questions: ['questions'],
  materials: ['materials', 'list'],
  steps: ['procedure', 'steps'],
  conditions: ['conditions', 'grant'],
  forms: ['forms', 'list'],
  variants: ['variants'],
  /** Of a bundle. */
  members: ['members'],
} as const satisfies Record<string, readonly string[]>;

/** The question that asks for a variant: no element of the list of questions. */
export const variantQuestion = 'variant';

export type InnerList = keyof typeof innerLists;

/** What of its own item a field names. */
export interface InnerReference {
  of: InnerList;
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
