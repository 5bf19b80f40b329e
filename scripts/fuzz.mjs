#!/usr/bin/env node
// npm run fuzz [-- --minutes 30 --seed N --only open|import|logs|TARGET,...]: hostile files by the thousand (tests/hostile/README.md).
// Bundled first, as the program is: its parts load one another when they are needed.
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { OUT, ROOT } from './setup/paths.mjs';

const folder = path.join(OUT, 'fuzz-built');
const source = (name) => path.join(ROOT, 'tests', 'hostile', 'fuzz', name);
await build({
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: true,
    outDir: folder,
    emptyOutDir: true,
    sourcemap: true,
    target: 'node20',
    rolldownOptions: {
      input: { command: source('command.ts'), child: source('child.ts') },
      external: [/^@duckdb\//, /^@tensorflow\//],
      output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
    },
  },
  ssr: { noExternal: true, external: ['@duckdb/node-api'] },
});
const { fuzz } = await import(pathToFileURL(path.join(folder, 'command.mjs')).href);
process.exit(await fuzz(process.argv.slice(2)));
