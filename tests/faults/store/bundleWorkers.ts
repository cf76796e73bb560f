import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { build } from 'vite';

const names = ['worker', 'swapper'] as const;

/** The writing processes as plain scripts in `dir`, which start in a tenth of the time that their sources take. */
export async function bundleWorkers(dir: string): Promise<Record<(typeof names)[number], string>> {
  const input = Object.fromEntries(
    names.map((name) => [name, fileURLToPath(new URL(`${name}.ts`, import.meta.url))]),
  );
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: dir,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { input, output: { entryFileNames: '[name].mjs' } },
    },
    ssr: { noExternal: true },
  });
  return { worker: join(dir, 'worker.mjs'), swapper: join(dir, 'swapper.mjs') };
}
