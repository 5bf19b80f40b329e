// Where benches keep what they install, generate and build: inside the checkout, ignored by git.
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';

export const BENCH = fileURLToPath(new URL('..', import.meta.url));
export const CACHE = path.join(BENCH, '../node_modules/.shelfwise/bench');
