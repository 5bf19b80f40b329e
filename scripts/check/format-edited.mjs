// Checks the format of edited files: reading all of them takes three seconds.
import { run } from '../setup/command.mjs';
import { FORMATTED } from '../setup/paths.mjs';
import { lookAtEdited } from './edited.mjs';
import { PRETTIER, PRETTIER_CACHE } from './tools.mjs';

const RULES = /^(package-lock\.json|\.prettier(?:rc\.json|ignore)|\.editorconfig)$/;
const CHECK = ['--check', '--log-level=warn'];
const NOTHING = { status: 0, signal: null, output: '' };

/** The check of all files. */
export const FORMAT = [...PRETTIER, ...PRETTIER_CACHE, ...CHECK, '.'];

export const formatEdited = () =>
  lookAtEdited({
    cache: FORMATTED,
    rules: RULES,
    files: /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs|json|md|css|html|yml|yaml)$/,
    all: () => run(FORMAT),
    some: async (edited) =>
      edited.length === 0 ? NOTHING : run([...PRETTIER, ...CHECK, '--ignore-unknown', ...edited]),
  });
