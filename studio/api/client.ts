import { ulid } from 'ulid';
import type {
  AccessEntry,
  ActRequest,
  CatalogueChange,
  CatalogueView,
  ChangePlan,
  ChangeRequest,
  DraftChange,
  DraftRow,
  DraftView,
  ExtensionTrial,
  HistoryView,
  ImportProfile,
  CodeUseView,
  MigratedFile,
  RecodedFile,
  Problem,
  Person,
  PublishProgress,
  PublishView,
  ReaderReportView,
  ReportFacts,
  ReviewPages,
  ReviewView,
  RuleTrial,
  Saved,
  Session,
  SessionView,
  SignInWays,
} from '../../src/api/index.ts';
import type { LookupData } from '../../src/catalogue/index.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { counted } from './pending.ts';

/** The server's refusal, in its words; `status` 0 where no answer came. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly problem: Problem;
  constructor(status: number, problem: Problem) {
    super(problem.messageEn);
    this.name = 'ApiProblem';
    this.status = status;
    this.problem = problem;
  }
}

/** What a write is bound to: the version it was made for, and the name under which it happens once. */
export interface WriteConditions {
  tip: string;
  operation: string;
}

interface Ask {
  method?: string;
  body?: unknown;
  text?: string;
  bytes?: Blob;
  headers?: Record<string, string>;
  conditions?: Partial<WriteConditions>;
}

let csrf = '';
/** What came last from the addresses that send nothing where nothing changed. */
const lastAnswers = new Map<string, { tag: string; answer: unknown }>();

/** The calls of `src/api`, one function each. All throw {@link ApiProblem}. */
export const api = {
  signInWays: (): Promise<SignInWays> => ask('/api/sign-in'),
  session: async (): Promise<Session> => kept(await ask<Session>('/api/session')),
  signIn: async (user: string, password: string): Promise<Session> =>
    kept(await ask<Session>('/api/session', { method: 'POST', body: { user, password } })),
  signOut: (): Promise<void> => ask('/api/session', { method: 'DELETE' }),
  sessions: (): Promise<SessionView[]> => ask('/api/sessions'),
  endSession: (id: string): Promise<void> => ask(`/api/sessions/${id}`, { method: 'DELETE' }),
  endSessionsOf: (subject: string): Promise<void> =>
    ask('/api/sessions/end', { method: 'POST', body: { subject } }),
  access: (): Promise<AccessEntry[]> => ask('/api/access'),
  catalogue: (): Promise<CatalogueView> => counted(ifChanged<CatalogueView>('/api/catalogue')),
  /** The `lookups` of the catalogue without its rows. */
  lookups: (): Promise<LookupData> => counted(ifChanged<LookupData>('/api/lookups')),
  previewChange: (change: CatalogueChange): Promise<ChangePlan> =>
    ask('/api/changes/preview', { method: 'POST', body: change }),
  /** Asked again under the same `operation`, it gives the draft that it made. */
  makeChange: (request: ChangeRequest, operation: string): Promise<DraftView> =>
    ask('/api/changes', { method: 'POST', body: request, conditions: { operation } }),
  previewDraftChange: (id: string, change: DraftChange): Promise<ChangePlan> =>
    ask(`/api/drafts/${id}/changes/preview`, { method: 'POST', body: change }),
  changeDraft: (id: string, change: DraftChange, conditions: WriteConditions): Promise<DraftView> =>
    ask(`/api/drafts/${id}/changes`, { method: 'POST', body: change, conditions }),
  profiles: (): Promise<ImportProfile[]> => ask('/api/profiles'),
  diagnostics: (): Promise<Diagnostic[]> => ask('/api/diagnostics'),
  /** What a rule that is being written would find in what is approved. */
  tryRule: (text: string): Promise<RuleTrial> => ask('/api/rules/try', { method: 'POST', body: { text } }),
  /** What the fields that somebody is designing would mean for the items that are approved. */
  tryExtension: (text: string): Promise<ExtensionTrial> =>
    ask('/api/extension/try', { method: 'POST', body: { text } }),
  drafts: (): Promise<DraftRow[]> => ask('/api/drafts'),
  /** A draft, with the text of `file` whether it changes that or not. */
  draft: (id: string, file?: string): Promise<DraftView> =>
    ask(`/api/drafts/${id}${file === undefined ? '' : `?file=${encodeURIComponent(file)}`}`),
  /** Asked again under the same `operation`, it gives the draft that it made. */
  createDraft: (file: string, title?: string, operation = ulid()): Promise<DraftView> =>
    ask('/api/drafts', {
      method: 'POST',
      body: { file, ...(title !== undefined && { title }) },
      conditions: { operation },
    }),
  saveFile: (id: string, path: string, text: string, conditions: WriteConditions): Promise<Saved> =>
    ask(`/api/drafts/${id}/files/${path}`, { method: 'PUT', text, conditions }),
  saveAttachment: (id: string, path: string, bytes: Blob, conditions: WriteConditions): Promise<Saved> =>
    ask(`/api/drafts/${id}/files/${path}`, { method: 'PUT', bytes, conditions }),
  revertFile: (id: string, path: string, conditions: WriteConditions): Promise<Saved> =>
    ask(`/api/drafts/${id}/files/${path}`, { method: 'DELETE', conditions }),
  act: (id: string, body: ActRequest, conditions: WriteConditions): Promise<DraftView> =>
    ask(`/api/drafts/${id}/acts`, { method: 'POST', body, conditions }),
  /** What brings the items along to the fields that a draft gives the catalogue. */
  codeUses: (id: string): Promise<CodeUseView[]> => ask(`/api/drafts/${id}/codes`),
  recoded: (id: string, recoding: Record<'list' | 'from' | 'to', string>): Promise<RecodedFile[]> =>
    ask(`/api/drafts/${id}/codes/recoded?${new URLSearchParams(recoding).toString()}`),
  migration: (id: string): Promise<MigratedFile[]> => ask(`/api/drafts/${id}/migration`),
  /** `since`: the commit that this person saw last. */
  review: (id: string, since?: string): Promise<ReviewView> =>
    ask(`/api/drafts/${id}/review${since === undefined ? '' : `?since=${since}`}`),
  reviewPages: (id: string, { division, item }: { division: string; item: string }): Promise<ReviewPages> =>
    ask(`/api/drafts/${id}/review/pages?division=${division}&item=${item}`),
  history: (file: string): Promise<HistoryView> => ask(`/api/history?file=${encodeURIComponent(file)}`),
  versionText: (file: string, commit: string): Promise<{ text: string }> =>
    ask(`/api/history/text?file=${encodeURIComponent(file)}&commit=${commit}`),
  /** The guide as main had it at the end of a day. */
  guideOf: (
    { division, item }: { division: string; item: string },
    date: string,
  ): Promise<{ page?: string; at?: string }> =>
    ask(`/api/history/page?division=${division}&item=${item}&date=${date}`),
  drafters: (): Promise<Person[]> => ask('/api/drafters'),
  readerReports: (): Promise<ReaderReportView[]> => ask('/api/reader-reports'),
  settleReport: (id: string, answer: string, operation: string): Promise<ReaderReportView[]> =>
    ask(`/api/reader-reports/${id}/settle`, { method: 'POST', body: { answer }, conditions: { operation } }),
  report: (): Promise<ReportFacts> => ask('/api/report'),
  publishing: (): Promise<PublishView> => ask('/api/publish'),
  publishProgress: (): Promise<PublishProgress> => ask('/api/publish/progress'),
  publish: (): Promise<PublishView> => ask('/api/publish', { method: 'POST' }),
  publishBack: (to: string, reason: string): Promise<PublishView> =>
    ask('/api/publish/back', { method: 'POST', body: { to, reason } }),
  publishAt: (at: string): Promise<PublishView> =>
    ask('/api/publish/schedule', { method: 'PUT', body: { at } }),
  cancelPublish: (): Promise<PublishView> => ask('/api/publish/schedule', { method: 'DELETE' }),
};

function kept(session: Session): Session {
  csrf = session.csrf;
  return session;
}

function ask<T>(url: string, asked?: Ask): Promise<T> {
  return counted(send(url, asked).then(answerIn<T>));
}

/** Sent anew only where it changed since it came last. */
async function ifChanged<T>(url: string): Promise<T> {
  const had = lastAnswers.get(url);
  const response = await send(url, had && { headers: { 'if-none-match': had.tag } });
  if (response.status === 304 && had !== undefined) return had.answer as T; // As it came from this address.
  const answer = await answerIn<T>(response);
  const tag = response.headers.get('etag');
  if (tag === null) lastAnswers.delete(url);
  else lastAnswers.set(url, { tag, answer });
  return answer;
}

async function send(
  url: string,
  { method = 'GET', body, text, bytes, headers: more, conditions = {} }: Ask = {},
): Promise<Response> {
  const { tip, operation } = conditions;
  const headers: Record<string, string> = {
    ...more,
    ...(method !== 'GET' && { 'x-csrf-token': csrf }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(text !== undefined && { 'content-type': 'text/plain; charset=utf-8' }),
    ...(bytes !== undefined && { 'content-type': 'application/octet-stream' }),
    ...(tip !== undefined && { 'if-match': `"${tip}"` }),
    ...(operation !== undefined && { 'x-operation-id': operation }),
  };
  const payload = bytes ?? text ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(url, {
    method,
    headers,
    credentials: 'same-origin',
    ...(payload !== undefined && { body: payload }),
  }).catch(() => undefined);
  if (response === undefined) throw new ApiProblem(0, unreachable);
  return response;
}

async function answerIn<T>(response: Response): Promise<T> {
  if (response.status === 204) return undefined as T; // The caller's type says that nothing comes back.
  const answer = (await response.json().catch(() => undefined)) as unknown;
  if (response.ok && answer !== undefined) return answer as T; // Both ends are built from the one contract.
  throw new ApiProblem(response.status, isProblem(answer) ? answer : unreadable);
}

const unreachable: Problem = {
  kind: 'fault',
  message: '连不上服务器。您的内容还在，恢复连接后会继续。',
  messageEn: 'The server cannot be reached. Your text is kept and goes on when it is back.',
};

const unreadable: Problem = {
  kind: 'fault',
  message: '服务器的答复无法读取，请稍后再试。',
  messageEn: 'The answer of the server cannot be read. Try again later.',
};

function isProblem(answer: unknown): answer is Problem {
  return typeof (answer as Problem | undefined)?.message === 'string';
}
