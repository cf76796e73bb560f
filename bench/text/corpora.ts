import { readdir, readFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { sampleDir } from '../../tests/sampleCatalogue.ts';

/** Texts of one kind, all whole items that pass the schema. */
export interface Corpus {
  name: string;
  texts: string[];
}

/** The national bases of the sample catalogue, written by hand, and items of 6 KB made up for the purpose. */
export async function corpora(): Promise<Corpus[]> {
  const folder = `${sampleDir}000000/`;
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  const texts = await Promise.all(files.map((file) => readFile(folder + file, 'utf8')));
  return [
    { name: 'sample', texts },
    { name: 'synthetic', texts: Array.from({ length: 41 }, (_, i) => syntheticItem(i)) },
  ];
}

/** Median size of the texts in bytes. */
export function medianBytes({ texts }: Corpus): number {
  const sizes = texts.map((text) => Buffer.byteLength(text)).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)]!;
}

/** Words of the field, so that lengths and characters are those of real items. */
const words = '取得许可的单位应当依照规定提交材料并对其真实性负责受理机关自受理之日起审查决定书面告知申请人理由'.split(''); // prettier-ignore

/**
 * The item number `i`, always the same for the same number: from 4 to 6 KB and more, as many list elements as
 * real permits have. It is written by the `yaml` package, so that no reader is given its own hand.
 */
function syntheticItem(i: number): string {
  let seed = 1 + i * 7919;
  const next = (count: number): number => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * count);
  };
  const text = (length: number): string =>
    Array.from({ length: length + next(length) }, () => words[next(words.length)]).join('');
  const list = <T>(count: number, one: (n: number) => T): T[] =>
    Array.from({ length: count + next(count) }, (_, n) => one(n));
  const basis = () => [{ law: 'administrative-licensing-law', article: 1 + next(80) }];
  return stringify({
    id: `synthetic-${i}`,
    basics: {
      name: text(6),
      summary: text(20),
      basicCode: `0001${String(i).padStart(5, '0')}000`,
      type: '01',
      approvalLevels: ['city', 'county'],
      exerciseLevels: ['city', 'county'],
      served: ['enterprise'],
      handling: 'promised',
    },
    legalBasis: list(2, (n) => ({
      id: `b${n}`,
      law: 'administrative-licensing-law',
      article: 1 + next(80),
      role: n === 0 ? 'establishes' : 'implements',
    })),
    authority: { accepts: { department: 'water' }, decides: { department: 'water' } },
    conditions: { grant: list(4, (n) => ({ id: `c${n}`, text: text(14), basis: basis() })) },
    quantity: { none: text(6) },
    materials: {
      list: list(4, (n) => ({
        id: `m${n}`,
        name: text(6),
        kind: 'other',
        medium: 'either',
        originals: 1,
        copies: next(3),
        need: 'required',
        source: 'applicant',
        notes: text(12),
        basis: basis(),
      })),
    },
    forms: { list: [{ id: 'application', name: text(6) }] },
    procedure: {
      steps: ['accept', 'review', 'decide', 'deliver'].map((kind, n, kinds) => ({
        id: kind,
        name: text(2),
        kind,
        actor: { post: text(4) },
        examines: list(2, (p) => ({ id: `p${p}`, text: text(8) })),
        days: { value: 1 + n, unit: 'working-days' },
        ...(n > 0 && { after: [kinds[n - 1]] }),
      })),
    },
    limits: {
      statutory: { value: 20, unit: 'working-days', basis: basis() },
      promised: { value: 12, unit: 'working-days' },
    },
    fees: { none: text(8) },
    result: {
      kind: 'certificate',
      name: text(5),
      validity: { value: 5, unit: 'years', basis: basis() },
    },
    legalEffect: { text: text(24), basis: basis() },
    annualInspection: { none: text(6) },
    supervision: { measures: list(2, (n) => ({ id: `s${n}`, text: text(14), basis: basis() })) },
    service: { faq: list(2, (n) => ({ id: `q${n}`, question: text(8), answer: text(20) })) },
  });
}
