import type { PeopleFile } from '../model/generated/schemas.ts';
import type { Draft } from '../model/item.ts';
import type { Role } from './act.ts';
import type { Area, Grant, Member } from './grants.ts';

/** Who signed in, by what the account or the identity provider says of them. */
export interface Identity {
  subject: string;
  name: string;
  /** What a local account may do where the catalogue does not list it. */
  grants?: Grant[];
  /** What the identity provider says of them, each claim with all its values. */
  claims?: Readonly<Record<string, readonly string[]>>;
}

/** Who may do what, as `governance/people.yaml` says. */
export interface People {
  /** The one subject of all accounts of a person: nobody is two, however they signed in. */
  subjectOf(subject: string): string;
  /** What somebody may do on a day. Who is listed has what is listed, and nothing after its end. */
  memberOf(identity: Identity, date: string): Member;
  /** All accounts of the person who has this one. */
  accountsOf(subject: string): string[];
  /** Whether the list says all that somebody may do, so that no claim of theirs could add to it. */
  tellsAllOf(subject: string): boolean;
}

type Entry = Draft<NonNullable<PeopleFile['people']>[number]>;

/** `agencyOf` tells where an agency acts and for which departments. */
export function peopleOf(
  file: Draft<PeopleFile> | undefined,
  agencyOf: (id: string) => { division: string; departments: string[] } | undefined,
): People {
  const entries = file?.people ?? [];
  const bySubject = new Map<string, Entry[]>();
  for (const entry of entries)
    for (const subject of entry.subjects ?? [])
      if (subject !== undefined) bySubject.set(subject, [...(bySubject.get(subject) ?? []), entry]);
  const byClaim = entries.filter(({ claim }) => claim !== undefined);

  const subjectOf = (subject: string) => bySubject.get(subject)?.[0]?.subjects?.[0] ?? subject;
  return {
    subjectOf,
    accountsOf: (subject) =>
      bySubject.get(subject)?.flatMap((entry) => withoutGaps(entry.subjects)) ?? [subject],
    tellsAllOf: (subject) => bySubject.has(subject) && byClaim.length === 0,
    memberOf({ subject, name, grants = [], claims = {} }, date) {
      const own = bySubject.get(subject) ?? [];
      const claimed = byClaim.filter(({ claim }) => claims[claim?.name ?? '']?.includes(claim?.value ?? ''));
      const listed = [...new Set([...own, ...claimed])];
      const holding = listed.filter(({ until }) => until === undefined || date <= until);
      const held = listed.length === 0 ? grants : holding.flatMap((entry) => grantsOf(entry, agencyOf));
      const agencies = [...new Set(holding.flatMap(agenciesOf))];
      return {
        subject: subjectOf(subject),
        name: own[0]?.name ?? name,
        roles: [...new Set(held.flatMap(({ roles }) => roles))],
        ...(agencies.length > 0 && { agencies }),
        grants: held,
      };
    },
  };
}

function grantsOf(entry: Entry, agencyOf: Parameters<typeof peopleOf>[1]): Grant[] {
  return (entry.grants ?? []).map(({ roles, everywhere, divisions, below, departments, agencies }) => {
    const held = withoutGaps<Role>(roles);
    if (everywhere === true) return { roles: held, where: 'everywhere' };
    const within = departments === undefined ? {} : { departments: withoutGaps(departments) };
    const areas: Area[] = withoutGaps(divisions).map((division) => ({
      division,
      below: below === true,
      ...within,
    }));
    for (const id of withoutGaps(agencies)) {
      const agency = agencyOf(id);
      if (agency === undefined) continue;
      const { division, departments: all } = agency;
      areas.push({ division, below: below === true, departments: all });
    }
    return { roles: held, where: areas };
  });
}

/** The agencies that somebody acts for by name: a signature that is asked of one of them is theirs to give. */
function agenciesOf({ grants }: Entry): string[] {
  return (grants ?? []).flatMap(({ agencies }) => withoutGaps(agencies));
}

function withoutGaps<T>(list: readonly (T | undefined)[] | undefined): T[] {
  return (list ?? []).filter((one) => one !== undefined);
}
