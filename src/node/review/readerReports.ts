import { decodeMessage, type Person, type ReaderReport } from '../../review/index.ts';
import type { Repository } from '../git/index.ts';
import { commitAct, type Doing, type Parts } from './parts.ts';
import { reportsRef } from './refs.ts';
import type { FiledReport, FileReportResult, SettleResult } from './results.ts';
import { untilSwapped } from './untilSwapped.ts';

/** Who stands in the record for readers: nothing of theirs is kept. */
const reader: Person = { subject: 'public:reader', name: '公众', roles: [] };

/** So many reports may be open at once; beyond, somebody is sending them by machine. */
const mostOpen = 2000;

/** Keeps what a reader says under `operation`; the same operation again is done once. `full`: too many wait. */
export async function fileReport(
  parts: Parts,
  { operation, ...report }: ReaderReport & { operation: string },
): Promise<FileReportResult> {
  return record(parts, { kind: 'report', ...report }, { person: reader, operation }, (known) => {
    if (known.some(({ id }) => id === operation)) return { kind: 'filed' };
    if (known.filter(({ settled }) => settled === undefined).length >= mostOpen) return { kind: 'full' };
    return undefined;
  });
}

/** Says what has become of the report `report`. `gone`: there is none. `settled`: somebody has said so before. */
export async function settleReport(
  parts: Parts,
  { report, answer, ...doing }: Doing & { report: string; answer: string },
): Promise<SettleResult> {
  return record(parts, { kind: 'settle', report, answer }, doing, (known) => {
    const one = known.find(({ id }) => id === report);
    if (one === undefined) return { kind: 'gone' };
    if (one.settled === undefined) return undefined;
    return one.settled.operation === doing.operation ? { kind: 'filed' } : { kind: 'settled' };
  });
}

/** Every report with what became of it, newest first. */
export async function readReports(repository: Repository): Promise<FiledReport[]> {
  const tip = await repository.readRef(reportsRef);
  return tip === undefined ? [] : reportsAt(repository, tip);
}

async function reportsAt(repository: Repository, tip: string): Promise<FiledReport[]> {
  const reports = new Map<string, FiledReport>();
  for (const { oid, at, message } of (await repository.history(tip)).reverse()) {
    const signed = decodeMessage(message);
    if (signed?.act.kind === 'report') {
      const { kind: _, ...report } = signed.act;
      reports.set(signed.operation, { id: signed.operation, at, ...report });
    } else if (signed?.act.kind === 'settle') {
      const { report, answer } = signed.act;
      const { person, operation } = signed;
      const one = reports.get(report);
      if (one !== undefined) reports.set(report, { ...one, settled: { at, by: person, answer, operation } });
    } else throw new Error(`Commit ${oid} of ${reportsRef} tells no report: it was not made here`);
  }
  return [...reports.values()].reverse();
}

/** Adds an act to the record, unless what stands there already answers it. */
async function record<Answer extends { kind: string }>(
  parts: Parts,
  act: Parameters<typeof commitAct>[1]['act'],
  { person, operation }: Doing,
  answered: (known: readonly FiledReport[]) => Answer | undefined,
): Promise<Answer | { kind: 'filed' }> {
  const { repository, catalogues, queues } = parts;
  const attempt = async (): Promise<Answer | { kind: 'filed' } | 'lost'> => {
    const tip = await repository.readRef(reportsRef);
    const answer = answered(tip === undefined ? [] : await reportsAt(repository, tip));
    if (answer !== undefined) return answer;
    const { oid } = await commitAct(
      parts,
      { act, person, operation },
      {
        parents: tip === undefined ? [] : [tip],
        // It holds no files of its own: those of the approved catalogue are there already.
        baseTree: await catalogues.treeOf(await parts.drafts.main()),
        changes: new Map(),
      },
    );
    const update = await repository.updateRef({ ref: reportsRef, from: tip, to: oid });
    return update.kind === 'updated' ? { kind: 'filed' } : 'lost';
  };
  return queues.run('reports', () => untilSwapped(attempt, parts.pause));
}
