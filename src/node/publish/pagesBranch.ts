import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { GitError, remoteGit, runGit, type Remote } from '../git/index.ts';

/** A branch whose files some host shows as a site. */
export interface PagesTarget extends Remote {
  branch: string;
}

export interface PagesOptions {
  target: PagesTarget;
  /** Folder of the site as `publish` keeps it. */
  siteDir: string;
  /** Bare repository in which the commits are made; made where there is none. */
  gitDir: string;
  /** What is said of the commit. */
  message: string;
  time: Date;
}

/** A push may carry a whole site. */
const pushTimeoutMs = 600_000;

/**
 * Makes the branch of a pages host show what the folder of the site shows, permanent versions included: one commit on
 * what stands there, moved by one compare-and-swap, so that a host never sees half. Gives the commit that is shown; the
 * same files make none. @throws GitError where the host does not answer or declines.
 */
export async function publishToBranch(options: PagesOptions): Promise<string> {
  const { target, gitDir, message, time } = options;
  const ref = branchRef(target.branch);
  if (!existsSync(gitDir)) {
    await mkdir(gitDir, { recursive: true });
    await runGit(['init', '--quiet', '--bare'], { dir: gitDir });
  }
  const shown = await fetchShown(options, ref);
  const tree = await treeOf(options);
  if (shown !== undefined && (await oidOf(gitDir, `${shown}^{tree}`)) === tree) return shown;
  const parents = shown === undefined ? [] : ['-p', shown];
  const at = `${Math.floor(time.getTime() / 1000)} +0000`;
  const made = await runGit(['commit-tree', tree, ...parents, '-m', message], {
    dir: gitDir,
    env: { ...us, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at },
  });
  const commit = made.toString().trim();
  const lease = `--force-with-lease=${ref}:${shown ?? ''}`;
  const push = ['push', '--quiet', '--porcelain', '--no-verify', lease, target.url, `${commit}:${ref}`];
  await remoteGit(target, push, { dir: gitDir, timeout: pushTimeoutMs });
  return commit;
}

/** Whether `name` may be the name of a branch for pages. */
export function isPagesBranch(name: string): boolean {
  return (
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}(?<!\.lock|\.)$/.test(name) && !name.includes('..') && !ours.has(name)
  );
}

/** Branches of the store, should the pages go to the same repository. */
const ours = new Set(['main', 'studio', 'draft']);

const us = {
  GIT_AUTHOR_NAME: 'Guicheng',
  GIT_AUTHOR_EMAIL: 'studio@guicheng.invalid',
  GIT_COMMITTER_NAME: 'Guicheng',
  GIT_COMMITTER_EMAIL: 'studio@guicheng.invalid',
};

function branchRef(branch: string): string {
  if (!isPagesBranch(branch)) throw new RangeError('Not a branch for pages');
  return `refs/heads/${branch}`;
}

/** The commit that the host shows, brought here; `undefined` where the branch is not there. */
async function fetchShown({ target, gitDir }: PagesOptions, ref: string): Promise<string | undefined> {
  const git = (args: string[]) => remoteGit(target, args, { dir: gitDir, timeout: pushTimeoutMs });
  const listed = (await git(['ls-remote', target.url, ref])).toString();
  const oid = /^[0-9a-f]{40}/.exec(listed)?.[0];
  if (oid === undefined) return undefined;
  const isHere = await oidOf(gitDir, `${oid}^{commit}`).then(
    () => true,
    (error: unknown) => {
      if (error instanceof GitError) return false;
      throw error;
    },
  );
  if (!isHere)
    await git(['fetch', '--quiet', '--depth=1', '--no-tags', '--no-write-fetch-head', target.url, ref]);
  return oid;
}

async function oidOf(gitDir: string, name: string): Promise<string> {
  return (await runGit(['rev-parse', '--verify', '--quiet', name], { dir: gitDir })).toString().trim();
}

/** The tree of everything that the folder of the site shows. */
async function treeOf({ siteDir, gitDir }: PagesOptions): Promise<string> {
  const files = [...filesBelow(join(siteDir, 'current')), ...filesBelow(join(siteDir, 'versions'))];
  const input = files.map(({ place }) => `${place}\n`).join('');
  const oids = (await runGit(['hash-object', '-w', '--no-filters', '--stdin-paths'], { dir: gitDir, input }))
    .toString()
    .split('\n');
  const nothing = (await runGit(['hash-object', '-w', '--stdin'], { dir: gitDir, input: '' }))
    .toString()
    .trim();
  // Some hosts make pages of what they show, unless this file is there.
  const entries = [
    `100644 ${nothing}\t.nojekyll`,
    ...files.map(({ path }, at) => `100644 ${oids[at]}\t${path}`),
  ];
  const folder = await mkdtemp(join(tmpdir(), 'guicheng-pages-'));
  try {
    const env = { GIT_INDEX_FILE: join(folder, 'index') };
    await runGit(['update-index', '--add', '--index-info'], {
      dir: gitDir,
      env,
      input: `${entries.join('\n')}\n`,
    });
    return (await runGit(['write-tree'], { dir: gitDir, env })).toString().trim();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every file below `folder`, by its path in it and where it stands. */
function filesBelow(folder: string): { path: string; place: string }[] {
  if (!existsSync(folder)) return [];
  const root = realpathSync(folder);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((place) => ({ path: relative(root, place).split(sep).join('/'), place }));
}
