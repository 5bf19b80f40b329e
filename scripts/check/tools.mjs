// The tools of development, as commands that run without a shell on every system.
import * as path from 'node:path';
import { NODE_MODULES } from '../setup/paths.mjs';

const tool = (...place) => [process.execPath, path.join(NODE_MODULES, ...place)];

export const PRETTIER = tool('prettier', 'bin', 'prettier.cjs');
export const TYPESCRIPT = tool('typescript', 'bin', 'tsc');
export const OXLINT = tool('oxlint', 'bin', 'oxlint');
export const VITEST = tool('vitest', 'vitest.mjs');

/** Its rules that know types are in oxlint-tsgolint; a leftover "oxlint-disable" counts as an error. */
export const OXLINT_FLAGS = ['--type-aware', '--deny-warnings', '--report-unused-disable-directives'];
