import type { Problem, PublishView } from '../../../api/index.ts';
import { currentRelease, publishToBranch, type PagesTarget } from '../../publish/index.ts';

/** A host of pages that shows what the site shows, as soon as it can. */
export interface PagesHost {
  /** Sends the site where the host does not show it yet. Never throws: `view` tells why it could not. */
  follow(): Promise<void>;
  view(): NonNullable<PublishView['pages']>;
}

/** Sends what the folder `siteDir` shows to `target`, by way of the bare repository `gitDir`. */
export function openPagesHost({
  target,
  siteDir,
  gitDir,
  onFault,
  clock = () => new Date(),
}: {
  target: PagesTarget;
  siteDir: string;
  gitDir: string;
  /** Told once of each failure, for who looks after the server. */
  onFault(error: unknown): void;
  clock?: () => Date;
}): PagesHost {
  const { url, branch } = target;
  let sent: string | undefined;
  let at: string | undefined;
  let problem: Problem | undefined;
  let running: Promise<void> | undefined;

  async function send(): Promise<void> {
    const release = await currentRelease(siteDir);
    if (release === undefined || release.name === sent) return;
    const message = `Publish ${release.oid.slice(0, 12)}`;
    await publishToBranch({ target, siteDir, gitDir, message, time: clock() });
    // What was shown meanwhile is sent the next time.
    sent = (await currentRelease(siteDir))?.name === release.name ? release.name : undefined;
    at = clock().toISOString();
    problem = undefined;
  }

  return {
    follow: () =>
      (running ??= send()
        .catch((error: unknown) => {
          if (problem === undefined) onFault(error);
          problem = {
            kind: 'fault',
            message: `网页没有送到托管分支“${branch}”，会再试：${reason(error)}`,
            messageEn: `The pages did not reach the branch "${branch}" of the host; it is tried again: ${reason(error)}`,
          };
        })
        .finally(() => (running = undefined))),
    view: () => ({ url, branch, ...(at !== undefined && { at }), ...(problem && { problem }) }),
  };
}

function reason(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return said.split('\n')[0]!.slice(0, 300);
}
