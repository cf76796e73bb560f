import { expect, it } from 'vitest';
import { readSource, type Source } from '../catalogue/index.ts';
import type { PeopleFile } from '../model/generated/schemas.ts';
import { peopleFindings } from './peopleFindings.ts';

const sound = `people:
  - id: a
    name: 甲
    subjects: ["local:a", "oidc:https://x#a"]
    grants: [{id: g, roles: [drafter], divisions: ["511500"]}]
  - id: b
    name: 乙
    claim: {name: groups, value: b}
    grants: [{id: g, roles: [legal], everywhere: true}]
  - id: c
    name: 丙
    subjects: ["local:c"]
    grants: []
`;

it.each<[string, (text: string) => string, [string, string][]]>([
  ['sound', (text) => text, []],
  [
    'an account of two',
    (text) => text.replace('local:c', 'oidc:https://x#a'),
    [['people/twice', 'people.2.subjects.0']],
  ],
  [
    'nobody',
    (text) => text.replace('    claim: {name: groups, value: b}\n', ''),
    [['people/nobody', 'people.1']],
  ],
  [
    'nowhere',
    (text) => text.replace(', divisions: ["511500"]', ''),
    [['people/nowhere', 'people.0.grants.0']],
  ],
  [
    'nowhere by saying no',
    (text) => text.replace('everywhere: true', 'everywhere: false'),
    [['people/nowhere', 'people.1.grants.0']],
  ],
  [
    'everywhere and somewhere',
    (text) => text.replace('everywhere: true', 'everywhere: true, agencies: [x]'),
    [['people/everywhere', 'people.1.grants.0.everywhere']],
  ],
])('%s', (_name, spoil, expected) => {
  const read = readSource('governance/people.yaml', spoil(sound));
  if (read.kind !== 'source') throw new Error(read.kind);
  const found = peopleFindings(read.source as Source<PeopleFile>);
  expect(found.map(({ code, path }) => [code, path.join('.')])).toEqual(expected);
  expect(found.every(({ severity }) => severity === 'error')).toBe(true);
});
