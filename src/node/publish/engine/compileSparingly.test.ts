import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { sparingFlags } from './compileSparingly.ts';

it('says nothing but what this version of V8 knows', () => {
  const known = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  for (const flag of sparingFlags) expect(known).toContain(`${flag.split('=')[0]} (`);
});
