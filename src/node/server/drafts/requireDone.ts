import type { ActResult } from '../../review/index.ts';
import { refusals } from '../refusal.ts';

/** Throws the refusal of what was not done to a draft. */
export function requireDone(result: ActResult): void {
  switch (result.kind) {
    case 'stale':
      throw refusals.stale({ head: result.head });
    case 'blocked':
      throw refusals.blocked(result.diagnostics);
    case 'refused':
      throw refusals.refusedText(result);
    case 'done':
  }
}
