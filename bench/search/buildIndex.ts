// tsx bench/search/buildIndex.ts ENTRIES FOLDER: the search index of the entries in a file, a JSON object a line.
import { createReadStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { searchFiles, type SearchEntry } from '../../src/search/index.ts';

const [from, folder] = process.argv.slice(2);
if (from === undefined || folder === undefined) throw new Error('Name the entries and the folder.');
const entries: SearchEntry[] = [];
for await (const line of createInterface({ input: createReadStream(from) }))
  // The benchmark wrote them.
  entries.push(JSON.parse(line) as SearchEntry);
await mkdir(join(folder, 'search'), { recursive: true });
for (const { path, make } of searchFiles(entries)) await writeFile(join(folder, path), make());
