import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commonSchema, resolveRef, schemas, type Schema } from '../../src/model/schemas.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const peers = here('../peers');

/** Installs the peers as their lockfile has them, once for each lockfile. */
export function installPeers(): void {
  const lock = join(peers, 'package-lock.json');
  const installed = join(peers, 'node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: peers,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Versions of the peers that check files, as installed. */
export function peerVersions(): Record<string, string> {
  return versionsOf('ajv-cli', '@stoplight/spectral-cli', 'yaml-language-server');
}

/** Versions of the peers of those `names`, and of the parser, as installed. */
export function versionsOf(...names: string[]): Record<string, string> {
  return {
    ...Object.fromEntries(names.map((name) => [name, versionIn(peers, name)])),
    yaml: versionIn(here('../..'), 'yaml'),
  };
}

function versionIn(folder: string, name: string): string {
  const text = readFileSync(`${folder}/node_modules/${name}/package.json`, 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** What Node is given to run each peer on the items in `folder`; files that they need are written into `work`. */
export async function peerCommands(
  folder: string,
  work: string,
): Promise<Record<'ajv-cli' | 'spectral' | 'yaml-language-server', string[]>> {
  const whole = inlined(schemas.item);
  await writeFile(join(work, 'item.json'), JSON.stringify(schemas.item));
  await writeFile(join(work, 'common.json'), JSON.stringify(commonSchema));
  await writeFile(join(work, 'whole.json'), JSON.stringify(whole));
  // As text: `then` is Spectral's word, and an object that has it passes for a promise.
  const rule = `{"given":"$","severity":"error","then":{"function":"schema","functionOptions":{"schema":${JSON.stringify(whole)},"dialect":"draft2020-12","allErrors":true}}}`;
  await writeFile(join(work, 'ruleset.json'), `{"rules":{"item":${rule}}}`);
  const binary = (path: string) => join(peers, 'node_modules', path);
  const files = `${folder}/*.yaml`;
  const ajv = 'validate --spec=draft2020 --strict=false --all-errors --errors=line'.split(' ');
  return {
    'ajv-cli': [
      binary('ajv-cli/dist/index.js'),
      ...ajv,
      '-s',
      join(work, 'item.json'),
      '-r',
      join(work, 'common.json'),
      '-d',
      files,
    ],
    spectral: [
      binary('@stoplight/spectral-cli/dist/index.js'),
      'lint',
      files,
      '--ruleset',
      join(work, 'ruleset.json'),
      '--format',
      'json',
      '--quiet',
    ],
    'yaml-language-server': [here('languageServer.mjs'), folder, join(work, 'whole.json')],
  };
}

/** `schema` with every reference written out, for programs that would look for it on the net. */
export function inlined(schema: Schema): Schema {
  const { $ref, $id: _id, $schema: _schema, ...rest } = schema as Schema & { $schema?: string };
  const merged = $ref === undefined ? rest : { ...resolveRef($ref), ...rest };
  return Object.fromEntries(
    Object.entries(merged).map(([key, value]) => [key, key.startsWith('x-') ? value : inlinedIn(value)]),
  ) as Schema;
}

function inlinedIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inlinedIn);
  return typeof value === 'object' && value !== null ? inlined(value) : value;
}
