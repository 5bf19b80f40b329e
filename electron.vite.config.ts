import * as path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { oneIconAFile } from './scripts/vite/one-icon-a-file';
import { wordsByLanguage } from './scripts/vite/words-by-language';

/**
 * Kept outside the bundle: native addons. Everything else is bundled, DuckDB's client of 180 files and tfjs-node's backend of 300 as well: reading one file instead
 * of a thousand starts a command at once.
 */
const EXTERNAL = [/\.node$/, /^@duckdb\/node-bindings/, 'electron'];

/** In the program, the part of tfjs that it uses. */
const TFJS = {
  find: /^@tensorflow\/tfjs$/,
  replacement: path.join(import.meta.dirname, 'src/engine/model/tfjs/used-of-tfjs.ts'),
};

export default defineConfig({
  main: {
    resolve: { alias: [TFJS] },
    build: {
      externalizeDeps: false,
      // electron-vite does not know this Electron's targets, and cli and trainer run on Node 20.
      target: 'node20',
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        external: EXTERNAL,
        input: {
          main: 'src/main/main.ts',
          'engine-host': 'src/host/engine-host.ts',
          cli: 'src/cli/index.ts',
          trainer: 'src/host/trainer.ts',
          'workbook-reader': 'src/engine/import/read/workbook/reader-thread.ts',
        },
        output: {
          format: 'cjs',
          // No hashes in names: buildSha256 identifies the build.
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
          // Node reads a whole CommonJS package to find its names: a quarter of a trainer's start.
          dynamicImportInCjs: false,
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      target: 'node24',
      sourcemap: false,
      minify: false,
      // A sandboxed preload is one CommonJS file.
      rolldownOptions: {
        external: ['electron'],
        input: { preload: 'src/preload/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), oneIconAFile(), wordsByLanguage()],
    build: {
      // Chromium of Electron 45, and current browsers.
      target: 'es2023',
      // A third less to parse for the first screen. Nothing reports the names in it.
      minify: true,
      sourcemap: false,
      // The content security policy allows no data: fonts or scripts; files are as fast on this computer.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4096,
      // A screen that retries after a failed load would get its script without its styles.
      cssCodeSplit: false,
      rolldownOptions: { input: 'src/renderer/index.html' },
    },
  },
});
