import { html, safeUrl, type Content } from '../../html.ts';
import type { GuideView } from '../../view/types.ts';
import type { GuideAddress } from '../guide.ts';
import type { Site } from '../layout.ts';
import type { Section } from './fragments.ts';

/** What is ours to show, not the item's to say: nobody corrects it there. */
const unreported = new Set(['questions', 'version']);

/**
 * Where to report an error, bound to the guide, its version and the section that is meant: links to the address of the
 * catalogue that receives it, where it has one; phone and mail.
 */
export function reportSection(
  site: Site,
  { id, division, phones }: Pick<GuideView, 'id' | 'division' | 'phones'>,
  { path, versions, versionOf }: GuideAddress,
  sections: readonly Section[],
): Section {
  const { url, mail, phone } = site.lookups.config.feedback ?? {};
  // Day and hash, as in its address.
  const version = (versionOf === undefined ? versions[0]?.path : path)?.replace(/^.*\/|\.html$/g, '');
  const call = phone ?? phones.find(({ label }) => label.en === 'Complaints')?.value ?? phones[0]?.value;
  // As in the address of the version: a name would be twice as long again in the encoding of addresses.
  const subject = encodeURIComponent([division, id, version].filter((part) => part !== undefined).join(' '));
  const ways: Content[] = [
    call !== undefined && html`<a href="${safeUrl(`tel:${call.replaceAll('-', '')}`)}">${call}</a>`,
    mail !== undefined && html`<a href="${safeUrl(`mailto:${mail}?subject=${subject}`)}">${mail}</a>`,
  ].filter((way) => way !== false);
  const about =
    url && new URLSearchParams({ division, item: id, ...(version !== undefined && { version }) }).toString();
  const body = [
    url !== undefined &&
      html`<p>错在哪一部分？ <span lang="en">Which part is wrong?</span></p><p class="files">${sections
        .filter((section) => section.body !== '' && !unreported.has(section.id))
        .map(
          ({ id: part, zh }) => html`<a href="${safeUrl(`${url}?${about}&section=${part}`)}">${zh}</a>`,
        )}</p>`,
    ways.length > 0 &&
      html`<p>${url === undefined ? '请说明是哪一份指南、哪一部分：' : '急事请打电话：'}${ways.map((way, i) => html`${i > 0 && '，'}${way}`)}</p>`,
  ].filter((part) => part !== false);
  return {
    id: 'report',
    zh: '报告错误',
    en: 'Report an error',
    body: body.length === 0 || site.inert === true ? '' : html`${body}`,
  };
}
