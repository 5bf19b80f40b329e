/**
 * The product's build, lowered for Electron 9.4.1 (Chrome 83, Node 12). README.md explains the differences and its use.
 */
import * as path from 'node:path';
import { defineConfig, mergeConfig, type UserConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import config from '../../../electron.vite.config';
import { lowerGridStyles } from './lower-grid-styles';

const product = config as UserConfig;
const here = (file: string): string => path.join(import.meta.dirname, file);

/** Rolldown's name for Node 12's syntax, except its last releases'. */
const NODE = 'node11';
const CHROME = 'chrome83';

/** Imports of electron get the stand-in with what Electron 9 lacks; the stand-in itself gets the real one. */
const electronFrom = (standIn: string): Plugin => ({
  name: 'electron-with-additions',
  enforce: 'pre',
  // electron-vite declares it external, which would win over ours.
  configResolved({ build: { rolldownOptions } }) {
    rolldownOptions.external = [rolldownOptions.external].flat().filter((name) => name !== 'electron') as RegExp[];
  },
  resolveId(source, importer) {
    if (source !== 'electron') return null;
    return importer?.startsWith(here('')) === true ? { id: 'electron', external: true } : here(standIn);
  },
});

const lowered = (standIn: string, ...names: string[]) => ({
  plugins: [electronFrom(standIn)],
  build: {
    externalizeDeps: false,
    target: NODE,
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(names.map((name) => [name, here(`${name}.ts`)])),
      output: {
        format: 'cjs' as const,
        entryFileNames: '[name].js',
        // Separate from the product's, which are in the same folder.
        chunkFileNames: 'electron-9/[name].js',
        // Node 12 only knows its modules without the prefix.
        paths: (id: string) => (/^(node:)?fs\/promises$/.test(id) ? './fs-promises.js' : id.replace(/^node:/, '')),
      },
    },
  },
});

export default defineConfig({
  main: lowered('electron.ts', 'main', 'parent-port', 'fs-promises'),
  preload: lowered('electron-of-preload.ts', 'preload'),
  renderer: mergeConfig(product.renderer ?? {}, {
    root: here('../../../src/renderer'),
    plugins: [
      lowerGridStyles(),
      {
        name: 'before-the-window',
        transform: (code: string, id: string) =>
          id.endsWith('/src/renderer/main.tsx') ? `import ${JSON.stringify(here('renderer.ts'))};\n${code}` : null,
      },
    ],
    build: {
      target: CHROME,
      cssTarget: CHROME,
      minify: false,
      // A separate chunk that runs before the window's own.
      rolldownOptions: {
        output: { codeSplitting: { groups: [{ name: 'before', test: /core-js|electron[\\/]profile/ }] } },
      },
    },
  }),
});
