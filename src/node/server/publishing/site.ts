import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ulid } from 'ulid';
import type { Member, Person, Problem, PublishProgress, PublishView, Role } from '../../../api/index.ts';
import { mayReach } from '../../../review/index.ts';
import { writeFileAtomic } from '../../files/index.ts';
import {
  currentManifest,
  currentRelease,
  openPublisher,
  siteFile,
  today,
  type PlannedSite,
  type PlanResult,
} from '../../publish/index.ts';
import { verifyRepository, type Store } from '../../review/index.ts';
import { stopsPublishing, type Verified } from '../../../review/index.ts';
import { catalogueOf } from '../catalogue/catalogueOf.ts';
import { publisherRoles } from '../catalogue/checks.ts';
import { governed } from '../catalogue/governed.ts';
import { lastChecks } from './lastChecks.ts';
import { pendingGuides } from './pendingGuides.ts';
import { Refusal, refusals } from '../refusal.ts';

/** What is live, as far as it does not depend on who asks. */
export type SiteView = Omit<PublishView, 'may' | 'site' | 'pages'>;

/** The public site: what it shows, and how main comes to be shown. */
export interface Site {
  view(): Promise<SiteView>;
  /** How far the site is that is made just now, by `view` or any of what follows. */
  progress(): PublishProgress;
  /** Whether a person may publish, and if not, why. */
  mayPublish(person: Member): Promise<PublishView['may']>;
  /**
   * Shows main, unless it is shown already. One publish goes after another. Throws the refusal `blocked` while
   * main has errors, and `stale` when somebody published from another server meanwhile.
   */
  publish(options: { person: Person; operation?: string }): Promise<void>;
  /**
   * Shows again what the publish `to` showed, and records why. A release that is still kept comes back by the swap
   * alone. Throws a refusal where there was no such publish, and `stale` as `publish` does.
   */
  goBack(options: { person: Person; to: string; reason: string; operation?: string }): Promise<void>;
  /**
   * Sets when main is shown without anybody asking (`at`, ISO 8601 in UTC, to come), or takes that back. Throws a
   * refusal where `at` is no such time, or somebody else was first.
   */
  schedule(options: { person: Person; at: string | undefined; operation?: string }): Promise<void>;
  /**
   * Shows what another server has published, and does the publish that was set, once its time has come. Whoever runs the
   * server asks again and again.
   */
  tick(): Promise<void>;
  /**
   * Makes folder and record agree after a stop at any moment: a publish that was begun is finished under the
   * name of who began it, and a folder that was lost is made again from the record.
   */
  resume(): Promise<void>;
  /** The file that an address below `/site/` shows; `undefined` where there is none. */
  file(path: string): Promise<string | undefined>;
}

export interface SiteOptions {
  store: Store;
  /** Folder of the site. */
  dir: string;
  clock?: () => Date;
  /** Where it is shown, without a slash at the end. */
  baseUrl?: string;
  /** Hash of the program that makes the pages, where it is not the built one. */
  program?: string;
}

/** A publish under way, written down before anything is shown, so that whoever starts next can finish it. */
interface Intent {
  main: string;
  date: string;
  /** The publish before, on which this one is recorded. */
  onto?: string;
  person: Person;
  operation: string;
  reason?: string;
}

/** Publishes that are told, and can be gone back to. */
const shownPublishes = 10;
/** How far ahead a publish may be set. */
const furthestDays = 366;

const roleNames: Record<Role, { zh: string; en: string }> = {
  drafter: { zh: '起草员', en: 'drafters' },
  reviewer: { zh: '审核员', en: 'reviewers' },
  legal: { zh: '法制审核员', en: 'legal approvers' },
  administrator: { zh: '管理员', en: 'administrators' },
};

/** The site in the folder `dir` of what `store` records as published. */
export function openSite({ store, dir, clock = () => new Date(), baseUrl, program }: SiteOptions): Site {
  const intentPath = join(dir, 'publishing.json');
  let tail: Promise<unknown> = Promise.resolve();
  let step: PublishProgress['step'];
  /** One after another, whoever asks and however the one before ended. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const whole = () =>
      work().finally(() => {
        step = undefined;
      });
    const mine = tail.then(whole, whole);
    tail = mine;
    return mine;
  };
  /** The publish, by its record, that the folder is known to show. */
  let followed: string | undefined;
  /** Why a publish that was set could not be done. */
  let overdue: Problem | undefined;
  let pending: { key: string; guides: PublishView['pending'] } | undefined;
  const publisher = openPublisher({
    siteDir: dir,
    program,
    progress: (now) => {
      step = now;
    },
    ...(baseUrl !== undefined && { baseUrl }),
  });

  /** The history of main, read again: what an earlier look had proven may be another's by now. */
  async function proven(): Promise<Verified> {
    return (await verifyRepository(store.repository.dir, { ...governed, objects: false }))!; // There is a repository.
  }

  /** Only what came through review is shown, whoever else may have written to the repository. */
  async function assertProven(): Promise<Verified> {
    const verified = await proven();
    const faults = stopsPublishing(verified);
    if (faults.length > 0) throw refusals.unproven(faults);
    return verified;
  }

  /** The site of the commit `oid`; `verified`: its history, where that was proven just now. */
  async function plan(oid: string, date: string, check: boolean, verified?: Verified): Promise<PlanResult> {
    step = { kind: 'reading', done: 0, all: 0 };
    const files = await store.readCatalogue(oid);
    const checks = lastChecks(verified ?? (await proven()), oid, catalogueOf(files).lookups);
    return publisher.plan({ files, oid, date, check, checks });
  }

  /** The site of what was published before, which nothing that is found today stops. */
  async function planRecorded(oid: string, date: string): Promise<PlannedSite> {
    const result = await plan(oid, date, false);
    if (result.kind !== 'planned') throw new Error(`An unchecked build stopped: ${JSON.stringify(result)}`);
    return result.plan;
  }

  async function pendingNow(main: string, date: string): Promise<PublishView['pending']> {
    const live = await store.live();
    // What may not be published yet is pending all the same.
    const result = await plan(main, date, true);
    const planned = result.kind === 'planned' ? result.plan : await planRecorded(main, date);
    const before = live && catalogueOf(await store.readCatalogue(live.main));
    const now = catalogueOf(await store.readCatalogue(main));
    return pendingGuides(planned.hashes(), await currentManifest(dir), now, before);
  }

  async function record({ main, date, onto, person, operation, reason }: Intent): Promise<void> {
    const recorded = await store.recordPublish({
      main,
      date,
      onto,
      person,
      operation,
      ...(reason !== undefined && { reason }),
    });
    await rm(intentPath, { force: true });
    if (recorded.kind === 'recorded') {
      followed = recorded.oid;
      return;
    }
    // The site shows what the record says, so ours has to go again.
    await followRecord();
    throw refusals.publishedMeanwhile(recorded.head);
  }

  /** Shows what is recorded as live, where the folder shows something else: another server may have published. */
  async function followRecord(): Promise<void> {
    const [live, shown] = [await store.live(), await currentRelease(dir)];
    if (live === undefined) return;
    // A start looks at the commit alone: to compare all pages would hold it up.
    const isShown = shown?.oid === live.main && (followed ?? live.oid) === live.oid;
    // Every publish again, in its order and for its day, also brings back the permanent versions.
    for (const { main, date } of isShown ? [] : shown === undefined ? await store.publishes() : [live])
      await publisher.publish(await planRecorded(main, date));
    followed = live.oid;
  }

  async function resumeNow(): Promise<void> {
    const intent = await readIntent(intentPath);
    if (intent !== undefined) {
      const live = await store.live();
      if (live?.operation !== intent.operation && live?.oid === intent.onto) {
        await publisher.publish(await planRecorded(intent.main, intent.date));
        return record(intent);
      }
      await rm(intentPath, { force: true });
    }
    await followRecord();
  }

  async function publishNow({ person, operation = ulid() }: { person: Person; operation?: string }) {
    await resumeNow();
    const [main, live] = [await store.main(), await store.live()];
    const verified = await assertProven();
    const date = today(clock());
    const result = await plan(main, date, true, verified);
    if (result.kind === 'errors') throw refusals.blocked(result.errors);
    if (result.kind === 'faults') throw refusals.faultyPages(result.faults);
    const planned = result.plan;
    if (live?.main === main && (await currentRelease(dir))?.name === planned.release) return;
    const intent = { main, date, ...(live !== undefined && { onto: live.oid }), person, operation };
    await show(planned, intent);
    // The site that is shown is the one that would be made.
    pending = { key: keyOf({ main, live: followed, release: planned.release, date }), guides: [] };
  }

  /** Shows what is planned and records it, in this order, written down before. */
  async function show(planned: PlannedSite, intent: Intent): Promise<void> {
    await writeFileAtomic(intentPath, JSON.stringify(intent));
    try {
      await publisher.publish(planned);
    } catch (error) {
      // Nothing new is shown, so there is nothing to finish; once it is, the intent stays until it is recorded.
      if ((await currentRelease(dir))?.name !== planned.release) await rm(intentPath, { force: true });
      throw error;
    }
    await record(intent);
  }

  async function goBackNow({ person, to, reason, operation = ulid() }: Parameters<Site['goBack']>[0]) {
    await resumeNow();
    const [live] = await store.latestPublishes(1);
    if (live?.operation === operation) return;
    const goal = (await store.latestPublishes(shownPublishes + 1)).find(({ oid }) => oid === to);
    if (live === undefined || goal === undefined)
      throw refusals.notFound({ zh: '这一次发布，或者已经太久', en: 'such publish, or it was too long ago' });
    const intent = { main: goal.main, date: goal.date, onto: live.oid, person, operation, reason };
    await show(await planRecorded(goal.main, goal.date), intent);
  }

  async function tickNow(): Promise<void> {
    await resumeNow();
    const due = await store.schedule();
    if (due === undefined || due.at > clock().toISOString()) return;
    const { person, operation } = due;
    const done = (await store.latestPublishes(shownPublishes)).some((one) => one.operation === operation);
    if (!done) await publishNow({ person, operation });
    await store.setSchedule({ at: undefined, person, operation: ulid() });
    overdue = undefined;
  }

  return {
    async view() {
      const [main, live, release] = [await store.main(), await store.live(), await currentRelease(dir)];
      const date = today(clock());
      // What the key names is read before what it stands for: a publish in between makes another key.
      const key = keyOf({ main, live: live?.oid, release: release?.name, date });
      // Whoever looks at the same time waits for one and the same plan.
      const guides = await inTurn(async () => {
        if (pending?.key !== key) pending = { key, guides: await pendingNow(main, date) };
        return pending.guides;
      });
      const shown = await currentManifest(dir);
      const pages = Object.keys(shown).filter((path) => path.endsWith('.html')).length;
      const due = await store.schedule();
      return {
        live: live && { oid: live.main, at: live.at, pages },
        main,
        pending: guides,
        history: (await store.latestPublishes(shownPublishes + 1)).map((one) => ({
          publish: one.oid,
          at: one.at,
          main: one.main,
          by: one.person.name,
          ...(one.reason !== undefined && { reason: one.reason }),
        })),
        ...(due && {
          scheduled: { at: due.at, by: due.person.name, ...(overdue && { problem: overdue }) },
        }),
      };
    },
    async mayPublish(person) {
      const roles = publisherRoles(await store.readCatalogue(await store.main()));
      if (roles.some((role) => person.roles.includes(role))) {
        const everything = mayReach(person, roles, [{ path: '', owners: [{ kind: 'catalogue' }] }]);
        if (everything.kind === 'allowed') return everything;
        return {
          kind: 'refused',
          reason: '发布的是整个目录，只有职责为全部范围的人可以发布。',
          reasonEn: 'The whole catalogue is published: only those whose scope is everywhere may do it.',
        };
      }
      const [zh, en] = [roles.map((role) => roleNames[role].zh), roles.map((role) => roleNames[role].en)];
      return {
        kind: 'refused',
        reason: `只有${zh.join('、')}可以发布。`,
        reasonEn: `Only these may publish: ${en.join(', ')}.`,
      };
    },
    progress: () => (step === undefined ? {} : { step }),
    publish: (options) => inTurn(() => publishNow(options)),
    goBack: (options) => inTurn(() => goBackNow(options)),
    async schedule({ person, at, operation = ulid() }) {
      const last = new Date(clock().getTime() + furthestDays * 86_400_000).toISOString();
      if (at !== undefined && (at <= clock().toISOString() || at > last)) throw refusals.noSuchTime();
      if ((await store.live()) === undefined && at !== undefined) throw refusals.neverPublished();
      const set = await store.setSchedule({ at, person, operation });
      if (set.kind === 'stale') throw refusals.scheduledMeanwhile();
      overdue = undefined;
    },
    tick: () =>
      inTurn(tickNow).catch((error: unknown) => {
        overdue = error instanceof Refusal ? error.problem : refusals.fault().problem;
        throw error;
      }),
    resume: () => inTurn(resumeNow),
    file: (path) => siteFile(dir, path),
  };
}

/** What the guides that are pending depend on: main, the last publish by its record, what is shown, and the day. */
interface Shown {
  main: string;
  live: string | undefined;
  release: string | undefined;
  date: string;
}

function keyOf({ main, live, release, date }: Shown): string {
  return [main, live, release, date].join(' ');
}

/** The publish that was begun and not recorded. @throws Error where the file holds something else. */
async function readIntent(path: string): Promise<Intent | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const value: unknown = JSON.parse(text);
  if (!isIntent(value)) throw new Error(`${path} holds no publish of this studio`);
  return value;
}

function isIntent(value: unknown): value is Intent {
  const { main, date, person, operation } = (value ?? {}) as Partial<Intent>;
  return (
    typeof main === 'string' &&
    typeof date === 'string' &&
    typeof person?.subject === 'string' &&
    typeof operation === 'string'
  );
}
