// Bundles a bench's worker as the program is bundled, so that nothing is transpiled while the clock runs.
import * as path from 'node:path';
import { build } from 'vite';
import { BENCH, CACHE } from './places.mjs';

/**
 * @param {string} entry a TypeScript file, from bench/ on
 * @param {'es' | 'cjs'} format cjs: as trainers are bundled, which load TensorFlow without reading its source for names first; then the entry
 * awaits nothing at its top
 * @returns {Promise<string>} the built file
 */
export async function bundle(entry, format = 'es') {
  const ending = format === 'es' ? '.mjs' : '.cjs';
  const name = entry.replaceAll('/', '-').replace(/\.ts$/, ending);
  const folder = path.join(CACHE, 'built', name.slice(0, -ending.length));
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
        output: {
          format,
          entryFileNames: name,
          chunkFileNames: `[name]${ending}`,
          ...(format === 'cjs' && { dynamicImportInCjs: false }),
        },
      },
    },
    ssr: { noExternal: true, external: ['@duckdb/node-api'] },
  });
  return path.join(folder, name);
}
