import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Where tests take long, longest first: whoever waits for a browser, a process or a disk. */
const slow = [
  /tests\/e2e\/(?:site|editor|surfaces)\.test/,
  /tests\/faults\//,
  /tests\/e2e\//,
  /tests\/(?:cli|anyCatalogue)/,
  /node\/(?:publish|server)\//,
];

/** Runs what takes long first, so that no core is left with nothing to do beside one long file at the end. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = slow.findIndex((place) => place.test(moduleId.replaceAll('\\', '/')));
      return at === -1 ? slow.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
