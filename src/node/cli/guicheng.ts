#!/usr/bin/env node
import { availableParallelism } from 'node:os';
import { compileSparingly } from '../publish/engine/compileSparingly.ts';
import { workerPath } from '../publish/engine/program.ts';
import { readyThread } from '../publish/engine/readyThread.ts';

if (process.argv[2] === 'build') {
  compileSparingly();
  // A build is shared with a thread, which reads its own program while this one does.
  const worker = availableParallelism() > 1 ? workerPath() : undefined;
  if (worker !== undefined) readyThread(worker);
}

await import('./run.ts');
