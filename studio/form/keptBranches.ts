import type { Plain } from '../../src/model/edit.ts';
import { pointer, type Path } from '../../src/model/path.ts';
import type { Schema } from '../../src/model/schemas.ts';

/** A value of one of several kinds: its fields, the kind among them. */
export interface BranchValue {
  [key: string]: Plain;
}

/** A kind that a value may be of. */
export interface Branch {
  value: string;
  schema: Schema;
}

/** A change of kind. */
export interface BranchSwitch {
  /** Where the value stands, by {@link elementPlace}. */
  place: string;
  /** The field that tells the kinds apart. */
  discriminant: string;
  /** What stands there; empty where nothing does. */
  value: BranchValue;
  /** The kind that was chosen; `undefined` for none. */
  branch: Branch | undefined;
}

/** Remembers, while a form is open, what a value said as another kind. */
export interface KeptBranches {
  /**
   * The value as the chosen kind: as it was when that kind was left, else with the fields that both kinds have.
   * `undefined` where no kind was chosen. No field that the chosen kind does not have is ever in it.
   */
  switched(change: BranchSwitch): BranchValue | undefined;
}

/** What was left at one place, by kind. */
interface Left {
  byKind: Map<unknown, BranchValue>;
  /** Whether the last choice there was none. */
  isEmptied: boolean;
}

/** A memory for one form; nothing of it is written into the text. */
export function keptBranches(): KeptBranches {
  const places = new Map<string, Left>();
  return {
    switched({ place, discriminant, value, branch }) {
      const here = value[discriminant];
      // What is empty though nobody emptied it is another element that got the id of one that was deleted.
      if (here === undefined && places.get(place)?.isEmptied === false) places.delete(place);
      const left = places.get(place) ?? { byKind: new Map<unknown, BranchValue>(), isEmptied: false };
      places.set(place, left);
      if (here !== undefined) left.byKind.set(here, value);
      left.isEmptied = branch === undefined;
      if (branch === undefined) return undefined;
      const fields = Object.entries(left.byKind.get(branch.value) ?? value).filter(
        ([key]) => key !== discriminant && Object.hasOwn(branch.schema.properties ?? {}, key),
      );
      return { [discriminant]: branch.value, ...Object.fromEntries(fields) };
    },
  };
}

const memories = new WeakMap<object, KeptBranches>();

/** The memory of `form`, which goes with it: a field comes and goes with its section. */
export function keptBranchesOf(form: object): KeptBranches {
  let memory = memories.get(form);
  if (memory === undefined) memories.set(form, (memory = keptBranches()));
  return memory;
}

/**
 * `path` with list elements by their ids, so that what is kept follows an element that is moved. `undefined` where an
 * element has none. `ownId` gives the `id` beside the field at a path.
 */
export function elementPlace(path: Path, ownId: (path: Path) => unknown): string | undefined {
  const named = path.map((step, i) =>
    typeof step === 'number' ? ownId([...path.slice(0, i + 1), 'id']) : step,
  );
  return named.every((step) => typeof step === 'string') ? pointer(named) : undefined;
}
