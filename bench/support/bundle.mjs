// Bundles what a bench runs in a process of its own, as the program is bundled: nothing is translated while the clock runs.
import * as path from 'node:path';
import { build } from 'vite';
import { BENCH, CACHE } from './places.mjs';

/**
 * @param {string} entry a TypeScript file, from bench/ on
 * @returns {Promise<string>} the built file
 */
export async function bundle(entry) {
  const name = entry.replaceAll('/', '-').replace(/\.ts$/, '.mjs');
  const folder = path.join(CACHE, 'built', name.replace(/\.mjs$/, ''));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: path.join(BENCH, entry),
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: {
        external: [/^@duckdb\//, /^@tensorflow\//],
        output: { entryFileNames: name, chunkFileNames: '[name].mjs' },
      },
    },
    ssr: { noExternal: true, external: ['@duckdb/node-api'] },
  });
  return path.join(folder, name);
}
