import vue from '@vitejs/plugin-vue';
import { dirname, resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { writtenValidators } from './src/check/schema/writtenValidators.ts';

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

/** Two bundles from one command (`vite build --app`): the studio for browsers, the binary for Node. */
export default defineConfig({
  root: 'studio',
  base: '/',
  plugins: [vue(), browserScript(), validators()],
  worker: { plugins: () => [validators()] },
  builder: {},
  environments: {
    client: {
      build: {
        outDir: '../dist/studio',
        emptyOutDir: true,
        chunkSizeWarningLimit: 5000,
        rollupOptions: {
          output: {
            codeSplitting: {
              groups: [
                // In a file of its own Monaco's words are there before Monaco, as their import says.
                { name: 'monacoWords', test: /monaco-editor.*nls.lang/ },
              ],
            },
          },
        },
      },
    },
    ssr: {
      build: {
        outDir: '../dist/node',
        emptyOutDir: true,
        ssr: true,
        target: 'node20',
        rollupOptions: { input: { guicheng: 'src/node/cli/guicheng.ts' } },
      },
    },
  },
  test: {
    root: '.',
    // Half of the time tests wait for a disk, a browser or a process; left to itself the runner spares a core.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        root: '.',
        test: {
          name: 'unit',
          // No test is about time; these only end what hangs, on a machine that is busy with other things.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          include: [
            'src/**/*.test.ts',
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
