import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { swapSymlink } from '../../../src/node/files/swapSymlink.ts';

// A publishing process: writes a release and swaps the link to it, over and over, from the number that is given.
const [dir, first] = process.argv.slice(2);
for (let i = Number(first); ; i++) {
  const release = join('releases', String(i));
  await mkdir(join(dir!, release), { recursive: true });
  for (const page of ['a', 'b']) await writeFile(join(dir!, release, page), String(i));
  await swapSymlink(join(dir!, 'current'), release);
  process.stdout.write(`${JSON.stringify({ kind: 'ready' })}\n`);
}
