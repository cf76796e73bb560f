import type { Refusal } from './results.ts';

/** Why something is not done, in both languages. */
export function refusal(reason: string, reasonEn: string): Refusal {
  return { kind: 'refused', reason, reasonEn, diagnostics: [] };
}

/** An operation id names one operation; acknowledging another by it would lose that one unsaid. */
export function operationTaken(): Refusal {
  return refusal(
    '这个操作号已用于另一个操作。请刷新页面后重试。',
    'This operation id names another operation already. Reload the page and try again.',
  );
}
