// Bundles a bench's worker as the program is bundled, so that nothing is transpiled while the clock runs.
import * as path from 'node:path';
import { build, runnerImport } from 'vite';
import { BENCH, CACHE } from './places.mjs';

/** What the program's bundle takes in, leaves out and replaces. */
const { main } = (
  await runnerImport(path.join(BENCH, '../electron.vite.config.ts'), { configFile: false, logLevel: 'error' })
).module.default;

/**
 * @param {string} entry a TypeScript file, from bench/ on
 * @param {'es' | 'cjs'} format cjs: as trainers are bundled; then the entry awaits nothing at its top
 * @returns {Promise<string>} the built file
 */
export async function bundle(entry, format = 'es') {
  const ending = format === 'es' ? '.mjs' : '.cjs';
  const name = entry.replaceAll('/', '-').replace(/\.ts$/, ending);
  const folder = path.join(CACHE, 'built', name.slice(0, -ending.length));
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: main.resolve,
    build: {
      ssr: path.join(BENCH, entry),
      outDir: folder,
      emptyOutDir: true,
      target: main.build.target,
      rolldownOptions: {
        external: main.build.rolldownOptions.external,
        output: {
          format,
          entryFileNames: name,
          chunkFileNames: `[name]${ending}`,
          ...(format === 'cjs' && { dynamicImportInCjs: false }),
        },
      },
    },
    ssr: { noExternal: true },
  });
  return path.join(folder, name);
}
