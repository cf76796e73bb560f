import { inject, provide, type ComputedRef, type InjectionKey } from 'vue';
import type { Problem, RuleField } from '../../src/check/index.ts';
import type { CatalogueShape } from '../../src/model/catalogueShape.ts';
import type { RuleFile } from '../../src/model/generated/schemas.ts';
import type { Draft } from '../../src/model/item.ts';
import { pointer, type Path } from '../../src/model/path.ts';
import type { Schema } from '../../src/model/schemas.ts';
import type { Option } from '../form/fieldKind.ts';

/** What the parts of the rule designer ask of the rule; provided once by the designer. */
export interface RuleContext {
  said: ComputedRef<Draft<RuleFile>>;
  /** The fields of items. */
  shape: ComputedRef<CatalogueShape>;
  /** What keeps the rule from being run. */
  problems: ComputedRef<readonly Problem[]>;
  /** The fields of the elements at `element`, of the item where there is none. */
  fieldsOf(element: string | undefined): readonly RuleField[];
  /** The values to choose from, of a field that has some. */
  optionsOf(schema: Schema): readonly Option[] | undefined;
}

const key: InjectionKey<RuleContext> = Symbol('rule');

export function provideRule(context: RuleContext): void {
  provide(key, context);
}

/** The rule around a part of its designer. Throws where there is none, which is a fault of ours. */
export function useRule(): RuleContext {
  const context = inject(key);
  if (context === undefined) throw new Error('A part of the rule designer stands outside of any');
  return context;
}

/** Those of `problems` at `path` or below it. */
export function problemsBelow(problems: readonly Problem[], path: Path): Problem[] {
  const place = pointer(path);
  return problems.filter((one) => `${pointer(one.path)}/`.startsWith(`${place}/`));
}
