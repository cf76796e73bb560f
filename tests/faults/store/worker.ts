import { createInterface } from 'node:readline';
import { openStore } from './openStore.ts';
import { perform, type Request } from './request.ts';

// A writing process: opens the store that its arguments name, does what it reads line by line, and tells each
// outcome in a line. It is there to be killed.
const [dir, url] = process.argv.slice(2);
const store = await openStore(dir!, url === undefined ? undefined : { url, allowHttp: true });
process.stdout.write('{"kind":"ready"}\n');
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line) as Request; // Written by the run that started this process.
  const answer = await perform(store, request).catch((error: unknown) => ({
    kind: 'failed',
    why: String(error),
  }));
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
store.close();
