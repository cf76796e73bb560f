import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

/** Two bundles from one command (`vite build --app`): the studio for browsers, the binary for Node. */
export default defineConfig({
  root: 'studio',
  base: './',
  plugins: [vue()],
  builder: {},
  environments: {
    client: { build: { outDir: '../dist/studio', emptyOutDir: true, chunkSizeWarningLimit: 5000 } },
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
    projects: [
      {
        extends: true,
        root: '.',
        test: { name: 'unit', include: ['src/**/*.test.ts', 'studio/**/*.test.ts', 'tests/*.test.ts', 'tests/cli/**/*.test.ts'] },
      },
      {
        extends: true,
        root: '.',
        test: { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
});
