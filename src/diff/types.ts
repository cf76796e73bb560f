import type { Path } from '../model/path.ts';
import type { Risk, Words } from '../model/schemas.ts';

/** What a change means for the applicant. */
export type Effect = 'better' | 'worse' | 'neutral';

/**
 * One changed field of a file. `path` names elements of keyed lists by their id, so that it survives
 * reordering: `['materials', 'list', 'id-card', 'copies']`.
 */
export interface Change {
  kind: 'added' | 'removed' | 'changed' | 'moved';
  path: Path;
  /** Values at `path` before and after; `undefined` where there was none. Of a moved element its positions, from 0. */
  before?: unknown;
  after?: unknown;
  risk: Risk;
  effect: Effect;
  /** Group and field in words: 办理时限 › 承诺时限. */
  field: Words;
  /** The change as a sentence: 办理时限 › 承诺时限：20 个工作日 → 10 个工作日（缩短，利企便民）. */
  words: Words;
}
