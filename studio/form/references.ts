import type { LookupData, Lookups } from '../../src/catalogue/index.ts';
import type { Code } from '../../src/model/generated/schemas.ts';
import type { Words } from '../../src/model/schemas.ts';
import type { Option } from './fieldKind.ts';

/** What the name `id` of a field with `x-ref: ref` stands for; itself where the catalogue has no such entry. */
export function referenceWords(ref: string, id: string, lookups: Lookups): Words {
  const [kind, list] = ref.split(':');
  const itself = { zh: id, en: id };
  const named = (name: string | undefined) => (name === undefined ? itself : { zh: name, en: name });
  switch (kind) {
    case 'codeList':
      return lookups.codeLabel(list ?? '', id);
    case 'law':
      return named(lookups.law(id)?.title);
    case 'agency':
      return named(lookups.agency(id)?.name);
    case 'centre':
      return named(lookups.centre(id)?.name);
    case 'window':
      return named(lookups.window(id)?.name);
    case 'item':
      return named(lookups.itemName(id));
    case 'division':
      return named(lookups.divisionName(id));
    default:
      return itself;
  }
}

const known = new WeakMap<LookupData, Map<string, readonly Option[]>>();

/** All that a field with `x-ref: ref` may name, in the catalogue's order; the same list at every call. */
export function referenceOptions(ref: string, data: LookupData): readonly Option[] {
  let lists = known.get(data);
  if (lists === undefined) known.set(data, (lists = new Map()));
  let options = lists.get(ref);
  if (options === undefined) lists.set(ref, (options = optionsOf(ref, data)));
  return options;
}

/** Those of `options` that may be chosen where `value` stands: what is retired only by who has it already. */
export function offered(options: readonly Option[], value: unknown): readonly Option[] {
  // Mostly nothing is retired, and then it is the same list at every call.
  if (!options.some(({ retired }) => retired)) return options;
  const held: unknown[] = Array.isArray(value) ? value : [value];
  return options.filter((one) => !one.retired || held.includes(one.value));
}

function optionsOf(ref: string, data: LookupData): Option[] {
  const [kind, list] = ref.split(':');
  switch (kind) {
    case 'codeList':
      return codesOf(data, list ?? '').map(({ id, zh, en, retired }) =>
        retired === undefined
          ? option(id, zh, en)
          : { ...option(id, `${zh}（停用）`, `${en ?? zh} (retired)`), retired: true },
      );
    case 'law':
      return data.laws.map(({ id, title }) => option(id, title));
    case 'agency':
      return data.agencies.map(({ id, name }) => option(id, name));
    case 'centre':
      return data.centres.map(({ id, name }) => option(id, name));
    case 'window':
      return data.centres.flatMap((centre) =>
        (centre.windows ?? []).map(({ id, name }) => option(`${centre.id}/${id}`, `${centre.name} ${name}`)),
      );
    case 'item':
      return data.items.map(({ id, name }) => option(id, name));
    case 'division':
      return (data.config.divisions ?? []).map(({ code, name }) => option(code, name));
    case 'calendar':
      return data.calendars.map(({ id }) => option(id, id));
    default:
      return [];
  }
}

function codesOf({ config }: LookupData, list: string): readonly Code[] {
  const lists: Record<string, readonly Code[]> = config.codeLists ?? {};
  return Object.hasOwn(lists, list) ? lists[list]! : [];
}

function option(value: string, zh: string, en = zh): Option {
  return { value, words: { zh, en } };
}
