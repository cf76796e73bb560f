import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runNode, type Run } from '../check/processes.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const modules = here('../peers/node_modules');
const own = here('../../node_modules');

/** A publisher with a project that makes the guides of a corpus: each run starts from nothing. */
export interface Peer {
  name: string;
  run(): Promise<Run>;
}

const readItems = (folder: string) => `
import { readdirSync, readFileSync } from 'node:fs';
import yaml from ${JSON.stringify(`${own}/js-yaml/dist/js-yaml.mjs`)};
const folder = ${JSON.stringify(folder)};
export function readItems() {
  return readdirSync(folder).map((name) => yaml.load(readFileSync(folder + '/' + name, 'utf8')));
}
`;

/** Eleventy and Astro on the items in `folder`, written into `work`; `style` stands in every page. */
export async function makePeers(work: string, folder: string, style: string): Promise<Peer[]> {
  return [
    await eleventy(join(work, 'eleventy'), folder, style),
    await astro(join(work, 'astro'), folder, style),
  ];
}

async function eleventy(dir: string, folder: string, style: string): Promise<Peer> {
  const input = join(dir, 'src');
  await mkdir(join(input, '_data'), { recursive: true });
  await common(dir, folder, style);
  await writeFile(
    join(input, '_data/items.js'),
    `import { readItems } from '../../readItems.mjs';\nexport default () => readItems();\n`,
  );
  const page = (name: string, size: number, permalink: string, render: string) =>
    writeFile(
      join(input, `${name}.11ty.js`),
      `import { guidePage, listPage } from '../peerPage.mjs';\nimport { style } from '../style.mjs';\n` +
        `export const data = { pagination: { data: 'items', size: ${size}, alias: 'shown' }, permalink: (data) => ${permalink} };\n` +
        `export const render = (data) => ${render};\n`,
    );
  await page('guide', 1, '`511500/${data.shown.id}.html`', 'guidePage(data.shown, style)');
  await page(
    'list',
    50,
    '`511500/index.${data.pagination.pageNumber}.html`',
    'listPage(data.shown, data.pagination.pageNumber, style)',
  );
  await writeFile(join(dir, 'package.json'), '{"type":"module"}');
  const out = join(dir, 'out');
  return {
    name: 'eleventy',
    run: async () => {
      await rm(out, { recursive: true, force: true });
      return runNode([
        join(modules, '@11ty/eleventy/cmd.cjs'),
        `--input=${input}`,
        `--output=${out}`,
        '--quiet',
      ]);
    },
  };
}

async function astro(dir: string, folder: string, style: string): Promise<Peer> {
  await mkdir(join(dir, 'src/pages/511500'), { recursive: true });
  await common(dir, folder, style);
  await symlink(modules, join(dir, 'node_modules'));
  await writeFile(join(dir, 'package.json'), '{"type":"module"}');
  await writeFile(
    join(dir, 'astro.config.mjs'),
    `export default { build: { format: 'file' }, telemetry: false, logLevel: 'error' };\n`,
  );
  const page = (name: string, paths: string, render: string) =>
    writeFile(
      join(dir, `src/pages/511500/[${name}].astro`),
      `---\nimport { guidePage, listPage } from '../../../peerPage.mjs';\nimport { readItems } from '../../../readItems.mjs';\nimport { style } from '../../../style.mjs';\n` +
        `export function getStaticPaths() { const items = readItems(); return ${paths}; }\nconst shown = Astro.props;\n---\n<Fragment set:html={${render}} />\n`,
    );
  await page(
    'guide',
    'items.map((item) => ({ params: { guide: item.id }, props: { item } }))',
    'guidePage(shown.item, style)',
  );
  await page(
    'list',
    'Array.from({ length: Math.ceil(items.length / 50) }, (_, i) => ({ params: { list: `index.${i}` }, props: { items: items.slice(i * 50, i * 50 + 50), number: i } }))',
    'listPage(shown.items, shown.number, style)',
  );
  return {
    name: 'astro',
    run: async () => {
      await rm(join(dir, 'dist'), { recursive: true, force: true });
      // It looks for its own modules from where it runs.
      return runNode([join(modules, 'astro/astro.js'), 'build', '--silent'], [0], dir);
    },
  };
}

async function common(dir: string, folder: string, style: string): Promise<void> {
  await copyFile(here('peerPage.mjs'), join(dir, 'peerPage.mjs'));
  await writeFile(join(dir, 'style.mjs'), `export const style = ${JSON.stringify(style)};\n`);
  await writeFile(join(dir, 'readItems.mjs'), readItems(folder));
}

/** Hugo on the same items, where it is on the PATH. */
export async function makeHugo(work: string, folder: string, style: string): Promise<Peer | undefined> {
  if (spawnSync('hugo', ['version']).status !== 0) return undefined;
  const dir = join(work, 'hugo');
  for (const one of ['content/guides', 'layouts/_default', 'layouts/partials'])
    await mkdir(join(dir, one), { recursive: true });
  await writeFile(
    join(dir, 'hugo.toml'),
    'baseURL = "/"\ntitle = "guides"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "404"]\npaginate = 50\nuglyURLs = true\n',
  );
  for (const name of await readdir(folder)) {
    const text = await readFile(join(folder, name), 'utf8');
    // Its own words for the name and the type of a page would be taken for ours.
    await writeFile(
      join(dir, 'content/guides', name.replace('.yaml', '.md')),
      `---\nitem:\n${text.replace(/^/gm, '  ')}\n---\n`,
    );
  }
  const head = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{{ .Params.item.basics.name }}</title><style>${style}</style></head><body><main id="main">`;
  await writeFile(
    join(dir, 'layouts/partials/rows.html'),
    '{{ if reflect.IsMap . }}<dl class="rows">{{ range $k, $v := . }}<div><dt>{{ $k }}</dt><dd>{{ partial "rows.html" $v }}</dd></div>{{ end }}</dl>{{ else if reflect.IsSlice . }}<ol class="rows">{{ range . }}<li>{{ partial "rows.html" . }}</li>{{ end }}</ol>{{ else }}<span>{{ . }}</span>{{ end }}',
  );
  await writeFile(
    join(dir, 'layouts/_default/single.html'),
    `${head}<h1>{{ .Params.item.basics.name }}</h1>{{ partial "rows.html" .Params.item }}</main></body></html>`,
  );
  await writeFile(
    join(dir, 'layouts/_default/list.html'),
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>guides</title><style>${style}</style></head><body><ul class="list">{{ range .Paginator.Pages }}<li><a href="{{ .RelPermalink }}"><b>{{ .Params.item.basics.name }}</b></a></li>{{ end }}</ul></body></html>`,
  );
  const out = join(dir, 'public');
  return {
    name: 'hugo',
    run: async () => {
      await rm(out, { recursive: true, force: true });
      return runNode([here('runProgram.mjs'), 'hugo', '--source', dir, '--destination', out, '--quiet']);
    },
  };
}
