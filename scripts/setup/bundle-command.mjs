// Bundles a command of tests that runs outside vitest as the program is bundled: its parts load one another when they are needed.
import * as path from 'node:path';
import { build, runnerImport } from 'vite';
import { OUT, ROOT } from './paths.mjs';

/**
 * @param {string} folderName of the bundle, in out/
 * @param {Record<string, string>} input source files by the names of what is built
 * @returns {Promise<string>} the folder, with NAME.mjs for each of them
 */
export async function bundleCommand(folderName, input) {
  const folder = path.join(OUT, folderName);
  const { module } = await runnerImport(path.join(ROOT, 'electron.vite.config.ts'), {
    configFile: false,
    logLevel: 'error',
  });
  const { main } = module.default;
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: main.resolve,
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      sourcemap: true,
      target: main.build.target,
      rolldownOptions: {
        input,
        external: main.build.rolldownOptions.external,
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
    ssr: { noExternal: true },
  });
  return folder;
}
