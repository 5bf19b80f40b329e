/** Reads the profile IDs in a user's folder as an import would keep them; leaves nothing in the workspace. */
import * as path from 'node:path';
import { canonicalId } from '../data/privacy/keyed-ids';
import { makeFolder, removeFolder } from '../storage/files';
import { temporaryBeside } from '../storage/temporary';
import type { Workspace } from '../storage/workspace';
import { withDatabase } from '../storage/database/database';
import { sql } from '../storage/database/sql';
import { type FolderPlan, partsOf } from './layouts/import-plan';
import { CREATE_ISSUES } from './clean/issues';
import { readTables } from './read/read-table';
import { columnOf, tableOf } from './read/source-table';

/** @throws ShelfwiseError as an import of the folder does */
export async function readProfileIds(workspace: Workspace, plan: FolderPlan): Promise<string[]> {
  const scratch = temporaryBeside(path.join(workspace.datasets, 'ids'));
  await makeFolder(scratch);
  try {
    const reads = partsOf(plan).map((part) => part.path);
    return await withDatabase({ reads, folder: scratch, temporary: scratch }, async (database) => {
      await database.run(CREATE_ISSUES);
      const found = new Set<string>();
      let firstFile = 0;
      for (const [index, tablePlan] of plan.tables.entries()) {
        if (!('profile' in tablePlan) || tablePlan.parts.length === 0) continue;
        const [table] = await readTables(database, [{ plan: tablePlan, index, firstFile }], () => ({
          temporary: scratch,
        }));
        firstFile += table!.files.length;
        const column = columnOf(table!, tablePlan.profile);
        if (column === null || table!.isEmpty) continue;
        const ids = await database.rows<{ id: string | null }>(
          sql`SELECT DISTINCT ${column} AS id FROM ${tableOf(table!)}`,
        );
        for (const { id } of ids) if (id !== null) found.add(canonicalId(id));
        await database.run(sql`DROP TABLE ${tableOf(table!)}`);
      }
      return [...found];
    });
  } finally {
    await removeFolder(scratch);
  }
}
