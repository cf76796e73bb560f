import type { Checked } from '../../guide/index.ts';

/** When and by whom a file was approved last; `order`: among all approvals, the later the higher. */
export interface LastCheck extends Checked {
  order: number;
}

/** Who approved last what `files` say, by the last approval of each; nothing of files as they were imported. */
export function lastCheckOf(
  checkOf: (file: string) => LastCheck | undefined,
  files: readonly string[],
): Checked | undefined {
  let last: LastCheck | undefined;
  for (const file of files) {
    const one = checkOf(file);
    if (one !== undefined && (last === undefined || one.order > last.order)) last = one;
  }
  return last && { date: last.date, by: last.by };
}
