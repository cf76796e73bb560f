import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeCorpus } from '../check/corpus.ts';

/** Items that one file of adoption names: more would be too long a file. */
const mostAdopted = 2500;

/** Writes a catalogue of `count` items, each handled in one county: as many guides. */
export async function makeFlat(dir: string, count: number): Promise<void> {
  await makeCorpus(dir, count);
  const counties = countyCodes(Math.ceil(count / mostAdopted));
  await addCounties(dir, counties);
  for (const [at, county] of counties.entries())
    await adopt(dir, county, { from: at * mostAdopted, to: Math.min(count, (at + 1) * mostAdopted) });
}

/**
 * Writes a catalogue of `bases` items, each handled in `counties` counties. Every county has a layer of its own for one
 * item in a hundred, which promises a shorter time.
 */
export async function makeLayered(dir: string, bases: number, counties: number): Promise<void> {
  await makeCorpus(dir, bases);
  const codes = countyCodes(counties);
  await addCounties(dir, codes);
  for (const [at, county] of codes.entries()) {
    await adopt(dir, county, { from: 0, to: bases });
    for (let item = at % 100; item < bases; item += 100)
      await writeFile(
        join(dir, county, `item-${item}.yaml`),
        `id: item-${item}\noverlay:\n  limits:\n    promised: { value: 8, unit: working-days }\n`,
      );
  }
}

/** Codes of counties of a province that the model catalogue does not have. */
function countyCodes(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${cityOf(i)}${String(1 + (i % 99)).padStart(2, '0')}`);
}

function cityOf(i: number): string {
  return `52${String(1 + Math.floor(i / 99)).padStart(2, '0')}`;
}

async function addCounties(dir: string, counties: readonly string[]): Promise<void> {
  const cities = [...new Set(counties.map((code) => `${code.slice(0, 4)}00`))];
  const lines = [
    '  - {code: "520000", name: 贵州省, level: province, parent: "000000"}',
    ...cities.map((code) => `  - {code: "${code}", name: 第${code}市, level: city, parent: "520000"}`),
    ...counties.map(
      (code) => `  - {code: "${code}", name: 第${code}县, level: county, parent: "${code.slice(0, 4)}00"}`,
    ),
  ];
  const path = join(dir, 'catalogue.yaml');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(/^divisions:\n/m, `divisions:\n${lines.join('\n')}\n`));
}

async function adopt(dir: string, county: string, { from, to }: { from: number; to: number }): Promise<void> {
  await mkdir(join(dir, county), { recursive: true });
  const ids = Array.from({ length: to - from }, (_, i) => from + i);
  const lines = ids.map((id) => `  - {id: item-${id}}\n`).join('');
  await writeFile(join(dir, county, 'adopt.yaml'), `division: "${county}"\nitems:\n${lines}`);
}

/** Takes away what a build left at `out`. */
export async function clear(out: string): Promise<void> {
  await rm(out, { recursive: true, force: true });
  await rm(join(out, '../.guicheng-site'), { recursive: true, force: true });
}
