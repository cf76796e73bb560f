// npm run bench -- NAME [--quick] [--seconds N]: runs bench/NAME, prints its table and, as the last line, one JSON object.
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { BenchOptions, BenchReport } from './bench.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`${folder}${entry.name}/index.ts`))
  .map(({ name }) => name);

function usage(complaint: string): never {
  console.error(
    `${complaint}\nUsage: npm run bench -- NAME [--quick] [--seconds N]\nNAME is one of: ${names.join(', ')}`,
  );
  process.exit(2);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { quick: { type: 'boolean' }, seconds: { type: 'string' } },
  });
  const [name, ...rest] = positionals;
  if (name === undefined || rest.length > 0) usage('Name one benchmark.');
  if (!names.includes(name)) usage(`No benchmark is called “${name}”.`);
  const quick = values.quick ?? false;
  const seconds = values.seconds === undefined ? undefined : Number(values.seconds);
  if (seconds !== undefined && !(seconds > 0)) usage('--seconds takes a number above 0.');
  const { run } = (await import(`./${name}/index.ts`)) as {
    run(options: BenchOptions): Promise<BenchReport>;
  };
  const { versions, rows, result } = await run({ quick, ...(seconds !== undefined && { seconds }) });
  console.log(
    Object.entries({ node: process.versions.node, ...versions })
      .map((pair) => pair.join(' '))
      .join(', '),
  );
  console.table(rows);
  console.log(JSON.stringify({ bench: name, quick, versions, ...result }));
}

await main();
