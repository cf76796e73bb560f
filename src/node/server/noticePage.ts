import { html } from '../../guide/index.ts';
import { plainPage } from './plainPage.ts';

export interface Notice {
  title: string;
  titleEn: string;
  text: string;
  textEn: string;
  links: { href: string; label: string; labelEn: string }[];
}

/** A page of its own that says one thing, Chinese first; without scripts. */
export function noticePage({ title, titleEn, text, textEn, links }: Notice): string {
  return plainPage({
    title,
    titleEn,
    body: html`<p>${text}</p>
      <p lang="en">${textEn}</p>
      <nav aria-label="${title}">
        ${links.map(
          ({ href, label, labelEn }) =>
            html`<a href="${href}">${label} <span lang="en">${labelEn}</span></a> `,
        )}
      </nav>`,
  });
}
