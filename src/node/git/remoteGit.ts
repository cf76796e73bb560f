import { readFile } from 'node:fs/promises';
import { remoteCall, type Remote } from './remote.ts';
import { GitError, runGit, type GitOptions } from './runGit.ts';

/**
 * Runs git against `remote`, its address being among `args`. What the remote says ends up in an error, and with it in
 * the log and on the screens of whoever waits; a remote may say back what it was sent, so no secret of the file of
 * credentials is in there, in none of the forms in which it travels.
 * @throws GitError
 */
export async function remoteGit(
  remote: Remote,
  args: readonly string[],
  options: Omit<GitOptions, 'env' | 'input'>,
): Promise<Buffer> {
  const call = remoteCall(remote);
  try {
    return await runGit([...call.options, ...args], { ...options, env: call.env });
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw error.without(await secretsIn(remote.credentials));
  }
}

/** The secrets that a file of `git credential-store` holds, an address a line, as they stand there and as they are sent. */
async function secretsIn(path: string | undefined): Promise<string[]> {
  // A file that cannot be read gave git nothing to send either, and git says so itself.
  const text = path === undefined ? '' : await readFile(path, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const [, user, password] = /^[a-z]+:\/\/([^:@/]*):([^@/]*)@/.exec(line.trim()) ?? [];
    if (user === undefined || password === undefined || password === '') return [];
    const plain = decoded(password);
    return [password, plain, Buffer.from(`${decoded(user)}:${plain}`).toString('base64')];
  });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a percent sign that stands for itself
  }
}
