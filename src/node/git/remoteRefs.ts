import { setTimeout as sleep } from 'node:timers/promises';
import { pastLocks } from './locks.ts';
import { checkedOid, checkedRef } from './names.ts';
import { RefFiles } from './refFiles.ts';
import type { RefMove, Refs, RefUpdate } from './refs.ts';
import type { Remote } from './remote.ts';
import { remoteGit } from './remoteGit.ts';
import { GitError } from './runGit.ts';

/** The remote gives no answer; what was to be written was not, or will be found when it answers again. */
export class RemoteAway extends Error {
  override name = 'RemoteAway';
}

/** Where the refs of the remote are kept here, so that reading goes on while it is away, over restarts too. */
const tracking = 'refs/remotes/shared/';

/** A look at the remote serves every read for so long; what it misses loses the compare-and-swap. */
const freshMs = 400;
/** A read waits so long for a look before it takes what is known; a write waits for git's own end. */
const patienceMs = 2000;
/** While the remote is away it is asked again no sooner. */
const pauseMs = 1500;
/** So long a look may take before the remote counts as away, and a push before its outcome is asked for. */
const lookTimeoutMs = 7_000;
const pushTimeoutMs = 15_000;
/** The first look may have everything to bring. */
const firstTimeoutMs = 600_000;

/**
 * The refs of a remote, which is where they are moved: by a push that names the old value, and is all or nothing.
 * Reads are served from the last look, and go on while the remote is away.
 */
export class RemoteRefs implements Refs {
  readonly #dir: string;
  readonly #remote: Remote;
  readonly #files: RefFiles;
  #known = new Map<string, string>();
  /** When the last look that succeeded began. */
  #lookedAt = -Infinity;
  #failedAt = -Infinity;
  #look: { began: number; done: Promise<void> } | undefined;
  /** Moves made here and when: a look that began before knows nothing of them. */
  readonly #moved = new Map<string, number>();

  private constructor(dir: string, remote: Remote) {
    this.#dir = dir;
    this.#remote = remote;
    this.#files = new RefFiles(dir);
  }

  /** Opens with what the last run knew. @throws RemoteAway where nothing is known and the remote does not answer. */
  static async open(dir: string, remote: Remote): Promise<RemoteRefs> {
    const refs = new RemoteRefs(dir, remote);
    refs.#known = await refs.#tracked();
    await refs.#fresh().catch((error: unknown) => {
      if (refs.#known.size === 0 || !(error instanceof RemoteAway)) throw error;
    });
    return refs;
  }

  async read(ref: string): Promise<string | undefined> {
    checkedRef(ref);
    await this.#ready();
    return this.#known.get(ref);
  }

  async list(prefix: string): Promise<Map<string, string>> {
    await this.#ready();
    return new Map([...this.#known].filter(([ref]) => ref.startsWith(prefix)));
  }

  async update({ ref, from, to }: RefMove): Promise<RefUpdate> {
    const lease = `--force-with-lease=${checkedRef(ref)}:${from === undefined ? '' : checkedOid(from)}`;
    const refspec = `${checkedOid(to)}:${ref}`;
    let failed: unknown;
    try {
      const push = ['push', '--quiet', '--porcelain', '--atomic', '--no-verify', lease];
      await this.#git([...push, this.#remote.url, refspec], pushTimeoutMs);
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      failed = error;
    }
    if (failed === undefined) {
      this.#moved.set(ref, performance.now());
      this.#known.set(ref, to);
      return { kind: 'updated' };
    }
    return this.#settle({ ref, from, to }, failed);
  }

  close(): void {
    // Nothing is held between calls.
  }

  /** What became of a push that did not say: the remote knows. */
  async #settle({ ref, from, to }: RefMove, failed: unknown): Promise<RefUpdate> {
    const since = performance.now();
    // A cut line is often one cut line; and the server may still be at work on what it was sent.
    for (const wait of [0, 100, 400]) {
      await sleep(wait);
      try {
        await this.#fresh(since);
        break;
      } catch (error) {
        if (!(error instanceof RemoteAway)) throw error;
        if (wait === 400) throw error;
      }
    }
    const head = this.#known.get(ref);
    if (head === to || (head !== undefined && (await this.#isAncestor(to, head)))) return { kind: 'updated' };
    if (head === from) {
      // Told by a server that was reached: it declined.
      if (failed instanceof GitError && isDeclined(failed)) throw failed;
      throw new RemoteAway(`The push did not reach the remote: ${String(failed)}`);
    }
    return { kind: 'stale', head };
  }

  /** Waits until what is known is fresh, or as fresh as can be had. */
  async #ready(): Promise<void> {
    const now = performance.now();
    if (now - this.#lookedAt < freshMs) return;
    const look = this.#lookAgain();
    const isAway = this.#failedAt > this.#lookedAt;
    // While it is away nobody waits for it: somebody's look finds when it is back.
    if (isAway) return void look.catch(() => undefined);
    const patience = new AbortController();
    await Promise.race([
      look.catch((error: unknown) => {
        if (!(error instanceof RemoteAway)) throw error;
      }),
      sleep(patienceMs, undefined, { signal: patience.signal }).catch(() => undefined),
    ]);
    patience.abort();
  }

  /** A look that begins after `since`. @throws RemoteAway */
  async #fresh(since = performance.now()): Promise<void> {
    for (;;) {
      if (this.#look === undefined) return this.#startLook();
      const { began, done } = this.#look;
      if (began >= since) return done;
      await done.catch(() => undefined);
    }
  }

  #lookAgain(): Promise<void> {
    if (this.#look !== undefined) return this.#look.done;
    if (performance.now() - this.#failedAt < pauseMs)
      return Promise.reject(new RemoteAway('The remote did not answer a moment ago'));
    return this.#startLook();
  }

  #startLook(): Promise<void> {
    const began = performance.now();
    const done = this.#fetch(began).finally(() => (this.#look = undefined));
    this.#look = { began, done };
    return done;
  }

  async #fetch(began: number): Promise<void> {
    try {
      const refspec = `+refs/heads/*:${tracking}*`;
      const options = ['--quiet', '--prune', '--no-tags', '--no-write-fetch-head', '--no-auto-maintenance'];
      const timeout = this.#known.size === 0 ? firstTimeoutMs : lookTimeoutMs;
      await pastLocks(this.#dir, ['packed-refs'], () =>
        this.#git(['fetch', ...options, this.#remote.url, refspec], timeout),
      );
    } catch (error) {
      this.#failedAt = performance.now();
      throw new RemoteAway(
        `The remote does not answer: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    const seen = await this.#tracked();
    for (const [ref, at] of this.#moved) {
      if (at < began) this.#moved.delete(ref);
      else seen.set(ref, this.#known.get(ref)!); // It was moved here, so it is known.
    }
    this.#known = seen;
    this.#lookedAt = began;
    this.#failedAt = -Infinity;
  }

  async #tracked(): Promise<Map<string, string>> {
    const refs = await this.#files.list(tracking);
    return new Map([...refs].map(([ref, oid]) => [`refs/heads/${ref.slice(tracking.length)}`, oid]));
  }

  async #isAncestor(oid: string, head: string): Promise<boolean> {
    return this.#git(['merge-base', '--is-ancestor', checkedOid(oid), checkedOid(head)]).then(
      () => true,
      (error: unknown) => {
        if (error instanceof GitError && error.code === 1) return false;
        throw error;
      },
    );
  }

  #git(args: readonly string[], timeout?: number): Promise<Buffer> {
    return remoteGit(this.#remote, args, { dir: this.#dir, ...(timeout !== undefined && { timeout }) });
  }
}

/** Whether the server itself said no, for a reason of its own. */
function isDeclined({ stderr }: GitError): boolean {
  return /remote rejected|pre-receive hook declined|protected branch/.test(stderr);
}
