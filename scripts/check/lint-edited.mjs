// Lints edited files after each edit: rules about several files at once name the edited one, circles too.
import { run } from '../setup/command.mjs';
import { LINT_CACHE } from '../setup/paths.mjs';
import { lookAtEdited, NOTHING } from './edited.mjs';
import { OXLINT, OXLINT_FLAGS } from './tools.mjs';

/** The linter, its rules, our own rules, and the compiler's options. */
const RULES = /^(package-lock\.json|\.oxlintrc\.json|tsconfig[^/]*\.json|scripts\/lint\/.*)$/;
const LINTED = /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/;

/** An edit elsewhere can still break a file, such as a function that now returns a promise: `npm test` lints all. */
export const lintEdited = () =>
  lookAtEdited({
    cache: LINT_CACHE,
    rules: RULES,
    files: LINTED,
    all: () => run([...OXLINT, ...OXLINT_FLAGS]),
    some: async (edited) => (edited.length === 0 ? NOTHING : run([...OXLINT, ...OXLINT_FLAGS, ...edited])),
  });
