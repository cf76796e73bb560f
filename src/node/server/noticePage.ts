import { html } from '../../guide/index.ts';

export interface Notice {
  title: string;
  titleEn: string;
  text: string;
  textEn: string;
  links: { href: string; label: string; labelEn: string }[];
}

/** A page of its own that says one thing, Chinese first; without scripts. */
export function noticePage({ title, titleEn, text, textEn, links }: Notice): string {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} ${titleEn}</title>
        <link rel="icon" href="data:," />
        <style>
          :root {
            color-scheme: light dark;
            --ink: #1a2530;
            --soft: #434e59;
            --paper: #fff;
            --link: #0b4478;
          }
          @media (prefers-color-scheme: dark) {
            :root {
              --ink: #e9eff4;
              --soft: #b9c5cf;
              --paper: #11191f;
              --link: #a9d3ff;
            }
          }
          body {
            margin: 0;
            background: var(--paper);
            color: var(--ink);
            font: 1.0625rem/1.75 system-ui, 'Noto Sans SC', sans-serif;
          }
          main {
            max-width: 34rem;
            margin: 0 auto;
            padding: 18vh 1.5rem 4rem;
          }
          h1 {
            margin: 0 0 1rem;
            font-size: 1.75rem;
            line-height: 1.35;
          }
          p {
            margin: 0 0 0.5rem;
          }
          [lang='en'] {
            color: var(--soft);
            font-size: 0.9375rem;
          }
          h1 [lang='en'] {
            display: block;
            font-size: 1rem;
            font-weight: 400;
          }
          nav {
            display: flex;
            gap: 2rem;
            margin-top: 1.5rem;
          }
          a {
            color: var(--link);
            text-underline-offset: 0.22em;
            padding: 0.6rem 0;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>${title} <span lang="en">${titleEn}</span></h1>
          <p>${text}</p>
          <p lang="en">${textEn}</p>
          <nav aria-label="${title}">
            ${links.map(
              ({ href, label, labelEn }) =>
                html`<a href="${href}">${label} <span lang="en">${labelEn}</span></a> `,
            )}
          </nav>
        </main>
      </body>
    </html> `.markup;
}
