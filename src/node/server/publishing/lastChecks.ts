import type { Lookups } from '../../../catalogue/index.ts';
import type { LastCheck } from '../../publish/index.ts';
import type { Role, Signature, Verified } from '../../../review/index.ts';

const duties: Record<Role, string> = {
  drafter: '起草',
  reviewer: '审核',
  legal: '法制审核',
  administrator: '管理员',
};

/**
 * Who approved each file last, by its path, as the proven history of main tells it until the commit `main`. Duties and
 * agencies are named, persons are not. Nothing is known of files as they were imported.
 */
export function lastChecks(
  { changes }: Pick<Verified, 'changes'>,
  main: string,
  lookups: Pick<Lookups, 'agency'>,
): Record<string, LastCheck> {
  const until = changes.slice(0, changes.findIndex(({ commit }) => commit === main) + 1);
  const duty = ({ role, of }: Pick<Signature, 'role' | 'of'>) =>
    of === undefined ? duties[role] : `${lookups.agency(of)?.name ?? of}${duties[role]}`;
  const checks: Record<string, LastCheck> = {};
  for (const [order, { at, files, override, signatures }] of until.entries()) {
    const by = override === undefined ? [...new Set(signatures.map(duty))] : ['紧急程序放行'];
    for (const { path } of files) checks[path] = { date: at.slice(0, 10), by, order };
  }
  return checks;
}
