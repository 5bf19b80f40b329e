/** A folder shared by the test files of one vitest run (tests/support/kept.ts), removed at its end; and a look at what tests of the whole need. */
import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    keptFolder: string;
  }
}

const CLI = path.join(import.meta.dirname, '../../out/main/cli.js');

/**
 * Called for each project of vitest.config.mts; they share the folder of the first.
 * @throws if tests of the whole are to run and nothing was built, which `npm test` does before
 */
export default async function setup({ vitest, name }: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (name === 'whole' && !existsSync(CLI))
    throw withoutStack('Tests of the whole start the program in out/, and nothing is built there: npm run build.');
  const root = vitest.getRootProject();
  if ('keptFolder' in root.getProvidedContext()) return undefined;
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-kept-'));
  root.provide('keptFolder', folder);
  return () => fs.rm(folder, { recursive: true, force: true });
}

/** The message is all there is to tell, and vitest fails at the stack of an error before the first test. */
const withoutStack = (message: string): Error => Object.assign(new Error(message), { stack: message });
