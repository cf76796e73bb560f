import type { StoreOptions } from '../../review/index.ts';
import { gate, ownersOf } from './checks.ts';
import { peopleOf } from '../people/peopleOf.ts';
import { signaturePolicy } from './signaturePolicy.ts';

/** What decides in the store: the check, and what main's `governance/` says of people and signatures. */
export const governed: Pick<StoreOptions, 'gate' | 'policy' | 'ownersOf' | 'subjectOf'> = {
  gate,
  policy: signaturePolicy,
  ownersOf,
  subjectOf: (files) => peopleOf(files).subjectOf,
};
