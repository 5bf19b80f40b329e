import * as path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { runnerImport, type Plugin } from 'vite';

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

const WORDS_FILE = path.join(import.meta.dirname, 'src/features/words.ts');

/** In the window, src/features/words.ts begins empty, and each language is a file of its own that `loadWords` fills it from. */
function wordsByLanguage(): Plugin {
  return {
    name: 'words-by-language',
    async load(id) {
      const [file, only] = id.split('?only=');
      if (file !== WORDS_FILE) return null;
      if (only === undefined)
        return `
          export const WORDS = {};
          const FILES = { en: () => import('./words.ts?only=en'), ko: () => import('./words.ts?only=ko') };
          export async function loadWords(language) {
            const { TEXTS } = await FILES[language]();
            for (const id in TEXTS) (WORDS[id] ??= {})[language] = TEXTS[id];
          }`;
      const { module } = await runnerImport<{ WORDS: Record<string, Record<string, string>> }>(WORDS_FILE, {
        configFile: false,
      });
      const texts = Object.entries(module.WORDS).map(([textId, text]) => [textId, text[only]]);
      return `export const TEXTS = JSON.parse(${JSON.stringify(JSON.stringify(Object.fromEntries(texts)))});`;
    },
  };
}

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
    plugins: [react(), wordsByLanguage()],
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
