import { expect, it } from 'vitest';
import type { Accounts } from './accounts.ts';
import { rolesNow } from './rolesNow.ts';

const people = `people:
  - id: wang
    name: 王五
    subjects: ['local:wang', 'oidc:x#wang']
    grants: [{id: a, roles: [reviewer], everywhere: true}]
  - id: gone
    name: 赵六
    subjects: ['oidc:x#gone']
    grants: [{id: a, roles: [legal], everywhere: true}]
    until: 2020-01-01
`;
const files = new Map([['governance/people.yaml', new TextEncoder().encode(people)]]);
const accounts: Pick<Accounts, 'identity'> = {
  identity: (subject) =>
    subject === 'local:li'
      ? {
          identity: { subject, name: '李', grants: [{ roles: ['reviewer'], where: 'everywhere' }] },
          since: 0,
        }
      : undefined,
};
const now = (subject: string, opened: unknown = accounts) =>
  rolesNow(() => opened as Accounts)(files)(subject);

it.each([
  ['a local account', 'local:li', ['reviewer']],
  ['one that is gone or disabled', 'local:nobody', []],
  ['who comes in by a provider, as listed', 'local:wang', ['reviewer']],
  ['whose time is over', 'oidc:x#gone', []],
  ['of whom only the provider knows', 'oidc:x#other', undefined],
])('%s', (_, subject, roles) => expect(now(subject)).toEqual(roles));

it('knows of no local account before they are opened', () => {
  expect(rolesNow(() => undefined)(files)('local:nobody')).toBeUndefined();
});
