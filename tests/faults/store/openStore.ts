import { Store, type StoreOptions } from '../../../src/node/review/index.ts';
import type { Remote } from '../../../src/node/git/index.ts';
import type { Member, Role } from '../../../src/review/index.ts';

const person = (subject: string, ...roles: Role[]): Member => ({
  subject,
  name: subject,
  roles,
  grants: [{ roles, where: 'everywhere' }],
});

/** Who does things in these runs. */
export const people = {
  drafter: person('drafter', 'drafter'),
  colleague: person('colleague', 'drafter'),
  reviewer: person('reviewer', 'reviewer'),
  legal: person('legal', 'legal'),
  administrator: person('administrator', 'administrator'),
} satisfies Record<string, Member>;

export type Name = keyof typeof people;

/** The two items that all write on. */
export const files = ['000000/a.yaml', '000000/b.yaml'] as const;

/** An item with one field for each of so many writers. */
export function itemText(id: string, writers = 4): string {
  const groups = ['name', 'everydayName', 'summary', 'subject'].slice(0, writers);
  return `# 样例\nid: ${id}\nbasics:\n${groups.map((field) => `  ${field}: 初 # ${field}\n`).join('')}`;
}

const options: Omit<StoreOptions, 'dir'> = {
  // What is checked is the store: content passes, and two others sign.
  gate: () => Promise.resolve({ kind: 'pass', risk: 'legal' }),
  policy: () => ({
    plain: [{ role: 'reviewer' }],
    legal: [{ role: 'reviewer' }, { role: 'legal' }],
    override: [],
  }),
  ownersOf: () => [{ kind: 'division', above: ['000000'], words: { zh: '国家', en: 'state' } }],
  subjectOf: () => (subject) => subject,
};

const bytes = (text: string) => new TextEncoder().encode(text);

/** The store as these runs use it, seeded once. */
export async function openStore(
  dir: string,
  remote?: Remote,
  times?: Pick<StoreOptions, 'clock' | 'pause'>,
): Promise<Store> {
  const store = await Store.open({ dir, ...(remote && { remote }), ...options, ...times });
  if (await store.isEmpty()) {
    await store.seed(
      new Map([
        [files[0], bytes(itemText('a'))],
        [files[1], bytes(itemText('b'))],
      ]),
      people.administrator,
    );
  }
  return store;
}
