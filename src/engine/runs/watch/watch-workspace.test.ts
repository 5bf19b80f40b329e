import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryWorkspace } from '../../../../tests/support/finished-run';
import { recordFile } from '../record';
import { TRASH_NOTE } from '../../storage/names';
import { type Workspace, workspaceAt } from '../../storage/workspace';
import { WorkspaceWatch } from './watch-workspace';

/** The file whose change is reported, for each folder of the workspace. */
function fileIn(workspace: Workspace, kind: string): string {
  const folder = workspace[kind as keyof Workspace];
  if (kind === 'runs') return recordFile(path.join(folder, 'one'));
  if (kind === 'datasets') return path.join(folder, 'one', 'dataset.json');
  if (kind === 'trash') return path.join(folder, 'one', TRASH_NOTE);
  return path.join(folder, kind === 'audit' ? 'one.jsonl' : 'one.json');
}

const { folder: _, ...folders } = workspaceAt('.');

test.each(Object.keys(folders))('reports what another program writes into %s', async (kind) => {
  const workspace = await temporaryWorkspace();
  await using watch = new WorkspaceWatch(workspace);
  await watch.ready;
  const file = fileIn(workspace, kind);
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, '{}');
  expect((await watch.next()).value).toEqual({ kind, id: 'one' });
});
