import type { Permission, Problem } from '../../api/index.ts';
import type { PageFault } from '../publish/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { faultWords, type Fault } from '../../review/index.ts';

/** An answer other than 2xx, thrown by a route and sent by the one error handler. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: number;
  readonly problem: Problem;

  constructor(status: number, problem: Problem) {
    super(problem.messageEn);
    this.status = status;
    this.problem = problem;
  }
}

/** Every refusal there is, in the words that the reader sees: what is wrong and what to do. */
export const refusals = {
  unauthenticated: () =>
    new Refusal(401, {
      kind: 'unauthenticated',
      message: '尚未登录，或登录已过期。请登录。',
      messageEn: 'You are not signed in, or no longer. Please sign in.',
    }),
  wrongPassword: () =>
    new Refusal(401, {
      kind: 'unauthenticated',
      message: '账号或密码不对。请重新输入。',
      messageEn: 'User name or password is wrong. Please try again.',
    }),
  tooManyAttempts: (seconds: number) =>
    new Refusal(429, {
      kind: 'too-many',
      message: `登录失败次数过多。请在 ${seconds} 秒后再试。`,
      messageEn: `Too many failed attempts. Try again in ${seconds} seconds.`,
    }),
  tooManyReports: (seconds: number) =>
    new Refusal(429, {
      kind: 'too-many',
      message: `从您这里提交的次数过多。请在 ${Math.ceil(seconds / 60)} 分钟后再试，或打指南上的电话。`,
      messageEn: `Too many reports came from your address. Try again in ${Math.ceil(seconds / 60)} minutes, or phone.`,
    }),
  notListed: () =>
    new Refusal(403, {
      kind: 'forbidden',
      message: '您已通过身份认证，但在这里没有任何职责。请管理员在人员职责中登记。',
      messageEn: 'You are known, but nothing here is yours to do. Ask the administrator to enter you.',
    }),
  localOnly: () =>
    new Refusal(403, {
      kind: 'forbidden',
      message: '本机账号只能在服务器本机登录。请用统一身份认证登录。',
      messageEn: 'Local accounts sign in on the server itself only. Sign in by the identity provider.',
    }),
  crossSite: () =>
    new Refusal(403, {
      kind: 'forbidden',
      message: '请求没有带上本页的令牌。请刷新页面后重试。',
      messageEn: 'The request carries no token of this page. Reload the page and try again.',
    }),
  strangeHost: () =>
    new Refusal(421, {
      kind: 'forbidden',
      message: '本服务只以 127.0.0.1 或 localhost 访问。',
      messageEn: 'This server answers to 127.0.0.1 and localhost only.',
    }),
  forbidden: ({ reason, reasonEn }: Extract<Permission, { kind: 'refused' }>) =>
    new Refusal(403, { kind: 'forbidden', message: reason, messageEn: reasonEn }),
  notFound: (what: { zh: string; en: string }) =>
    new Refusal(404, {
      kind: 'not-found',
      message: `没有${what.zh}。`,
      messageEn: `There is no ${what.en}.`,
    }),
  settledMeanwhile: () =>
    new Refusal(409, {
      kind: 'stale',
      message: '这条纠错别人已经办结。请刷新页面。',
      messageEn: 'Somebody else has settled this report. Reload the page.',
    }),
  noSuchTime: () =>
    new Refusal(422, {
      kind: 'refused',
      message: '预定的时间应在现在之后、一年之内。请重新选择。',
      messageEn: 'The time must be to come, within a year. Choose another.',
    }),
  neverPublished: () =>
    new Refusal(422, {
      kind: 'refused',
      message: '网站还没有发布过。首次发布请直接点“发布”，以后的可以预定。',
      messageEn: 'Nothing was published yet. Publish once by hand; later ones can be set for a time.',
    }),
  scheduledMeanwhile: () =>
    new Refusal(409, {
      kind: 'stale',
      message: '别人同时改了预定的时间。请刷新页面，看清后再定。',
      messageEn: 'Somebody else set the time meanwhile. Reload the page and look again.',
    }),
  preconditionRequired: () =>
    new Refusal(428, {
      kind: 'precondition-required',
      message: '请求没有说明它所依据的版本（If-Match）和操作号（X-Operation-Id）。请刷新页面后重试。',
      messageEn: 'The request names neither the version it builds on (If-Match) nor its X-Operation-Id.',
    }),
  malformed: (detail: string) =>
    new Refusal(400, {
      kind: 'refused',
      message: `请求的内容不合规定（${detail}）。`,
      messageEn: `The request is malformed (${detail}).`,
    }),
  tooLarge: () =>
    new Refusal(413, {
      kind: 'refused',
      message: '请求的内容过大。',
      messageEn: 'The request is too large.',
    }),
  stale: ({ head, text, base }: { head: string; text?: string; base?: string }) =>
    new Refusal(409, {
      kind: 'stale',
      message: '别人已先保存了这份草稿。两份文字都还在，请比较后再保存。',
      messageEn: 'Somebody saved this draft before you. Both texts are kept: compare them and save again.',
      head,
      ...(text !== undefined && { text }),
      ...(base !== undefined && { base }),
    }),
  /** Files that a change was planned over are others by now. */
  planStale: (files: readonly string[]) =>
    new Refusal(409, {
      kind: 'stale',
      message: `预览之后正式目录有了变化：${files.slice(0, 5).join('、')}。请重新预览再生成草稿。`,
      messageEn: `The catalogue has changed since the preview: ${files.slice(0, 5).join(', ')}. Preview it again.`,
    }),
  /** A change of which nothing is left to make, or which is made whole or not at all. */
  nothingToMake: () =>
    new Refusal(422, {
      kind: 'refused',
      message: '没有可以改的文件，没有生成草稿。预览里写明了每个文件的原因。',
      messageEn: 'There is nothing to change, and no draft was made. The preview says why of each file.',
    }),
  /** What the store will not take, in its words. */
  refusedText: ({
    reason,
    reasonEn,
    diagnostics,
    isForbidden = false,
  }: {
    reason: string;
    reasonEn: string;
    diagnostics: Diagnostic[];
    isForbidden?: boolean;
  }) =>
    isForbidden
      ? refusals.forbidden({ kind: 'refused', reason, reasonEn })
      : new Refusal(422, { kind: 'refused', message: reason, messageEn: reasonEn, diagnostics }),
  noPlace: (path: string) =>
    new Refusal(422, {
      kind: 'refused',
      message: `目录中没有“${path.slice(0, 200)}”这样的位置。`,
      messageEn: `A catalogue has no place for "${path.slice(0, 200)}".`,
    }),
  conflict: (paths: string[]) =>
    new Refusal(409, {
      kind: 'conflict',
      message: `正式目录中的 ${paths.join('、')} 在起草后已被改过，不能并入。请退回，按现行内容重新起草。`,
      messageEn: `${paths.join(', ')} changed in the catalogue since this draft began. Return it, to be drafted anew on what holds now.`,
    }),
  blocked: (diagnostics: Diagnostic[]) =>
    new Refusal(422, {
      kind: 'blocked',
      message: `有 ${diagnostics.length} 个问题须先改正。`,
      messageEn: `${diagnostics.length} findings must be mended first.`,
      diagnostics,
    }),
  /** Pages that were made of main may not be shown as they are. */
  faultyPages: (faults: readonly PageFault[]) =>
    new Refusal(422, {
      kind: 'refused',
      message: `生成的网页有 ${faults.length} 处错误，不能发布。${faults[0]!.page}：${faults[0]!.words.zh}。`,
      messageEn: `The pages that were made have ${faults.length} faults, so nothing is published. ${faults[0]!.page}: ${faults[0]!.words.en}.`,
    }),
  /** Main holds what did not come through review: what is shown stays as it is until that is cleared up. */
  unproven: (faults: readonly Fault[]) =>
    new Refusal(409, {
      kind: 'refused',
      message: `正式目录里有没有经过审核的内容，不能发布：${faultWords[faults[0]!.kind].zh}（${faults[0]!.at}）。请管理员运行 guicheng verify 查明。`,
      messageEn: `Main holds what did not come through review, so nothing is published: ${faultWords[faults[0]!.kind].en} (${faults[0]!.at}). Have an administrator run guicheng verify.`,
    }),
  publishedMeanwhile: (head: string | undefined) =>
    new Refusal(409, {
      kind: 'stale',
      message: '别人已先发布。请刷新后查看，仍需要时再发布。',
      messageEn: 'Somebody published before you. Reload to see it, and publish again if it is still needed.',
      ...(head !== undefined && { head }),
    }),
  diskFull: () =>
    new Refusal(507, {
      kind: 'fault',
      message: '服务器的磁盘已满，请求没有完成。您的文字还在本页，请勿关闭；管理员腾出空间后再试。',
      messageEn:
        'The disk of the server is full, and this was not done. Your text is still on this page: leave it open, and try again when the administrator has made room.',
    }),
  contended: () =>
    new Refusal(503, {
      kind: 'fault',
      message: '同时写入的人太多，这次没有写入。您的文字还在本页，会自动重试。',
      messageEn:
        'Too many write here at once, and nothing was written. Your text is kept on this page and tried again.',
    }),
  remoteAway: () =>
    new Refusal(503, {
      kind: 'fault',
      message: '连不上存放草稿的远程仓库，这次没有写入。可以照常查看；您的文字还在本页，恢复后会自动重试。',
      messageEn:
        'The remote repository does not answer, and nothing was written. Reading goes on; your text is kept on this page and tried again when it is back.',
    }),
  fault: () =>
    new Refusal(500, {
      kind: 'fault',
      message: '服务器出了错，请求没有完成。请稍后再试；若仍如此，请告诉管理员。',
      messageEn:
        'The server failed and did not finish this. Try again later; if it stays, tell the administrator.',
    }),
};
