// Lints after each edit: rules without types on everything, rules with types on edited files.
import { run } from '../setup/command.mjs';
import { LINT_CACHE } from '../setup/paths.mjs';
import { lookAtEdited } from './edited.mjs';
import { OXLINT, OXLINT_FLAGS, OXLINT_WITHOUT_TYPES } from './tools.mjs';

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
    async some(edited) {
      const all = await run([...OXLINT, ...OXLINT_WITHOUT_TYPES]);
      return all.status !== 0 || edited.length === 0 ? all : run([...OXLINT, ...OXLINT_FLAGS, ...edited]);
    },
  });
