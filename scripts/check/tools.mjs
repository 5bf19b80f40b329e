// The tools of development, as commands that run without a shell on every system.
import * as path from 'node:path';
import { FORMAT_CACHE, NODE_MODULES, TYPES_CACHE } from '../setup/paths.mjs';

const tool = (...place) => [process.execPath, path.join(NODE_MODULES, ...place)];

export const PRETTIER = tool('prettier', 'bin', 'prettier.cjs');
export const TYPESCRIPT = tool('typescript', 'bin', 'tsc');
export const OXLINT = tool('oxlint', 'bin', 'oxlint');
export const VITEST = tool('vitest', 'vitest.mjs');

/** By content: what git checks out has new dates. */
export const PRETTIER_CACHE = ['--cache', '--cache-strategy=content', `--cache-location=${FORMAT_CACHE}`];

/** What depends on no edited file is not looked at again. One thread: it shares the cores with the other checks. */
export const TYPESCRIPT_FLAGS = ['--incremental', '--tsBuildInfoFile', TYPES_CACHE, '--singleThreaded'];

/** Its rules that know types are in oxlint-tsgolint; a leftover "oxlint-disable" counts as an error. */
export const OXLINT_FLAGS = ['--type-aware', '--deny-warnings', '--report-unused-disable-directives'];
/** A tenth of the work; what is disabled for a rule that knows types looks left over to it. */
export const OXLINT_WITHOUT_TYPES = ['--deny-warnings'];
