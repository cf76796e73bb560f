/** What every benchmark gives back: `bench/NAME/index.ts` exports `run(options: BenchOptions): Promise<BenchReport>`. */
export interface BenchReport {
  /** Programs and packages compared, with their versions. */
  versions: Record<string, string>;
  /** The table, a row a case; keys are the columns, units stand in their names. */
  rows: Record<string, string | number>[];
  /** The same figures for machines, printed as the last line. */
  result: Record<string, unknown>;
}

export interface BenchOptions {
  /** Fewer rounds: enough to see that it runs, too few to quote. */
  quick: boolean;
  /** How long a run over time goes on. */
  seconds?: number;
}
