import { computed, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import { mergeItem, type Lookups } from '../../src/catalogue/index.ts';
import type { Plain } from '../../src/model/edit.ts';
import type { Draft, Item, Step } from '../../src/model/item.ts';
import { valueAt, type Path } from '../../src/model/path.ts';
import type { Words } from '../../src/model/schemas.ts';
import {
  actOnSteps,
  caseChoices,
  type Answers,
  type CaseChoice,
  type NewStep,
  type StepAct,
} from '../../src/procedure/index.ts';
import type { ItemFile } from '../document/useItemFile.ts';
import { newId } from '../form/newId.ts';
import { procedureView, type ProcedureView } from './stepCards.ts';

/** The procedure lens without its pictures: what the text says of the steps, and what is done to them. */
export interface Procedure {
  view: ComputedRef<ProcedureView>;
  /** Where the file's list of steps stands. */
  path: ComputedRef<Path>;
  isLayer: ComputedRef<boolean>;
  /** Questions on which steps or limits depend, and the answers of the case that is looked at. */
  choices: ComputedRef<CaseChoice[]>;
  answers: ShallowRef<Answers>;
  /** Why the last act was not done. */
  refusal: Ref<Words | undefined>;
  /** Does `act` in the text. Answers with the step to go on with, `undefined` where nothing was done. */
  act(act: StepAct): string | undefined;
  /** A new step, to be named, with an identifier that no other has. */
  newStep(): NewStep;
}

/** What of an item decides its steps; the rest may change without drawing anew. */
const parts = ['procedure', 'limits', 'questions', 'variants'] as const;

export function useProcedure(file: ItemFile, lookups: Lookups): Procedure {
  const answers = shallowRef<Answers>({});
  const refusal = shallowRef<Words>();
  const lens = {};
  const isLayer = computed(() => file.kind.value === 'layer');
  const above = computed((): Path => (isLayer.value ? ['overlay'] : []));
  const path = computed((): Path => [...above.value, 'procedure', 'steps']);
  // A part that did not change is the same object, and what depends on it is left alone.
  const own = parts.map((part) => computed(() => valueAt(file.value.value, [...above.value, part])));

  const item = computed((): Draft<Item> => {
    const said = Object.fromEntries(
      parts.flatMap((part, i) => (own[i]!.value === undefined ? [] : [[part, own[i]!.value]])),
    );
    // Both are what files hold, and the merge of such is a draft of an item.
    return (isLayer.value ? mergeItem([file.inherited ?? {}, said]) : said) as Draft<Item>;
  });
  const inherited = computed(() =>
    isLayer.value
      ? ((valueAt(file.inherited, ['procedure', 'steps']) ?? []) as readonly Draft<Step>[])
      : undefined,
  );
  const choices = computed(() =>
    caseChoices(
      item.value,
      [...(item.value.procedure?.steps ?? []), ...(item.value.limits?.cases ?? [])].map(({ when }) => when),
    ),
  );

  const view = computed(() =>
    procedureView({
      item: item.value,
      value: root(),
      path: path.value,
      inherited: inherited.value,
      answers: answers.value,
      diagnostics: file.diagnostics.value,
      lookups,
    }),
  );

  /** As much of the file's value as leads to the steps. */
  function root(): Plain {
    const procedure = own[0]!.value as Plain | undefined;
    const inner: Plain = procedure === undefined ? {} : { procedure };
    return isLayer.value ? { overlay: inner } : inner;
  }

  function act(one: StepAct): string | undefined {
    const steps = item.value.procedure?.steps ?? [];
    const subject = { steps, value: file.value.value, path: path.value };
    const made = actOnSteps(
      inherited.value === undefined ? subject : { ...subject, inherited: inherited.value },
      one,
    );
    refusal.value = undefined;
    if (made.kind === 'refused') {
      refusal.value = made.words;
      return undefined;
    }
    if (made.edits.length === 0) return made.step;
    const impossible = file.edit(made.edits, lens);
    if (impossible === undefined) return made.step;
    refusal.value = { zh: impossible.message, en: impossible.messageEn };
    return undefined;
  }

  function newStep(): NewStep {
    const taken = new Set((item.value.procedure?.steps ?? []).map(({ id }) => id));
    // What is written is Chinese, whichever language the studio speaks.
    return { id: newId(['procedure', 'steps'], taken), name: '新环节', kind: 'review' };
  }

  return { view, path, isLayer, choices, answers, refusal, act, newStep };
}
