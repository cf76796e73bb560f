import vue from '@vitejs/plugin-vue';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build, type Plugin, type Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';
import { writtenValidators } from './src/check/schema/writtenValidators.ts';
import { SlowFirst } from './tests/slowFirst.ts';

/**
 * `import text from './x.ts?script'` gives the browser script that `x.ts` makes: bundled, minified, self-contained,
 * ready to be written into a static site.
 */
function browserScript(): Plugin {
  const suffix = '?script';
  return {
    name: 'guicheng-browser-script',
    enforce: 'pre',
    resolveId(id, importer) {
      return id.endsWith(suffix) && importer !== undefined ? resolve(dirname(importer), id) : undefined;
    },
    async load(id) {
      if (!id.endsWith(suffix)) return undefined;
      const entry = id.slice(0, -suffix.length);
      const result = await build({
        configFile: false,
        logLevel: 'silent',
        build: {
          write: false,
          minify: true,
          lib: { entry, formats: ['iife'], name: 'guicheng', fileName: 'script' },
        },
      });
      const output = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
      const chunk = output.find((one) => one.type === 'chunk');
      if (chunk === undefined) throw new Error(`No script came of ${entry}`);
      return `export default ${JSON.stringify(chunk.code)}`;
    },
  };
}

/** `#validators` are the validators of the schemas, written out; see `src/check/schema/validators.ts`. */
function validators(): Plugin {
  const name = '#validators';
  const resolved = `\0${name}`;
  let text: string | undefined;
  return {
    name: 'guicheng-validators',
    enforce: 'pre',
    resolveId: (id) => (id === name ? resolved : undefined),
    load: (id) => (id === resolved ? (text ??= writtenValidators()) : undefined),
  };
}

/** The style sheets that a file of the program brings along. */
function stylesOf(file: Rolldown.OutputBundle[string] | undefined): string[] {
  return file?.type === 'chunk' ? [...(file.viteMetadata?.importedCss ?? [])] : [];
}

/** A style sheet that a built page names. */
const sheetNamed = / *<link rel="stylesheet" crossorigin href="\/([^"]+)">\n/g;

function stylesNamed(page: string): string[] {
  return [...page.matchAll(sheetNamed)].map(([, name]) => name!);
}

function textOf(file: Rolldown.OutputBundle[string] | undefined): string {
  if (file?.type !== 'asset') throw new Error('There is no such style sheet');
  return String(file.source);
}

/**
 * `editor.html` beside `index.html`: the same page for the address of a draft, which names all that the editor is made
 * of, so that the browser fetches it at once and not each part when the one before asks for it. Its style sheets are
 * one: a file of a kilobyte costs as much to ask for as to read.
 */
function editorPage(): Plugin {
  const parts = ['pages/EditorPage.vue', 'source/SourceEditor.vue', 'source/monaco.ts'];
  return {
    name: 'guicheng-editor-page',
    apply: 'build',
    enforce: 'post',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') this.error('There is no index.html to make editor.html of');
        const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
        const here = new Set<string>();
        const withImports = (file: string): string[] => {
          const chunk = bundle[file];
          if (chunk?.type !== 'chunk' || here.has(file)) return [];
          here.add(file);
          return [...chunk.imports.flatMap(withImports), file];
        };
        // What the page itself names is on its way already.
        for (const chunk of chunks)
          if (String(page.source).includes(chunk.fileName)) withImports(chunk.fileName);
        const styles: string[] = stylesNamed(String(page.source));
        const links = parts.flatMap((part) => {
          const chunk = chunks.find(({ moduleIds }) =>
            moduleIds.some((id) => id.endsWith(`/studio/${part}`)),
          );
          if (chunk === undefined) this.error(`There is no part of the program from ${part}`);
          // The code editor is no part of the page on a narrow screen.
          const media = part.startsWith('source/') ? ' media="(min-width: 64rem)"' : '';
          return withImports(chunk.fileName).flatMap((file) => {
            const own = stylesOf(bundle[file]);
            if (media === '') styles.push(...own);
            return [
              `    <link rel="modulepreload" crossorigin href="/${file}"${media}>\n`,
              ...(media === ''
                ? []
                : own.map(
                    (style) => `    <link rel="preload" as="style" crossorigin href="/${style}"${media}>\n`,
                  )),
            ];
          });
        });
        const whole = this.emitFile({
          type: 'asset',
          name: 'editorPage.css',
          source: styles.map((name) => textOf(bundle[name])).join(''),
        });
        const sheets = [
          `<link rel="stylesheet" crossorigin href="/${this.getFileName(whole)}">`,
          // The program takes a sheet that the page names for one that is there, and does not ask for it again. Without
          // `media` browsers that read ahead fetch it all the same.
          ...styles.map((name) => `<link rel="stylesheet" media="not all" disabled href="/${name}">`),
        ];
        const source = String(page.source)
          .replaceAll(sheetNamed, '')
          .replace('  </head>', `    ${sheets.join('\n    ')}\n${links.join('')}  </head>`);
        this.emitFile({ type: 'asset', fileName: 'editor.html', source });
      },
    },
  };
}

/**
 * Beside each text file of the studio the same file packed, as `.br` and `.gz`: twelve megabytes of program are two on
 * the way, and the server need not pack them for everybody who asks.
 */
export function packedFiles(): Plugin {
  return {
    name: 'guicheng-packed-files',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    async writeBundle({ dir }, bundle) {
      const texts = Object.keys(bundle).filter((name) => /\.(js|css|html|svg)$/.test(name));
      await Promise.all(
        texts.map(async (name) => {
          const path = join(dir!, name);
          const text = await readFile(path);
          const params = {
            [constants.BROTLI_PARAM_QUALITY]: 9,
            [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
          };
          await writeFile(`${path}.br`, await promisify(brotliCompress)(text, { params }));
          await writeFile(`${path}.gz`, await promisify(gzip)(text, { level: 9 }));
        }),
      );
    },
  };
}

/**
 * Which modules of the studio come in one file, each with all that it needs and no earlier group has. Left to itself the
 * bundler makes a file of every few modules that the same pages share: the editor came in thirty, and fetching and
 * preparing them took as long as Monaco.
 */
const studioFiles: { name: string; test: RegExp }[] = [
  // In a file of its own Monaco's words are there before Monaco, as their import says.
  { name: 'monacoWords', test: /monaco-editor.*nls.lang/ },
  // What stands around every page.
  {
    name: 'base',
    test: /node_modules.(@vue|vue|vue-router|pinia).|studio.(main|router|App|i18n|api|styles|stores.session|shell.(?!CommandPalette|ShortcutSheet|findCommands)|components.ProblemNotice|source.loadMonaco|document.later|editor.(fetchEditor|useLenses))|export-helper|preload-helper/,
  },
  {
    name: 'core',
    test: /src.(model|text|catalogue|api|procedure.(elements|questions|weekParts|words)\.)|node_modules.yaml|studio.(components|document.useBegin|editor.draftLookups|review.threadPlace|catalogue.soundsLike|form.(valueInWords|numbers|newId|inner|references|optionIndex|sections|fieldKind|formContext))/,
  },
  { name: 'procedure', test: /src.procedure/ },
  { name: 'virtual', test: /node_modules.@tanstack/ },
  {
    name: 'editor',
    test: /studio.(form.(SchemaField|ItemForm|fields.(?!SearchList))|pages.EditorPage|editor.|document.(?!useBegin)|source.(SourceEditor|PlainSource))/,
  },
];

/** Two bundles from one command (`vite build --app`): the studio for browsers, the binary for Node. */
export default defineConfig({
  root: 'studio',
  base: '/',
  plugins: [vue(), browserScript(), validators(), editorPage(), packedFiles()],
  worker: { plugins: () => [validators()] },
  builder: {},
  environments: {
    client: {
      build: {
        outDir: '../dist/studio',
        emptyOutDir: true,
        chunkSizeWarningLimit: 5000,
        // What stands in for it would be a file of its own; a browser that does not know it asks a little later.
        modulePreload: { polyfill: false },
        rollupOptions: {
          output: {
            codeSplitting: { groups: studioFiles },
          },
        },
      },
    },
    ssr: {
      // A command starts sooner from one file than from a hundred small ones.
      resolve: { noExternal: ['ajv', 'commander', 'fflate', 'pinyin-pro', 'ulid', 'uqr', 'yaml'] },
      build: {
        outDir: '../dist/node',
        emptyOutDir: true,
        ssr: true,
        target: 'node20',
        rollupOptions: {
          input: {
            guicheng: 'src/node/cli/guicheng.ts',
            itemWorker: 'src/node/publish/engine/itemWorker.ts',
            siteProcess: 'src/node/publish/siteProcess.ts',
          },
        },
      },
    },
  },
  test: {
    root: '.',
    // Half of the time tests wait for a disk, a browser or a process; left to itself the runner spares a core.
    maxWorkers: 2,
    sequence: { sequencer: SlowFirst },
    setupFiles: ['tests/fixedSeed.ts'],
    projects: [
      {
        extends: true,
        root: '.',
        test: {
          name: 'plain',
          // Plain functions change nothing around them: one file of tests after the other in the same process finds all
          // that it needs read and warm.
          isolate: false,
          testTimeout: 60_000,
          include: ['src/**/*.test.ts'],
          exclude: ['src/node/**'],
        },
      },
      {
        extends: true,
        root: '.',
        test: {
          name: 'unit',
          // No test is about time; these only end what hangs, on a machine that is busy with other things.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: [
            'src/node/**/*.test.ts',
            'studio/**/*.test.ts',
            'tests/*.test.ts',
            'tests/{check,cli,faults,import,report,security}/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        root: '.',
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          expect: { poll: { timeout: 10_000 } },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
