import { html, type Content } from '../../guide/index.ts';

/** A whole page of ours outside of studio and site: a heading and what stands below it, without scripts. */
export function plainPage({
  title,
  titleEn,
  body,
}: {
  title: string;
  titleEn: string;
  body: Content;
}): string {
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
          form {
            display: grid;
            gap: 0.4rem;
            margin-top: 1.5rem;
          }
          label {
            font-weight: 600;
          }
          select,
          textarea {
            box-sizing: border-box;
            width: 100%;
            min-height: 48px;
            padding: 0.6rem 0.75rem;
            border: 2px solid var(--soft);
            border-radius: 8px;
            background: var(--paper);
            color: var(--ink);
            font: inherit;
          }
          textarea {
            min-height: 9rem;
          }
          button {
            justify-self: start;
            min-height: 52px;
            margin-top: 0.75rem;
            padding: 0 1.5rem;
            border: 0;
            border-radius: 8px;
            background: var(--link);
            color: var(--paper);
            font: inherit;
            font-weight: 700;
            cursor: pointer;
          }
          button [lang='en'] {
            color: inherit;
          }
          :focus-visible {
            outline: 3px solid var(--link);
            outline-offset: 2px;
          }
          nav {
            display: flex;
            flex-wrap: wrap;
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
          ${body}
        </main>
      </body>
    </html> `.markup;
}
