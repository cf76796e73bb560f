import type { Lookups } from '../../catalogue/index.ts';
import type { Plain } from '../../model/edit.ts';
import { commonSchema, followed, type Schema, type Words } from '../../model/schemas.ts';
import { readNumber } from './readNumber.ts';

/** What a piece of text says as a value of a field, with a remark where a person should look at it. */
export type Understood =
  { kind: 'value'; value: Plain; remark?: Words } | { kind: 'not-understood'; why: Words };

export interface UnderstandOptions {
  lookups: Pick<Lookups, 'data'>;
  /** Source words to what they mean, tried before the field's own words. */
  map?: ReadonlyMap<string, string>;
  /** The unit of a limit that names none. */
  unit?: 'working-days' | 'calendar-days';
  /** The text is of our own export: nothing is tidied, lists and maps are JSON. */
  exact?: boolean;
}

/**
 * Reads `text` as a value of the field that `schema` describes: the schema decides whether 二十个工作日 is a limit
 * and 承诺件 a code. A text that a text field can hold is never refused, however it is written: the check
 * names what is wrong with it, and nothing is lost.
 */
export function understand(text: string, schema: Schema, options: UnderstandOptions): Understood {
  const mapped = options.map?.get(text.trim()) ?? text;
  if (options.exact === true) return exactly(mapped, schema, options);
  const said = mapped.trim();
  if (isLimit(schema)) return limitWithNote(said, schema, options.unit);
  if (isPeriod(schema)) return period(said);
  switch (schema.type) {
    case 'boolean':
      return boolean(said);
    case 'integer':
    case 'number':
      return schema['x-unit'] === 'fen' ? money(said) : number(said);
    case 'string':
      break;
    default:
      return notUnderstood(
        '这个字段由几部分组成，请写到它的某一部分',
        'the field has parts; name one of them',
      );
  }
  if (hasChoices(schema)) return choice(said, schema, options);
  if (schema.pattern === definition('date')) return date(said);
  if (schema.pattern === definition('phone')) return phone(said);
  return { kind: 'value', value: said };
}

function exactly(text: string, schema: Schema, options: UnderstandOptions): Understood {
  // A text that the table could not hold as it is stands there as JSON.
  const quoted = /^".*"$/s.test(text) ? json(text) : undefined;
  if (schema.type === 'string')
    return quoted === undefined && hasChoices(schema)
      ? choice(text, schema, options)
      : { kind: 'value', value: (quoted as string | undefined) ?? text };
  if (schema.type === 'boolean') return boolean(text);
  const items = schema.type === 'array' ? followed(schema.items ?? {}) : undefined;
  if (items?.type === 'string' && !text.startsWith('[')) {
    const lines = text.split('\n').map((line) => exactly(line, items, options));
    const unclear = lines.find((line) => line.kind === 'not-understood');
    return (
      unclear ?? { kind: 'value', value: lines.map((line) => (line.kind === 'value' ? line.value : '')) }
    );
  }
  const value = json(text);
  return value === undefined
    ? notUnderstood('不是 JSON', 'it is no JSON')
    : { kind: 'value', value: value as Plain };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the caller says that it is not understood
  }
}

function notUnderstood(zh: string, en: string): Understood {
  return { kind: 'not-understood', why: { zh, en } };
}

function number(text: string): Understood {
  const value = readNumber(text.replace(/[次个份人项]$/, ''));
  return value === undefined ? notUnderstood('不是整数', 'no whole number') : { kind: 'value', value };
}

const yes = ['是', '有', '支持', '可', '可以', '√', 'true', 'yes', 'y'];
const no = ['否', '无', '没有', '不支持', '不可', '不可以', '×', 'false', 'no', 'n'];

function boolean(text: string): Understood {
  const said = text.toLowerCase();
  if (yes.includes(said)) return { kind: 'value', value: true };
  if (no.includes(said)) return { kind: 'value', value: false };
  return notUnderstood('看不出是还是否', 'neither yes nor no');
}

/** 120元 or 1.5万元 in fen. */
function money(text: string): Understood {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?元$/.exec(text.normalize('NFKC').replaceAll(/[\s,]/g, ''));
  if (match === null) return notUnderstood('不是以元为单位的金额', 'no amount in yuan');
  return { kind: 'value', value: Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) };
}

const unitWords: [RegExp, 'working-days' | 'calendar-days'][] = [
  [/^个?工作日$/, 'working-days'],
  [/^个?(自然日|日历日|日历天)$/, 'calendar-days'],
];

/** 3个工作日（现场核查除外）: what stands in brackets behind a limit is its note, where the field has one. */
function limitWithNote(
  text: string,
  schema: Schema,
  unit: 'working-days' | 'calendar-days' | undefined,
): Understood {
  const whole = limit(text, unit);
  const match = /^(.*?)(?<!\s)\s*[（(]([^()（）]+)[)）][。；;]?$/.exec(text);
  if (whole.kind === 'value' || match === null || schema.properties?.['note'] === undefined) return whole;
  const head = limit(match[1]!, unit);
  if (head.kind !== 'value') return whole;
  return { ...head, value: { ...(head.value as { [key: string]: Plain }), note: match[2]! } };
}

/** 20(工作日), 二十个工作日, 20日: a bare 日 is a working day, as Art. 82 of the Licensing Law has it, and is remarked. */
function limit(text: string, unit: 'working-days' | 'calendar-days' | undefined): Understood {
  const plain = text.normalize('NFKC').replace(/[\s。;]/g, '');
  if (/^(当场|即时|即)(办结|办理|办)?$/.test(plain))
    return { kind: 'value', value: { value: 0, unit: 'working-days' } };
  const match = /^([\d,]+|[零〇一二两三四五六七八九十百千]+)\(?([^\d()]*)\)?$/.exec(plain);
  const value = match === null ? undefined : readNumber(match[1]!);
  if (match === null || value === undefined) return notUnderstood('不是一个期限', 'no time limit');
  const words = match[2]!;
  const known = unitWords.find(([pattern]) => pattern.test(words))?.[1];
  if (known !== undefined) return { kind: 'value', value: { value, unit: known } };
  if (words === '' && unit !== undefined) return { kind: 'value', value: { value, unit } };
  if (words === '日' || words === '天')
    return {
      kind: 'value',
      value: { value, unit: unit ?? 'working-days' },
      remark: {
        zh: `来源只写“${words}”，按《行政许可法》第八十二条作工作日，请核对`,
        en: 'the source says days; taken for working days (Licensing Law, Art. 82): verify',
      },
    };
  return notUnderstood(
    words === '' ? '没有写期限的单位' : `不认得期限的单位“${words}”`,
    words === '' ? 'the limit has no unit' : `unknown unit "${words}"`,
  );
}

const periodUnits: Record<string, string> = {
  年: 'years',
  个月: 'months',
  月: 'months',
  日: 'days',
  天: 'days',
};

/** 4年, 六个月: how long a licence is good for. */
function period(text: string): Understood {
  const match = /^(.+?)(年|个月|月|日|天)$/.exec(text.normalize('NFKC').replace(/\s/g, ''));
  const value = match === null ? undefined : readNumber(match[1]!);
  if (match === null || value === undefined) return notUnderstood('不是一段时间', 'no period');
  return { kind: 'value', value: { value, unit: periodUnits[match[2]!]! } };
}

/** 2021年3月1日, 2021-3-1, 2021/03/01, 20210301, 二〇二一年三月一日. */
function date(text: string): Understood {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const match =
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ??
    /^([^年]+)年([^月]+)月([^日]+)日?$/.exec(plain) ??
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T00:00:00(?:\.000)?Z?)?$/.exec(plain);
  const [year, month, day] = [1, 2, 3].map((at) => readNumber(match?.[at] ?? ''));
  const made = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day ?? 0));
  const isReal = made.getUTCMonth() + 1 === month && made.getUTCDate() === day && (year ?? 0) >= 1900;
  return isReal
    ? { kind: 'value', value: made.toISOString().slice(0, 10) }
    : notUnderstood('不是日期', 'no date');
}

/** （0831）1234567, 0831 1234567: the usual writing; others stay as they are, with a remark. */
function phone(text: string): Understood {
  const plain = text.normalize('NFKC').replace(/^\((0\d{2,3})\)\s*/, '$1-');
  const tidy = /^(0\d{2,3})[\s—–－-]*(\d{7,8})$/.exec(plain);
  const value = tidy === null ? text : `${tidy[1]}-${tidy[2]}`;
  if (new RegExp(definition('phone')).test(value)) return { kind: 'value', value };
  const remark = {
    zh: '电话的写法不合要求，照原样写入，请改正',
    en: 'not the way a telephone is written; kept as it is: mend it',
  };
  return { kind: 'value', value, remark };
}

/** A code by itself, or by the Chinese or English words that the schema or the catalogue's list has for it. */
function choice(text: string, schema: Schema, { lookups }: UnderstandOptions): Understood {
  const list = schema['x-ref']?.startsWith('codeList:') ? schema['x-ref'].slice('codeList:'.length) : '';
  const lists = lookups.data.config.codeLists as Record<string, { id: string; zh: string; en?: string }[]>;
  const choices: { id: string; zh: string; en?: string }[] =
    schema.enum === undefined
      ? (lists[list] ?? [])
      : schema.enum.map((id) => ({ id: String(id), ...(schema['x-labels']?.[String(id)] ?? { zh: '' }) }));
  const found =
    choices.find(({ id }) => id === text) ?? choices.find(({ zh, en }) => zh === text || en === text);
  if (found !== undefined) return { kind: 'value', value: found.id };
  return notUnderstood(`“${text}”不在可填的值里`, `"${text}" is none of the values`);
}

function hasChoices(schema: Schema): boolean {
  return schema.enum !== undefined || schema['x-ref']?.startsWith('codeList:') === true;
}

function isLimit(schema: Schema): boolean {
  return schema.properties?.['unit']?.enum?.includes('working-days') === true;
}

function isPeriod(schema: Schema): boolean {
  return schema.properties?.['unit']?.enum?.includes('years') === true;
}

function definition(name: string): string {
  return commonSchema.$defs![name]!.pattern!;
}
