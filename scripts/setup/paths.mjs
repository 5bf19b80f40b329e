// Paths that setup uses. All are absolute; nothing is written outside the checkout.
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const NODE_MODULES = path.join(ROOT, 'node_modules');

/** Setup's own folder: npm keeps it on install and removes it, with everything else, on `npm ci`. */
export const STATE = path.join(NODE_MODULES, '.shelfwise');
/** What the addon was made of, or why there is none; `doctor` and run records read it too (src/engine/machine/environment). */
export const ADDON_STATE = path.join(STATE, 'addon.json');
/** Last results of lint, types and quick tests; may be removed at any time. */
export const LINT_CACHE = path.join(STATE, 'oxlint.json');
export const TYPED_CACHE = path.join(STATE, 'typed.json');
export const PASSES = path.join(STATE, 'passes.jsonl');
/** What the last mutation testing found. */
export const MUTANTS = path.join(STATE, 'mutants.json');
export const EVALUATED = path.join(STATE, 'evaluated.json');
export const CHECKED = path.join(STATE, 'checked.json');
export const TYPES_CACHE = path.join(STATE, 'tsc.tsbuildinfo');

export const TFJS_NODE = path.join(NODE_MODULES, '@tensorflow', 'tfjs-node');
export const ADDON = path.join(TFJS_NODE, 'lib', 'napi-v8', 'tfjs_binding.node');

/** The folder of these scripts. */
export const SETUP = path.join(ROOT, 'scripts', 'setup');

export const OUT = path.join(ROOT, 'out');
export const BUILD_STATE = path.join(OUT, 'build.json');
export const CLI = path.join(OUT, 'main', 'cli.js');
export const WINDOW = path.join(OUT, 'renderer', 'index.html');
