// Checks types after an edit of what they follow from; the compiler looks at the whole program, and keeps what it learned.
import { run } from '../setup/command.mjs';
import { TYPED_CACHE } from '../setup/paths.mjs';
import { lookAtEdited, NOTHING } from './edited.mjs';
import { COMPILER_ENVIRONMENT, TYPESCRIPT, TYPESCRIPT_FLAGS } from './tools.mjs';

/** Packages and the compiler's options. */
const RULES = /^(package-lock\.json|tsconfig[^/]*\.json)$/;
/** Styles, pictures and pages have no types. */
const TYPED = /\.(?:[cm]?[jt]sx?|json)$/;

const checkTypes = () =>
  run([...TYPESCRIPT, ...TYPESCRIPT_FLAGS, '--project', '.', '--pretty'], { env: COMPILER_ENVIRONMENT });

export const typeEdited = () =>
  lookAtEdited({
    cache: TYPED_CACHE,
    rules: RULES,
    files: TYPED,
    all: checkTypes,
    some: async (edited, hasRemoved) => (edited.length === 0 && !hasRemoved ? NOTHING : checkTypes()),
  });
