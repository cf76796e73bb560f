import type { EffectiveItem, Lookups } from '../../catalogue/index.ts';
import { citeInWords } from '../../model/citedLaws.ts';
import type { Cite } from '../../model/diagnostic.ts';
import { childSchema, fieldAt, labelOf } from '../../model/field.ts';
import type { Draft, FeeReduction, FeeStandard } from '../../model/item.ts';
import { valueAt } from '../../model/path.ts';
import { followed, type Schema } from '../../model/schemas.ts';
import { effectWords, formatFen, formatLimit } from '../../procedure/index.ts';
import { fieldsWithoutPlace, type NoPlace } from '../noPlace/fieldsWithoutPlace.ts';
import type { ExportTable } from './exportTables.ts';
import { nationalTables, type NationalTable } from './nationalFields.ts';

/**
 * Effective guides as the tables by which they are reported upward, with what had no place in them. Codes are
 * written by their words, citations in full; lists inside a cell stand on lines of their own.
 */
export function exportNational(
  guides: readonly EffectiveItem[],
  lookups: Lookups,
): { tables: ExportTable[]; noPlace: NoPlace[] } {
  const tables = nationalTables.map(({ name, list, fields }): ExportTable => {
    const steps = list?.split('.') ?? [];
    return {
      name,
      columns: fields.map(({ name, title }) => ({ title, to: name })),
      rows: guides.flatMap((guide) => {
        const elements =
          list === undefined ? [guide.item] : ((valueAt(guide.item, steps) ?? []) as unknown[]);
        return elements.map((element, position) =>
          fields.map(({ from }) => {
            if (from.startsWith('$')) return workedOut(from, guide, lookups);
            const inside = from.split('.');
            const path = list === undefined ? inside : [...steps, position, ...inside];
            const schema = fieldAt('item', path, undefined, lookups.shape)?.schema ?? {};
            return inWords(valueAt(element, inside), schema, lookups);
          }),
        );
      }),
    };
  });
  const noPlace = fieldsWithoutPlace(
    guides.map(({ item }) => item),
    nationalTables.flatMap(takenBy),
    lookups.shape,
  );
  return { tables, noPlace };
}

/** What the catalogue around an item says of it. */
function workedOut(from: string, { item, division }: EffectiveItem, lookups: Lookups): string | undefined {
  const { decides, accepts } = item.authority ?? {};
  const body = decides ?? accepts;
  const agency =
    body?.agency === undefined
      ? lookups.agencyFor(body?.department ?? '', division)
      : lookups.agency(body.agency);
  switch (from) {
    case '$name':
      return item.basics?.name;
    case '$division':
      return division;
    case '$divisionName':
      return lookups.divisionName(division);
    case '$agency':
      return agency?.name ?? body?.text;
    case '$uscc':
      return agency?.uscc;
    case '$taskCode': {
      const level = levels[lookups.config.divisions.find(({ code }) => code === division)?.level ?? ''];
      const { basicCode } = item.basics ?? {};
      const parts = [agency?.uscc, level, basicCode];
      // The 31 digits stand only where all of their parts are known.
      return parts.includes(undefined) ? undefined : parts.join('');
    }
    default:
      throw new RangeError(`Nothing is worked out for ${from}`);
  }
}

/** The level digit of an implementation code. */
const levels: Record<string, string> = {
  nation: '1',
  province: '2',
  city: '3',
  county: '4',
  town: '5',
  village: '6',
};

/** A value for a person who retypes it; undefined where there is none. */
function inWords(value: unknown, schema: Schema, lookups: Lookups): string | number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return schema['x-unit'] === 'fen' ? formatFen(value) : value;
  if (typeof value === 'string') {
    const list = schema['x-ref']?.startsWith('codeList:') ? schema['x-ref'].slice('codeList:'.length) : '';
    if (list !== '') return lookups.codeLabel(list, value).zh;
    if (schema['x-ref'] === 'window') return lookups.window(value)?.name ?? value;
    return labelOf(schema, value).zh;
  }
  if (Array.isArray(value)) {
    const items = followed(schema.items ?? {});
    const isPlain = items.type === 'string';
    return value.map((one) => String(inWords(one, items, lookups) ?? '')).join(isPlain ? '、' : '\n');
  }
  const map = value as Record<string, unknown>;
  if (typeof map['law'] === 'string')
    return citeInWords(map as unknown as Cite, lookups.law(map['law'])?.title).zh;
  if (schema.properties?.['unit']?.enum?.includes('working-days') === true) return formatLimit(map);
  // A draft's standard or reduction may be any map; the words leave out what it lacks.
  if (schema.oneOf !== undefined) return branchInWords(map as Draft<FeeStandard | FeeEffect>);
  return Object.entries(map)
    .filter(([name]) => name !== 'id')
    .map(([name, one]) => String(inWords(one, childSchema(schema, name, map) ?? {}, lookups) ?? ''))
    .filter((words) => words !== '')
    .join('；');
}

type FeeEffect = NonNullable<FeeReduction['effect']>;

/** 320 元／平方米, 减收 50%: a fee's standard, or what a reduction takes off, for a person who retypes it. */
function branchInWords(standard: Draft<FeeStandard | FeeEffect>): string {
  switch (standard.kind) {
    case 'exempt':
    case 'percent':
    case 'amount':
      return effectWords({ effect: standard }).zh;
    case 'fixed':
      return formatFen(standard.amount ?? 0);
    case 'unit':
      return `${formatFen(standard.amount ?? 0)}／${[standard.per, standard.unit].filter((part) => part !== undefined).join(' ')}`;
    case 'tiers':
      return (standard.tiers ?? [])
        .map(({ upTo, amount = 0 }) =>
          upTo === undefined
            ? `以上：${formatFen(amount)}`
            : `${upTo} ${standard.unit ?? ''}以下：${formatFen(amount)}`,
        )
        .join('；');
    case 'formula':
      return standard.text ?? '';
    case undefined:
      return '';
  }
}

function takenBy({ list, fields }: NationalTable): string[] {
  const inside = list === undefined ? '' : `${list}.0.`;
  const worked = ['basics.name', 'authority.decides', 'authority.accepts'];
  // Ids are the catalogue's own, not the item's content.
  const ids = list === undefined ? ['id', 'sample'] : [`${inside}id`];
  return [
    ...worked,
    ...ids,
    ...fields.filter(({ from }) => !from.startsWith('$')).map(({ from }) => inside + from),
  ];
}
