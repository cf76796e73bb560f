import type { Lookups } from '../../../catalogue/index.ts';
import type { Checked } from '../../../guide/index.ts';
import type { Role, Signature, Verified } from '../../../review/index.ts';

const duties: Record<Role, string> = {
  drafter: '起草',
  reviewer: '审核',
  legal: '法制审核',
  administrator: '管理员',
};

/**
 * Who approved last what files say, as the proven history of main tells it until the commit `main`. Duties and agencies
 * are named, persons are not. Nothing is known of files as they were imported.
 */
export function lastChecks(
  { changes }: Pick<Verified, 'changes'>,
  main: string,
  lookups: Pick<Lookups, 'agency'>,
): (files: readonly string[]) => Checked | undefined {
  const until = changes.slice(0, changes.findIndex(({ commit }) => commit === main) + 1);
  const latest = new Map(until.flatMap((change, at) => change.files.map(({ path }) => [path, at] as const)));
  const duty = ({ role, of }: Pick<Signature, 'role' | 'of'>) =>
    of === undefined ? duties[role] : `${lookups.agency(of)?.name ?? of}${duties[role]}`;
  return (files) => {
    const at = Math.max(-1, ...files.map((path) => latest.get(path) ?? -1));
    const change = until[at];
    if (change === undefined) return undefined;
    const by = change.override === undefined ? change.signatures.map(duty) : ['紧急程序放行'];
    return { date: change.at.slice(0, 10), by: [...new Set(by)] };
  };
}
