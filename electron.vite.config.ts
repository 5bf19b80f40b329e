import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/**
 * Stay outside the bundle: native addons, and what must be the same instance as theirs (tfjs-core) or finds its own files
 * beside itself (tfjs-backend-wasm). Everything else is bundled: one file is read in place of a thousand, so a command starts at once.
 */
const EXTERNAL = [/^@tensorflow\//, /^@duckdb\//, 'electron'];

export default defineConfig({
  main: {
    build: {
      externalizeDeps: false,
      // electron-vite does not know the targets of this Electron, and cli and trainer run on Node 20.
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
        },
        output: {
          format: 'cjs',
          // No hashes in the names: buildSha256 says which build it is.
          entryFileNames: '[name].js',
          chunkFileNames: '[name].js',
          // Node reads the whole source of a CommonJS package that is imported, for its names: a quarter of a trainer's start.
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
    plugins: [react()],
    build: {
      // The Chromium of Electron 45, and what is current in browsers.
      target: 'es2023',
      sourcemap: false,
      // The content security policy allows no data: in fonts or scripts; files are as quick on this computer.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4096,
      // A screen that is asked for again after its files could not be fetched would get its script and not its styles.
      cssCodeSplit: false,
      rolldownOptions: { input: 'src/renderer/index.html' },
    },
  },
});
