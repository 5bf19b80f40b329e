/** The tiny folders of other tests contain what they claim. */
import { mkdtemp, rm } from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importFolder } from '../../src/engine/import/import-folder';
import { openSnapshot } from '../../src/engine/data/snapshot';
import { loadInteractions } from '../../src/engine/data/selected-events';
import { openWorkspace, type Workspace } from '../../src/engine/storage/workspace';
import { presetRecipe } from '../../src/shared/recipe/presets';
import { makeSmallFolder, type SmallFolderOptions } from '../support/small-folder';

let parent: string;
let workspace: Workspace;

beforeAll(async () => {
  parent = await mkdtemp(path.join(os.tmpdir(), 'shelfwise-small-workspace-'));
  workspace = await openWorkspace(parent);
});
afterAll(() => rm(parent, { recursive: true, force: true }));

test.each<[string, SmallFolderOptions]>([
  ['plain', {}],
  ['of every file', { everyFile: true }],
  ['with decimal ids', { dirt: { decimalIds: true } }],
  ['with repairable rows', { dirt: { lateSeconds: 5, duplicates: 3 } }],
  [
    'with every bad row',
    {
      profiles: 20,
      groups: 4,
      everyFile: true,
      dirt: {
        lateSeconds: 7,
        duplicates: 4,
        shortRows: 3,
        longRows: 2,
        impossibleDates: 2,
        missingIds: 1,
        cutOff: true,
        profilesWithoutRow: 2,
        profilesWithoutHistory: 3,
        albumsWithoutMetadata: 2,
      },
    },
  ],
  [
    'in CRLF and CP949',
    { forms: { 'history_data.csv': { lineEnds: 'CRLF' }, 'meta_data.csv': { encoding: 'cp949' } } },
  ],
])('a small folder %s imports to its own events and counts', async (_, options) => {
  const small = await makeSmallFolder(options);
  try {
    const answer = await importFolder({ workspace, folder: small.folder });
    const history = answer.files.find((file) => file.file === 'history_data.csv')!;
    expect(history.rows).toBe(small.rows);
    expect(history.rejected).toBe(small.rejected);
    expect(history.repaired).toBe(options.dirt?.decimalIds ? small.rows : small.repaired);
    const snapshot = await openSnapshot(workspace, answer.fingerprint);
    const { time } = await loadInteractions(snapshot, presetRecipe('popularity'));
    expect(Array.from(time!)).toEqual(small.events.map((event) => event.time));
  } finally {
    await small.remove();
  }
});
