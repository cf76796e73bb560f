import type { LawFile } from './generated/schemas.ts';
import type { Draft } from './item.ts';

export type LawVersion = Draft<LawFile['versions'][number]>;

/** What holds of a law on a day. */
export type InForce =
  /** `perhaps`: versions published by then of which nobody wrote when they take effect. */
  | { kind: 'in-force'; version: LawVersion; perhaps: LawVersion[] }
  | { kind: 'not-yet'; from: string | undefined; perhaps: LawVersion[] }
  | { kind: 'repealed'; since: string; version: LawVersion };

/**
 * The version of a law that is in force on `date` (YYYY-MM-DD): the one that took effect last, the day it takes
 * effect included; none from the day on which the last one was repealed.
 */
export function lawInForce(versions: readonly LawVersion[], date: string): InForce {
  const last = lastAsked.get(versions);
  if (last?.date === date) return last.is;
  const is = inForceOn(versions, date);
  lastAsked.set(versions, { date, is });
  return is;
}

/** A check asks of a few hundred laws on one day, for every citation of every item. */
const lastAsked = new WeakMap<readonly LawVersion[], { date: string; is: InForce }>();

function inForceOn(versions: readonly LawVersion[], date: string): InForce {
  const begun = versions.filter(({ effective }) => effective !== undefined && effective <= date);
  const last = begun.reduce<LawVersion | undefined>(
    (latest, version) => (latest === undefined || later(version, latest) ? version : latest),
    undefined,
  );
  const perhaps = versions.filter(
    ({ effective, adopted }) =>
      effective === undefined && adopted !== undefined && adopted <= date && adopted >= (last?.adopted ?? ''),
  );
  if (last === undefined) {
    const coming = versions.flatMap(({ effective }) => effective ?? []).sort();
    return { kind: 'not-yet', from: coming[0], perhaps };
  }
  return last.repealed !== undefined && last.repealed <= date && perhaps.length === 0
    ? { kind: 'repealed', since: last.repealed, version: last }
    : { kind: 'in-force', version: last, perhaps };
}

/** Whether `a` took effect after `b`; of two on one day, the one adopted later. */
function later(a: LawVersion, b: LawVersion): boolean {
  return (
    a.effective! > b.effective! || (a.effective === b.effective && (a.adopted ?? '') >= (b.adopted ?? ''))
  );
}
