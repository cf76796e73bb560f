import type { Permission } from '../../review/index.ts';
import type { Refusal } from './results.ts';

/** Why something is not done, in both languages. */
export function refusal(reason: string, reasonEn: string): Refusal {
  return { kind: 'refused', reason, reasonEn, diagnostics: [] };
}

/** What is not for somebody to do, or not now. */
export function forbidden({ reason, reasonEn }: Extract<Permission, { kind: 'refused' }>): Refusal {
  return { kind: 'refused', reason, reasonEn, diagnostics: [], isForbidden: true };
}

/** An operation id names one operation; acknowledging another by it would lose that one unsaid. */
export function operationTaken(): Refusal {
  return refusal(
    '这个操作号已用于另一个操作。请刷新页面后重试。',
    'This operation id names another operation already. Reload the page and try again.',
  );
}
