import type { ProfileFile } from '../../../model/generated/schemas.ts';
import type { ProfileTable } from '../matchRows.ts';
import { columnKey } from '../source.ts';
import type { FieldChoice } from './fieldChoices.ts';

/** What a profile says of a column, its name aside. */
export type PointedRule = Omit<ProfileTable['columns'][number], 'id' | 'from' | 'names'>;

/** What a column may well be, by its name alone: for a person to accept or refuse. */
export interface Suggestion {
  rules: PointedRule[];
  /** The profile that knows the column; else it is called as the field is. */
  profile?: string;
}

export type Suggestions = ReadonlyMap<string, Suggestion>;

/**
 * Suggestions by the key of a column's name: columns of the profiles that the catalogue has, and before them the
 * titles of the fields themselves.
 */
export function suggestionsOf(
  choices: readonly FieldChoice[],
  profiles: readonly ProfileFile[],
): Suggestions {
  const suggestions = new Map<string, Suggestion>();
  for (const profile of profiles)
    for (const table of profile.tables)
      for (const { id: _id, from, names = [], ...rule } of table.columns) {
        if (from.startsWith('$') || rule.exact === true) continue;
        for (const name of [from, ...names]) {
          const held = suggestions.get(columnKey(name));
          if (held === undefined) suggestions.set(columnKey(name), { rules: [rule], profile: profile.name });
          else if (held.profile === profile.name && !held.rules.some(({ to }) => to === rule.to))
            held.rules.push(rule);
        }
      }
  const titled = new Map<string, FieldChoice[]>();
  for (const choice of choices)
    for (const name of namesOf(choice))
      titled.set(columnKey(name), [...(titled.get(columnKey(name)) ?? []), choice]);
  for (const [key, named] of titled) {
    // A title that two fields share names neither, but a field of the item comes before those of a list in it.
    const once = named.filter(({ to }) => !to.includes('['));
    const [choice, ...more] = once.length > 0 ? once : named;
    if (choice !== undefined && more.length === 0) suggestions.set(key, { rules: [ruleOf(choice)] });
  }
  return suggestions;
}

/** The keys of names that mean something to us, by which a heading is told from a title. */
export function knownNames(suggestions: Suggestions): ReadonlySet<string> {
  return new Set(suggestions.keys());
}

/** What a column of this name may well be; a remark in brackets behind it may say its unit. */
export function suggestionFor(name: string, suggestions: Suggestions): Suggestion | undefined {
  const parts = name.split('/');
  const lowest = parts.at(-1) ?? name;
  // Of 时限 over 法定 the field is 法定时限; what one list calls 受理部门 is 受理机关 to another.
  const names = [name, lowest, parts.toReversed().join(''), parts.join('')];
  for (const one of names.flatMap((said) => [said, said.replace(/部门$/, '机关')])) {
    const whole = suggestions.get(columnKey(one));
    if (whole !== undefined) return whole;
  }
  const match = /^(.[^（(]*)[（(](.+)[)）]$/.exec(lowest.normalize('NFKC'));
  const found = match?.[1] === undefined ? undefined : suggestions.get(columnKey(match[1]));
  if (found === undefined || match === null) return undefined;
  const unit = unitIn(match[2]!);
  return unit === undefined ? found : { ...found, rules: found.rules.map((rule) => ({ ...rule, unit })) };
}

function unitIn(remark: string): 'working-days' | 'calendar-days' | undefined {
  if (/工作日/.test(remark)) return 'working-days';
  return /自然日|日历日/.test(remark) ? 'calendar-days' : undefined;
}

function namesOf({ title, section }: FieldChoice): string[] {
  const parts = title.zh.split(' › ');
  const last = parts.at(-1) ?? '';
  // 决定机关 › 表述 goes by the name of the body, 环节 › 环节名称 by its own.
  const named = last === '表述' || last === '层级' ? (parts.at(-2) ?? last) : last;
  return [named, `${section.zh}/${named}`];
}

/** How a column is read at first, once a field has been chosen for it. */
export function ruleOf({ to, with: beside, takes, isMany }: FieldChoice): PointedRule {
  return {
    to,
    ...(beside !== undefined && { with: beside }),
    ...(isMany && takes === 'choice' && { split: ['、', ',', '，', ';', '；'] }),
    ...(isMany && (takes === 'text' || takes === 'citations') && { numbering: true }),
  };
}
