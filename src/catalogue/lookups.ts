import { extendedShape } from '../model/extendedShape.ts';
import type { Words } from '../model/schemas.ts';
import type { LookupData, Lookups, Window } from './types.ts';

/** Answers over `data`, each in constant time; the first entry wins where an id stands twice. */
export function lookupsOf(data: LookupData): Lookups {
  const laws = index(data.laws, (law) => law.id);
  const agencies = index(data.agencies, (agency) => agency.id);
  const centres = index(data.centres, (centre) => centre.id);
  const calendars = index(data.calendars, (calendar) => calendar.id);
  const items = index(data.items, (item) => item.id);
  const translations = index(data.translations, ({ item = '' }) => item);
  const divisions = index(data.config.divisions ?? [], (division) => division.code);
  const byDepartment = index(
    data.agencies.flatMap((agency) =>
      (agency.departments ?? []).map((d) => ({ key: `${agency.division} ${d}`, agency })),
    ),
    (entry) => entry.key,
  );
  const windows = new Map<string, Window>();
  for (const centre of data.centres)
    for (const window of centre.windows ?? [])
      windows.set(`${centre.id}/${window.id}`, { ...window, centre: centre.id });
  const codes = new Map<string, Words>();
  const retired = new Map<string, string>();
  for (const [list, entries] of Object.entries(data.config.codeLists ?? {}))
    for (const code of entries) {
      codes.set(`${list} ${code.id}`, { zh: code.zh, en: code.en ?? code.zh });
      if (code.retired !== undefined) retired.set(`${list} ${code.id}`, code.retired);
    }

  const divisionChain = (code: string): string[] => {
    const chain: string[] = [];
    for (
      let at: string | undefined = code;
      at !== undefined && !chain.includes(at);
      at = divisions.get(at)?.parent
    )
      chain.push(at);
    return chain.includes('000000') ? chain : [...chain, '000000'];
  };
  return {
    data,
    shape: extendedShape(data.extension),
    config: data.config,
    law: (id) => laws.get(id),
    agency: (id) => agencies.get(id),
    agencyFor: (department, division) => {
      for (const code of divisionChain(division)) {
        const found = byDepartment.get(`${code} ${department}`);
        if (found !== undefined) return found.agency;
      }
      return undefined;
    },
    centre: (id) => centres.get(id),
    window: (ref) => windows.get(ref),
    itemName: (id) => items.get(id)?.name,
    bundlesOf: (item, division) =>
      data.bundles.filter(({ divisions, items }) => divisions.includes(division) && items.includes(item)),
    divisionName: (code) => divisions.get(code)?.name ?? code,
    divisionEn: (code) => divisions.get(code)?.en,
    divisionChain,
    codeLabel: (list, code) => codes.get(`${list} ${code}`) ?? { zh: code, en: code },
    hasCode: (list, code) => codes.has(`${list} ${code}`),
    retiredCode: (list, code) => retired.get(`${list} ${code}`),
    calendar: () => calendars.get(data.config.calendar),
    translation: (item) => translations.get(item),
  };
}

function index<T>(values: readonly T[], key: (value: T) => string): Map<string, T> {
  const out = new Map<string, T>();
  for (const value of values) if (!out.has(key(value))) out.set(key(value), value);
  return out;
}
