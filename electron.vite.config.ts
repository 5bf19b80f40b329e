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
        input: { cli: 'src/cli/index.ts', trainer: 'src/host/trainer.ts' },
        // No hashes in the names: buildSha256 says which build it is.
        output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  },
});
