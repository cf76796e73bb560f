/**
 * `page` with a note that there is no network, of which version it is and when it was last the network's: after the
 * place that the page has for it, else at its top.
 */
export function withOfflineNote(page: string, kept: Date): string {
  const version = /\d{4}-\d\d-\d\d-[0-9a-f]{8}/.exec(page)?.[0];
  const time = new Date(kept.getTime() - kept.getTimezoneOffset() * 60_000).toISOString();
  const words = [
    '现在没有网络。',
    `这是 ${time.slice(0, 10)} ${time.slice(11, 16)} 存下的内容`,
    version === undefined ? '，' : `，版本 ${version}，`,
    '可能已有新规定，办事前请联网核对或打电话问。',
  ];
  const note = `<div class="offline" role="status" style="background:#7a1414;color:#fff;padding:.6rem 1.25rem">${words.join('')} <span lang="en" style="color:#fff">Offline copy; it may be out of date.</span></div>`;
  const mark = '<!--offline-->';
  const marked = page.indexOf(mark);
  const at = marked < 0 ? page.indexOf('>', page.indexOf('<body')) + 1 : marked + mark.length;
  return page.slice(0, at) + note + page.slice(at);
}
