// For tests of the store: people who may act everywhere, and who must sign.
import type { Member, Role, SignaturePolicy } from '../../review/index.ts';

export const person = (subject: string, ...roles: Role[]): Member => ({
  subject,
  name: `${subject}<x>\n`,
  roles,
  grants: [{ roles, where: 'everywhere' }],
});
export const ann = person('ann', 'drafter');
export const bob = person('bob', 'drafter', 'reviewer');
export const rev = person('rev', 'reviewer');
export const law = person('law', 'legal');

export const policy = (): SignaturePolicy => ({
  plain: [{ role: 'reviewer' }],
  legal: [{ role: 'reviewer' }, { role: 'legal' }],
  override: ['administrator'],
});
