// The `yaml` package parsing every item of a folder and doing nothing else: node parseWithYaml.mjs FOLDER
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

const folder = process.argv[2];
let read = 0;
for (const name of readdirSync(folder)) {
  if (parse(readFileSync(`${folder}/${name}`, 'utf8')).id !== undefined) read++;
}
console.log(`${read} items`);
