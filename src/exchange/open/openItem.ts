import type { EffectiveItem, Law, Lookups } from '../../catalogue/index.ts';
import { publishedItem } from '../../model/extendedShape.ts';
import type { Draft, Item } from '../../model/item.ts';
import { fieldAt } from '../../model/field.ts';
import { soundValue } from '../../model/soundValue.ts';

/** A body in a role, as it is called in the division of the guide. */
export interface OpenBody {
  /** Where the item names it: `accepts`, `decides`, `supervises`, `joint/<id>`, `step/<id>`. */
  role: string;
  name: string;
  agency?: string;
  uscc?: string;
  phone?: string;
  address?: string;
}

export interface OpenLaw {
  id: string;
  title: string;
  kind: Law['kind'];
  issuer: string;
  documentNumber?: string;
}

export interface OpenWindow {
  /** `centre/window`, as the item writes it. */
  ref: string;
  name: string;
  number: string;
  centre: string;
  address: string;
  hours: string;
  phone?: string;
}

/**
 * An effective guide as one value that stands by itself: the item of a division as all levels together have it,
 * and in words what it names of the catalogue around it. Every other document is made of this and nothing else, so
 * two that are equal have equal documents. It can be written as JSON and read back.
 */
export interface OpenItem {
  /** Changes when readers of the data have to change. */
  format: 'guicheng-guide-1';
  id: string;
  division: string;
  divisionName: string;
  level?: string;
  item: Draft<Item>;
  names: {
    bodies: OpenBody[];
    /** Laws that the item cites, by id. */
    laws: OpenLaw[];
    windows: OpenWindow[];
    /** Words of the codes that the item uses: list, code, Chinese words. */
    codes: Record<string, Record<string, string>>;
    /** Names of the items whose results are asked for. */
    items: Record<string, string>;
    /** Bundles in which the item is handled with others here. */
    bundles: { id: string; name: string }[];
  };
}

/** Which of an item's readers a document is for: the inner parts (posts, worked examples) are left out for the public. */
export type OpenFor = 'public' | 'staff';

/** The effective guide with the words of what it names; what a draft has of the wrong type is left out. */
export function openItem(effective: EffectiveItem, lookups: Lookups, reader: OpenFor = 'public'): OpenItem {
  const { id, division } = effective;
  const schema = publishedItem(lookups.shape);
  const whole = (soundValue(schema, effective.item) ?? {}) as Draft<Item>;
  const item = reader === 'staff' ? whole : withoutInner(whole);
  const level = lookups.config.divisions.find(({ code }) => code === division)?.level;
  const found = namedIn(item, lookups);
  return {
    format: 'guicheng-guide-1',
    id,
    division,
    divisionName: lookups.divisionName(division),
    ...(level !== undefined && { level }),
    item,
    names: {
      bodies: bodiesOf(item, division, lookups),
      laws: found.laws.flatMap((id): OpenLaw[] => {
        const law = lookups.law(id);
        if (law === undefined) return [];
        const { title, kind, issuer, documentNumber } = law;
        return [{ id, title, kind, issuer, ...(documentNumber !== undefined && { documentNumber }) }];
      }),
      windows: (item.service?.windows ?? []).flatMap((ref) => windowOf(ref, lookups)),
      codes: found.codes,
      items: found.items,
      bundles: lookups.data.bundles
        .filter(({ divisions, items }) => divisions.includes(division) && items.includes(id))
        .map(({ id, name }) => ({ id, name })),
    },
  };
}

/** A guide's JSON file: one line, so that several files one after another are JSON Lines. */
export function openJson(open: OpenItem): string {
  return `${JSON.stringify(open)}\n`;
}

/** Without the fields that the schema puts into the handbook alone. */
function withoutInner(item: Draft<Item>): Draft<Item> {
  return Object.fromEntries(
    Object.entries(item).filter(([key]) => fieldAt('item', [key])?.schema['x-section'] !== 'handbook'),
  );
}

type Body = { agency?: string; department?: string; text?: string };

function bodiesOf(
  { authority = {}, procedure }: Draft<Item>,
  division: string,
  lookups: Lookups,
): OpenBody[] {
  const named: [string, Body | undefined][] = [
    ['accepts', authority.accepts],
    ['decides', authority.decides],
    ['supervises', authority.supervises],
    ...(authority.joint ?? []).map((body): [string, Body] => [`joint/${body.id ?? ''}`, body]),
    ...(procedure?.steps ?? []).map((step): [string, Body | undefined] => [
      `step/${step.id ?? ''}`,
      step.actor?.body,
    ]),
  ];
  return named.flatMap(([role, body]): OpenBody[] => {
    if (body === undefined) return [];
    const agency =
      body.agency === undefined
        ? lookups.agencyFor(body.department ?? '', division)
        : lookups.agency(body.agency);
    const { department, text } = body;
    const name =
      agency?.name ??
      text ??
      (department === undefined ? undefined : `${lookups.codeLabel('departments', department).zh}主管部门`);
    if (name === undefined) return [];
    if (agency === undefined) return [{ role, name }];
    const { id, uscc, phone, address } = agency;
    return [
      {
        role,
        name,
        agency: id,
        uscc,
        ...(phone !== undefined && { phone }),
        ...(address !== undefined && { address }),
      },
    ];
  });
}

function windowOf(ref: string, lookups: Lookups): OpenWindow[] {
  const window = lookups.window(ref);
  const centre = window && lookups.centre(window.centre);
  if (window === undefined || centre === undefined) return [];
  const phone = window.phone ?? centre.phones?.advice;
  return [
    {
      ref,
      name: window.name,
      number: window.number,
      centre: centre.name,
      address: centre.address,
      hours: centre.hours,
      ...(phone !== undefined && { phone }),
    },
  ];
}

/** What the item names by id or code: laws, codes of lists, other items; each once and in order. */
function namedIn(
  item: Draft<Item>,
  lookups: Lookups,
): { laws: string[]; codes: OpenItem['names']['codes']; items: Record<string, string> } {
  const laws = new Set<string>();
  const codes = new Map<string, Map<string, string>>();
  const items = new Map<string, string>();
  const walk = (value: unknown, path: (string | number)[]): void => {
    if (Array.isArray(value)) value.forEach((one, at) => walk(one, [...path, at]));
    else if (typeof value === 'object' && value !== null)
      for (const [key, one] of Object.entries(value)) walk(one, [...path, key]);
    else if (typeof value === 'string') {
      const last = path.findLast((step) => typeof step === 'string');
      if (last === 'law') laws.add(value);
      else if (last === 'resultOf' || last === 'parent') items.set(value, lookups.itemName(value) ?? value);
      else {
        const ref = fieldAt('item', path, undefined, lookups.shape)?.schema['x-ref'];
        if (ref?.startsWith('codeList:') !== true) return;
        const list = ref.slice('codeList:'.length);
        if (!codes.has(list)) codes.set(list, new Map());
        codes.get(list)!.set(value, lookups.codeLabel(list, value).zh);
      }
    }
  };
  walk(item, []);
  return {
    laws: [...laws].sort(),
    codes: Object.fromEntries(sorted(codes).map(([list, of]) => [list, Object.fromEntries(sorted(of))])),
    items: Object.fromEntries(sorted(items)),
  };
}

function sorted<V>(map: ReadonlyMap<string, V>): [string, V][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
