import { inject, provide, type ComputedRef, type InjectionKey, type ShallowRef } from 'vue';
import type { Lookups } from '../../src/catalogue/index.ts';
import type { Diagnostic, Fix } from '../../src/model/diagnostic.ts';
import type { Edit, Plain } from '../../src/model/edit.ts';
import type { AttachmentEnding } from '../../src/model/attachments/attachmentProblem.ts';
import { pointer, type Path } from '../../src/model/path.ts';
import type { Attachments } from '../document/useAttachments.ts';
import type { InnerNames } from './innerNames.ts';

/** What every field of a form may ask and do; provided once by the form of a file. */
export interface FormContext {
  lookups: Lookups;
  readonly: ComputedRef<boolean>;
  /** Whether the file is a layer: what it does not say comes from above. */
  isLayer: ComputedRef<boolean>;
  /** What is wrong at just this place. */
  findings(path: Path): readonly Diagnostic[];
  /** What is wrong at this place or below it. */
  findingsBelow(path: Path): readonly Diagnostic[];
  /** What the levels above say at this place of the file; `undefined` where they say nothing. */
  inherited(path: Path): Plain | undefined;
  /** Whether this place of an item must be filled in as things are, because of a condition of the catalogue. */
  demanded(path: Path): boolean;
  /** Names that fields of this file may refer to: its questions, steps, conditions, forms. */
  names: Readonly<ShallowRef<InnerNames>>;
  /** The id of the list element that the field stands in, as the file has it. */
  ownId(path: Path): unknown;
  /** Makes the edits; those that one `typist` makes soon after one another are one step of the history. */
  edit(edits: readonly Edit[], typist?: object): void;
  /**
   * Shows at once what the field at `path` will itself be found to say once `edits`, which are being typed, are made;
   * when they are `given` to the file its check says it.
   */
  foretell(path: Path, edits: readonly Edit[]): void;
  given(path: Path): void;
  /** The edits that set the field, or take it out of the text where `value` is empty. */
  putEdits(path: Path, value: Plain | undefined): readonly Edit[];
  /** Makes them. */
  put(path: Path, value: Plain | undefined, typist?: object): void;
  applyFix(fix: Fix): void;
  /** The attachments that fields may name, and where that of the field at `path` is stored. */
  attachments: Attachments;
  attachmentName(path: Path, ending: AttachmentEnding): string;
  /** The place that the user asked to see; lists open for it. */
  target: Readonly<ShallowRef<Path | undefined>>;
  /** Asks how the id at `path` shall be called, everywhere; there is nothing to ask where the form is for a trial. */
  rename?: (path: Path) => void;
  /** Called before a save: fields that still hold typed text give it. */
  onFlush(give: () => void): () => void;
}

const key: InjectionKey<FormContext> = Symbol('form');

export function provideForm(context: FormContext): void {
  provide(key, context);
}

/** The form around a field. Throws where there is none, which is a fault of ours. */
export function useForm(): FormContext {
  const context = inject(key);
  if (context === undefined) throw new Error('A field stands outside of any form');
  return context;
}

/** Id of the control of a field in the page. */
export function fieldId(path: Path): string {
  return `f${pointer(path)}`;
}

const children = new WeakMap<Path, Map<string | number, Path>>();

/** `path` and `step` as one path; always the same object for the same two, so that nothing is drawn again for it. */
export function childPath(path: Path, step: string | number): Path {
  let known = children.get(path);
  if (known === undefined) children.set(path, (known = new Map()));
  let child = known.get(step);
  if (child === undefined) known.set(step, (child = [...path, step]));
  return child;
}
