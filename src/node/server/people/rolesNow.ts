import { dayOf } from '../../../model/dayOf.ts';
import type { StoreOptions } from '../../review/index.ts';
import type { Accounts } from './accounts.ts';
import { peopleOf } from './peopleOf.ts';

/**
 * The roles that somebody has today, by `governance/people.yaml` and the local accounts: a signature ends with the
 * role, or the account, that it was given by. What an identity provider would say of who is not signed in, nobody
 * here knows. `accounts` are there once they are opened.
 */
export function rolesNow(accounts: () => Accounts | undefined): NonNullable<StoreOptions['rolesNow']> {
  return (files) => (subject) => {
    const [people, local] = [peopleOf(files), accounts()];
    const today = dayOf(new Date());
    const account = local?.identity(subject);
    if (account !== undefined) return people.memberOf(account.identity, today).roles;
    const isLocal = people.accountsOf(subject).every((one) => one.startsWith('local:'));
    if (isLocal) return local === undefined ? undefined : [];
    return people.tellsAllOf(subject) ? people.memberOf({ subject, name: '' }, today).roles : undefined;
  };
}
