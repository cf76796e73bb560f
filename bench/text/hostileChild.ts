// Child of hostileRows.ts: reads the hostile files from the number given on with one reader, and prints a line of
// JSON for each as it ends. A file that ends this process or holds it is the parent's to see.
import { hostileFiles } from '../../tests/hostile.ts';
import { hostileReaders } from './readers.ts';

const [reader = '', from = '0', rounds = '1'] = process.argv.slice(2);
const readIt = hostileReaders[reader];
if (readIt === undefined) throw new Error(`No reader is called “${reader}”`);

// Ordinary text first, so that the times are those of a process at work.
const ordinary = new TextEncoder().encode('id: a\nlist:\n  - {b: 1, c: "d"}\n  - |\n    e\n');
for (let i = 0; i < 300; i++) readIt(ordinary);

for (const [, content] of hostileFiles().slice(Number(from))) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const times: number[] = [];
  let outcome = readIt(new Uint8Array());
  const began = performance.now();
  while (times.length < Number(rounds) && (times.length === 0 || performance.now() - began < 1000)) {
    const start = performance.now();
    outcome = readIt(bytes);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  console.log(JSON.stringify({ milliseconds: times[Math.floor(times.length / 2)], ...outcome }));
}
