// tsx tests/sideBySide.ts "A && B" "C" …: runs the commands beside each other, and fails where one fails.
import { spawn } from 'node:child_process';

const codes = await Promise.all(
  process.argv.slice(2).map(
    (command) =>
      new Promise<number>((done) => {
        spawn(command, { shell: true, stdio: 'inherit' }).on('close', (code) => done(code ?? 1));
      }),
  ),
);
process.exitCode = Math.max(...codes);
