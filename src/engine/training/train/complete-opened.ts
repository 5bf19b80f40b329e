/**
 * Completes a run that came in a bundle without its data, once the data exists: makes its lists from its model, and checks them against its record.
 */
import * as path from 'node:path';
import type { RunRecord } from '../../../shared/contract/run';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { hashLists, writeLists } from '../../runs/lists-file';
import { readModel } from '../../runs/model-file';
import { noteProblem, readOpened, writeOpened } from '../../runs/opened';
import { PRIVATE_RUN_FILES } from '../../runs/record';
import { encodeVocabulary, readVocabulary, writeVocabulary } from '../../runs/vocabulary';
import { hashPlainFile } from '../../storage/plain-file';
import type { Workspace } from '../../storage/workspace';
import { openRunContext } from './run-context';
import { listsOf } from './complete-record';

/**
 * Writes the vocabulary and the lists of the run, or notes why they differ from its record.
 * @throws ShelfwiseError `bad-data` if they differ; then only the note is written
 */
export async function completeOpened(workspace: Workspace, folder: string, record: RunRecord): Promise<void> {
  const opened = await readOpened(folder);
  if (opened === null) return;
  try {
    await writeMissingParts(workspace, folder, record);
  } catch (thrown) {
    const { message, said = [message] } = toShelfwiseError(thrown);
    await noteProblem(folder, said);
    throw thrown;
  }
  const lacks: string[] = [];
  for (const file of ['vocabulary.json', ...PRIVATE_RUN_FILES] as const) {
    const recorded = record.files?.[file];
    if (recorded !== undefined && (await hashPlainFile(path.join(folder, file))) !== recorded) lacks.push(file);
  }
  const { problem: _, said: _said, ...kept } = opened;
  await writeOpened(folder, { ...kept, lacks });
}

/** Writes the vocabulary and the lists, after checking them against the record. */
async function writeMissingParts(workspace: Workspace, folder: string, record: RunRecord): Promise<void> {
  const tensors = await readModel(folder, record);
  const context = await openRunContext(workspace, folder, record);
  const { profiles, items } = { profiles: [...context.data.profiles.ids], items: [...context.data.items.ids] };
  const brought = await readVocabulary(folder);
  if (encodeVocabulary({ ...brought, profiles: null }) !== encodeVocabulary({ profiles: null, items }))
    throw new ShelfwiseError('bad-data', say('lists.other-titles', { run: record.runId }));
  const lists = await listsOf(context, tensors);
  if (hashLists(profiles, items, lists) !== record.listsSha256)
    throw new ShelfwiseError('bad-data', say('lists.other-lists', { run: record.runId }));
  await writeVocabulary(folder, { profiles, items });
  await writeLists(folder, lists);
}
