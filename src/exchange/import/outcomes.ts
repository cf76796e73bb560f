import type { Outcome, ReportEntry } from './report.ts';
import type { SourceCell } from './source.ts';

/** All that a report keeps of the cells of one import. */
export class Outcomes {
  private readonly entries = new Map<SourceCell, ReportEntry>();

  /** The entry of a cell, made when it is first met: a cell merged over rows has one. */
  entry(file: string, cell: SourceCell, column?: string): ReportEntry {
    let entry = this.entries.get(cell);
    if (entry === undefined) {
      entry = {
        file,
        ...(cell.sheet !== undefined && { sheet: cell.sheet }),
        at: cell.at,
        ...(column !== undefined && { column }),
        value: cell.text,
        outcome: [],
      };
      this.entries.set(cell, entry);
    }
    return entry;
  }

  /** Adds an outcome that the entry does not have already. */
  add(entry: ReportEntry, outcome: Outcome): void {
    const key = JSON.stringify(outcome);
    if (!entry.outcome.some((one) => JSON.stringify(one) === key)) entry.outcome.push(outcome);
  }

  all(): ReportEntry[] {
    return [...this.entries.values()];
  }
}
