import type { Path } from '../../src/model/path.ts';
import type { Option } from './fieldKind.ts';
import type { InnerName, InnerNames } from './innerNames.ts';

/**
 * What the field at `path` of an item may choose among the names inside the same item; `undefined` where it names
 * nothing of it. The schema types these as ids, so their places stand here. `own` is the id of the element that the
 * field stands in.
 */
export function innerOptions(path: Path, names: InnerNames, own?: unknown): Option[] | undefined {
  const keys = path.filter((step) => typeof step === 'string' && step !== 'overlay').join('/');
  switch (keys) {
    case 'procedure/steps/after':
      // A step does not come after itself.
      return optionsOf(names.steps.filter(({ id }) => id !== own));
    case 'materials/list/conditions':
      return optionsOf(names.conditions);
    case 'materials/list/form':
      return optionsOf(names.forms);
    case 'examples/expect/materials':
      return optionsOf(names.materials);
    case 'examples/expect/steps':
      return optionsOf(names.steps);
    case 'fees/list/standard/question':
    case 'fees/list/standard/terms/times/question':
      return optionsOf(names.questions.filter((one) => one.kind === 'number'));
    case 'members/after':
      return optionsOf(names.members.filter(({ id }) => id !== own));
    case 'questions/same/member':
    case 'questions/options/answers/member':
    case 'joint/lead':
    case 'joint/steps/member':
    case 'shared/materials/member':
    case 'annualInspection/members':
      return optionsOf(names.members);
    default:
      return undefined;
  }
}

function optionsOf(names: readonly InnerName[]): Option[] {
  return names.map(({ id, text }) => ({ value: id, words: { zh: text, en: text } }));
}
