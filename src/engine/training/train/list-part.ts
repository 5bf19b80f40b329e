/** Makes the lists of a run in parts, and joins them, in a trainer process. */
import type { Progress } from '../../../shared/contract/progress';
import type { RunRecord } from '../../../shared/contract/run';
import { ShelfwiseError } from '../../../shared/errors';
import { STORED_PLACES } from '../../../shared/limits';
import { say } from '../../../shared/words/sentence';
import { removeCheckpoint } from '../fit/checkpoint';
import { removeBestModel } from '../fit/best-model';
import type { Lists } from '../../model/ranking/lists';
import { joinLists, partFile, readPart, removeParts, rowsOfPart, writePart } from '../../runs/list-parts';
import { hashLists, sha256OfLists, writeLists } from '../../runs/lists-file';
import { readModel } from '../../runs/model-file';
import { findRun } from '../../runs/store';
import { sealRecord } from '../../runs/record';
import { openWorkspace } from '../../storage/workspace';
import { acquireRunLock } from '../../machine/trainers/lock';
import { keepLists, listsOf } from './complete-record';
import { openRunContext, type RunContext } from './run-context';

/** Their file in the folder of the run, and the SHA-256 of its bytes. */
interface MadeLists {
  readonly file: string;
  readonly sha256: string;
}

/**
 * Makes one part, or joins all parts if none is named.
 * @throws ShelfwiseError `not-found` if the run has no model, or a part is missing; `different` if the joined lists are not those of the record;
 * `busy` if the run is being trained
 */
export async function makeOrJoinParts(
  workspaceFolder: string,
  { runId, part, of }: { runId: string; part: number | null; of: number },
  onProgress: (progress: Progress) => void,
): Promise<MadeLists> {
  const workspace = await openWorkspace(workspaceFolder);
  const { folder, record } = await findRun(workspace, runId);
  const { weightsSha256 } = record;
  if (weightsSha256 === null) throw new ShelfwiseError('not-found', say('run.no-model', { run: record.runId }));
  const context = await openRunContext(workspace, folder, record);
  const rows = context.data.profiles.ids.length + 1;
  const wanted = { weightsSha256, rows, count: Math.min(STORED_PLACES, context.data.items.ids.length) };
  if (part === null) return join(context, of, wanted);
  const before = await readPart(folder, { part, of }, wanted);
  if (before !== null) return { file: partFile({ part, of }), sha256: before.sha256 };
  const range = rowsOfPart(rows, { part, of });
  const lists = await listsOf(context, await readModel(folder, record), {
    ...range,
    onRows: (done) => onProgress({ phase: 'parts', detail: `${part}/${of}`, done, total: range.to - range.from }),
  });
  return { file: partFile({ part, of }), ...(await writePart(folder, { part, of }, lists, weightsSha256)) };
}

async function join(
  context: RunContext,
  of: number,
  wanted: { weightsSha256: string; rows: number; count: number },
): Promise<MadeLists> {
  const { folder, record } = context;
  const parts: Lists[] = [];
  for (let part = 1; part <= of; part++) {
    const read = await readPart(folder, { part, of }, wanted);
    if (read === null) throw new ShelfwiseError('not-found', say('unit.no-part', { part, of, run: record.runId }));
    parts.push(read.lists);
  }
  const lists = joinLists(parts, wanted.count);
  const made = { file: 'lists.safetensors', sha256: sha256OfLists(lists) };
  if (record.listsSha256 === null) await finish(context, lists);
  else await putBack(context, lists, made.sha256);
  await removeParts(folder);
  return made;
}

/** Finishes a run that paused before its lists were made. */
async function finish(context: RunContext, lists: Lists): Promise<void> {
  const { folder, record } = context;
  const lock = await acquireRunLock(folder);
  try {
    const finished: RunRecord = {
      ...record,
      status: 'finished',
      reason: null,
      finishedAt: new Date().toISOString(),
      ...(await keepLists(context, lists)),
    };
    await lock.assertOurs();
    await sealRecord(folder, finished);
    await Promise.all([removeCheckpoint(folder), removeBestModel(folder)]);
  } finally {
    await lock.release();
  }
}

/** Restores the lost lists of a run whose record has them already. */
async function putBack({ folder, record, data }: RunContext, lists: Lists, bytes: string): Promise<void> {
  const isSame = hashLists(data.profiles.ids, data.items.ids, lists) === record.listsSha256;
  const recorded = record.files?.['lists.safetensors'];
  if (!isSame || (recorded !== undefined && recorded !== bytes))
    throw new ShelfwiseError('different', say('unit.other-lists', { run: record.runId }));
  await writeLists(folder, lists);
}
