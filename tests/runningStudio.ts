// For runs against a real server: the built program in a process group of its own, with people to sign in.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Role } from '../src/api/index.ts';
import { writeFirstAccounts } from '../src/node/server/people/accountsFile.ts';
import { storedPassword } from '../src/node/server/people/passwords.ts';
import { binary } from './cli/guicheng.ts';

export interface Somebody {
  user: string;
  name: string;
  roles: Role[];
}

/** All of these people have it: what a run shows does not depend on it, and making one takes long by design. */
export const password = 'only-in-runs-of-faults-and-load';

/** Writes local accounts of `people` into the data folders. */
export async function makeAccounts(people: readonly Somebody[], dataDirs: readonly string[]): Promise<void> {
  const stored = await storedPassword(password);
  const accounts = people.map(({ user, name, roles }) => ({
    user,
    person: { subject: `local:${user}`, name, roles },
    password: stored,
  }));
  for (const dir of dataDirs) {
    await mkdir(dir, { recursive: true });
    await writeFirstAccounts(join(dir, 'accounts.json'), accounts);
  }
}

export interface StudioOptions {
  catalogueDir: string;
  dataDir: string;
  /** URL of a remote on this machine. */
  remote?: string;
}

/** A server that is started again at the same address after each kill. */
export class RunningStudio {
  readonly #options: StudioOptions;
  #child: ChildProcess | undefined;
  #port = 0;
  #log = '';

  constructor(options: StudioOptions) {
    this.#options = options;
  }

  /** Where it is, once it was started. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  get pid(): number {
    const pid = this.#child?.pid;
    if (pid === undefined) throw new Error('The server does not run');
    return pid;
  }

  /** Starts it, and waits until it listens. @throws Error with what it said where it ends instead. */
  async start(): Promise<void> {
    const { catalogueDir, dataDir, remote } = this.#options;
    const more = remote === undefined ? [] : ['--remote', remote, '--remote-http'];
    const args = [binary, 'studio', catalogueDir, '--port', String(this.#port), '--data', dataDir, ...more];
    const child = spawn(process.execPath, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    let told = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      this.#log = (this.#log + chunk).slice(-20_000);
    });
    await new Promise<void>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        told += chunk;
        const port = /studio\s+http:\S+:(\d+)/.exec(told)?.[1];
        if (port === undefined || !told.includes('Ctrl+C')) return;
        this.#port = Number(port);
        resolve();
      });
      child.on('close', (code) => reject(new Error(`The server ended with ${code}: ${this.#log}`)));
    });
  }

  /** Ends it as a power cut would; with `all` every git it started too. */
  kill({ all }: { all: boolean }): Promise<void> {
    return this.#end(() => process.kill(all ? -this.pid : this.pid, 'SIGKILL'));
  }

  /** Asks it to end, as Ctrl+C does. */
  stop(): Promise<void> {
    return this.#end(() => process.kill(this.pid, 'SIGINT'));
  }

  async #end(send: () => void): Promise<void> {
    const child = this.#child;
    if (child === undefined) return;
    const isOver = child.exitCode !== null || child.signalCode !== null;
    const exit = isOver ? undefined : once(child, 'exit');
    if (exit !== undefined) send();
    await exit;
    this.#child = undefined;
  }
}
