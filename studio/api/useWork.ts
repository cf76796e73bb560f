import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';

/** What asks the server and may fail, one at a time. */
export interface Work<Name extends string> {
  /** What is under way. */
  busy: Readonly<Ref<Name | undefined>>;
  /** Why the last one came to nothing; one that does not ask the server may write it too. */
  problem: ShallowRef<unknown>;
  /** Does `work` under its name; what it throws becomes the problem. */
  during(name: Name, work: () => Promise<void>): Promise<void>;
}

export function useWork<Name extends string>(): Work<Name> {
  const busy = ref<string>() as Ref<Name | undefined>; // What it unwraps to is unknown of a type to come.
  const problem = shallowRef<unknown>();

  async function during(name: Name, work: () => Promise<void>): Promise<void> {
    busy.value = name;
    problem.value = undefined;
    try {
      await work();
    } catch (error) {
      problem.value = error;
    } finally {
      busy.value = undefined;
    }
  }

  return { busy, problem, during };
}
