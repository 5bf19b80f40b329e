// The development tools as commands that run without a shell on every system.
import * as path from 'node:path';
import { NODE_MODULES, TYPES_CACHE } from '../setup/paths.mjs';

const tool = (...place) => [process.execPath, path.join(NODE_MODULES, ...place)];

export const OXFMT = tool('oxfmt', 'bin', 'oxfmt');
export const TYPESCRIPT = tool('typescript', 'bin', 'tsc');
export const OXLINT = tool('oxlint', 'bin', 'oxlint');
export const VITEST = tool('vitest', 'vitest.mjs');

/** Skips what depends on no edited file. One thread, because it shares the cores with other checks. */
export const TYPESCRIPT_FLAGS = ['--incremental', '--tsBuildInfoFile', TYPES_CACHE, '--singleThreaded'];

/** For the collector of compiler and typed linter, programs in Go: a sixth less of a processor for a quarter more memory, 3 GB. */
export const COMPILER_ENVIRONMENT = { GOGC: '400' };

/** The rules that know types are in oxlint-tsgolint; a leftover "oxlint-disable" counts as an error. */
export const OXLINT_FLAGS = ['--type-aware', '--deny-warnings', '--report-unused-disable-directives'];
