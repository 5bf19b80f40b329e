/** Bundles of trained runs, for the tests of bundles. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect } from 'vitest';
import { bundleRun } from '../../src/features/bundles/engine/bundle-run';
import type { Workspace } from '../../src/engine/storage/workspace';
import { temporaryFolder } from './finished-run';
import { trainedRun, profileId, type Trained } from './trained-run';

export const PROFILES = Array.from({ length: 24 }, (_, index) => profileId(index));

export async function bundled(
  { workspace, record }: Pick<Trained, 'workspace' | 'record'>,
  withData: boolean,
): Promise<{ file: string; sha256: string; files: string[]; rulesLeftOut: number }> {
  const out = path.join(await temporaryFolder(), 'run.bundle.zip');
  const answer = await bundleRun({ workspace, runId: record.runId.slice(0, 6), out, withData });
  expect(answer).toMatchObject({ runId: record.runId, path: out, withData });
  return { file: out, ...answer };
}

let shared: Promise<Buffer> | null = null;

/** One bundle with data, for the tests that only damage copies of it. */
export async function sharedBundle(): Promise<string> {
  shared ??= trainedRun({ model: 'popularity' })
    .then((trained) => bundled(trained, true))
    .then(({ file }) => fs.readFile(file));
  const file = path.join(await temporaryFolder(), 'shared.zip');
  await fs.writeFile(file, await shared);
  return file;
}

/** Everything below the folders of data sets and runs. */
export async function holdings({ folder }: Workspace): Promise<string[]> {
  const names = await fs.readdir(folder, { recursive: true });
  return names.filter((name) => !['datasets', 'runs', 'trash', 'shelfwise.json'].includes(name)).sort();
}
