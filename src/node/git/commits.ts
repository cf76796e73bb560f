/** A commit as it is read. */
export interface Commit {
  oid: string;
  tree: string;
  parents: string[];
  /** Committer time, ISO 8601 UTC. */
  at: string;
  message: string;
}

/** Reads the bytes of the commit object `oid`. @throws Error where they are none. */
export function decodeCommit(oid: string, bytes: Buffer): Commit {
  const text = bytes.toString('utf8');
  const end = text.indexOf('\n\n');
  const head = (end < 0 ? text : text.slice(0, end)).split('\n');
  const all = (key: string) =>
    head.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
  const seconds = / (\d+) [-+]\d{4}$/.exec(all('committer')[0] ?? '')?.[1];
  const [tree] = all('tree');
  if (tree === undefined || seconds === undefined) throw new Error(`${oid} is no commit that can be read`);
  return {
    oid,
    tree,
    parents: all('parent'),
    at: new Date(Number(seconds) * 1000).toISOString(),
    message: end < 0 ? '' : text.slice(end + 2),
  };
}

/** The bytes of a commit object, whose committer is the studio. */
export function encodeCommit({
  tree,
  parents,
  author,
  time,
  message,
}: {
  tree: string;
  parents: readonly string[];
  author: { name: string; subject: string };
  time: Date;
  message: string;
}): Buffer {
  if (message.includes('\0')) throw new RangeError('A message of a commit holds no NUL');
  const when = `${Math.floor(time.getTime() / 1000)} +0000`;
  // The name is for people who read the log; who it was is told by the act in the message.
  const name = author.name.replaceAll(/[<>\n\r\0]/g, '').trim() || 'unknown';
  const email = `${author.subject.replaceAll(/[^A-Za-z0-9._-]/g, '-')}@guicheng.invalid`;
  const head = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${name} <${email}> ${when}`,
    `committer Guicheng <studio@guicheng.invalid> ${when}`,
  ];
  return Buffer.from(`${head.join('\n')}\n\n${message}`);
}
