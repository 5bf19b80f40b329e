/** A folder shared by the test files of one vitest run (tests/support/kept.ts), removed at its end. */
import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    keptFolder: string;
  }
}

/** Called for each project of vitest.config.mts; they share the folder of the first. */
export default async function setup({ vitest }: TestProject): Promise<(() => Promise<void>) | undefined> {
  const root = vitest.getRootProject();
  if ('keptFolder' in root.getProvidedContext()) return undefined;
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'shelfwise-kept-'));
  root.provide('keptFolder', folder);
  return () => fs.rm(folder, { recursive: true, force: true });
}
