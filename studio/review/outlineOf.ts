import type { DraftView, ReviewView } from '../../src/api/index.ts';
import type { Effect } from '../../src/diff/types.ts';
import type { Severity } from '../../src/model/diagnostic.ts';
import { effectOrder } from './effectWords.ts';
import { seenState, type Seen, type SeenState } from './seenFiles.ts';

type File = ReviewView['files'][number];

/** One file of a draft of many, with what a reviewer wants to know before opening it. */
export interface OutlineLine {
  path: string;
  name: string;
  division: string;
  did: File['did'];
  seen: SeenState;
  /** How many changes there are of each effect, those without left out. */
  effects: { effect: Effect; count: number }[];
  /** Findings that the draft creates in it, and the gravest of them. */
  findings: number;
  severity: Severity | undefined;
  /** Threads on it that nobody has settled. */
  open: number;
  /** It changed since this person's last look. */
  isNew: boolean;
}

/** What of a draft of many files is looked for. */
export type OutlineFilter = 'all' | 'unseen' | 'worse' | 'findings' | 'open' | 'new';

/** The files of a review, in its order. */
export function outlineOf(
  { files, created, since }: Pick<ReviewView, 'files' | 'created' | 'since'>,
  threads: DraftView['threads'],
  seen: Seen,
): OutlineLine[] {
  return files.map((file) => {
    const { path, name, division, did, changes } = file;
    const severities = created.filter((one) => one.file === path).map(({ severity }) => severity);
    return {
      path,
      name,
      division,
      did,
      seen: seenState(seen, file),
      effects: effectOrder
        .map((effect) => ({ effect, count: changes.filter((one) => one.effect === effect).length }))
        .filter(({ count }) => count > 0),
      findings: severities.length,
      severity: (['error', 'warning', 'info'] as const).find((one) => severities.includes(one)),
      open: threads.filter((thread) => thread.file === path && thread.state === 'open').length,
      isNew: since?.fields.some((field) => field.file === path) === true,
    };
  });
}

/** Whether `line` is looked for. */
export function fitsOutline(line: OutlineLine, filter: OutlineFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'unseen':
      return line.seen !== 'seen';
    case 'worse':
      return line.effects.some(({ effect }) => effect === 'worse');
    case 'findings':
      return line.findings > 0;
    case 'open':
      return line.open > 0;
    case 'new':
      return line.isNew;
  }
}
