// build-sides.mjs FILE SIDE=FOLDER... [--entry NAME=FILE]: compiles sides of electron.vite.config.ts, each into a folder, and writes to FILE
// which files of the checkout each of them read. --entry adds a program to the side main. A process of its own, whose environment build.mjs sets.
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { resolveConfig } from 'electron-vite';
import { build } from 'vite';
import { writeJson } from './files.mjs';
import { NODE_MODULES, ROOT } from './paths.mjs';

/** Of `import.meta.env`: variables and .env files of a developer reach no build. */
const NO_VARIABLES = ['SHELFWISE_BUILD_'];

/** @returns {string | null} a file of the checkout, with slashes; null for what a bundler or a package brings */
function fileOf(id) {
  const [file] = id.split('?');
  if (!path.isAbsolute(file) || file.startsWith(NODE_MODULES)) return null;
  return path.relative(ROOT, file).split(path.sep).join('/');
}

/**
 * Collects what a build reads: its modules, its assets, and what a plugin names as `api.filesRead`.
 * @returns {{ plugin: import('vite').Plugin, files: Set<string> }}
 */
function recordReads() {
  const files = new Set();
  const add = (id) => {
    const file = fileOf(id);
    if (file !== null) files.add(file);
  };
  let config;
  const plugin = {
    name: 'files-read',
    configResolved: (resolved) => void (config = resolved),
    buildEnd() {
      for (const id of this.getModuleIds()) add(id);
    },
    generateBundle(_options, bundle) {
      for (const { type, originalFileNames = [] } of Object.values(bundle))
        if (type === 'asset') for (const name of originalFileNames) add(path.resolve(config.root, name));
      for (const { api } of config.plugins) for (const file of api?.filesRead ?? []) add(file);
    },
  };
  return { plugin, files };
}

async function buildSide(config, folder) {
  const { plugin, files } = recordReads();
  config.plugins.push(plugin);
  config.envPrefix = NO_VARIABLES;
  config.build.outDir = folder;
  await build(config);
  return [...files].toSorted();
}

async function buildSides([answer, ...sides], entry) {
  const { config } = await resolveConfig({ root: ROOT, logLevel: 'warn' }, 'build', 'production');
  if (entry !== undefined)
    Object.assign(config.main.build.rolldownOptions.input, Object.fromEntries([entry.split('=')]));
  const read = {};
  for (const [side, folder] of sides.map((words) => words.split('=')))
    read[side] = await buildSide(config[side], folder);
  writeJson(answer, read);
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { entry: { type: 'string' } } });
await buildSides(positionals, values.entry);
