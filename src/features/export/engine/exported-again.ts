/** Makes the lists of an earlier export again, and compares them with it before they are used. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { ExportRecord, RunRecord } from '../../../shared/contract/run';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { throwIfStopped } from '../../../shared/values/throw-if-stopped';
import { sha256OfFile } from '../../../engine/storage/read-files';
import { temporaryBeside } from '../../../engine/storage/temporary';
import type { Workspace } from '../../../engine/storage/workspace';
import type { MadeOfLists } from './made-of-lists';
import { FORMAT_WRITERS } from './formats';
import { type ExportedLists, exportedLists } from './lists';

interface AgainOptions {
  readonly workspace: Workspace;
  /** Folder of the run. */
  readonly folder: string;
  readonly record: RunRecord;
  readonly earlier: ExportRecord;
  /** What the rules and the tuning of that export make of the run's lists. */
  readonly made: MadeOfLists;
  readonly signal?: AbortSignal | undefined;
}

/**
 * @returns the lists; `compared` is false if they cannot be compared: under rules or a tuning, in a file whose pseudonyms were translated with a key
 * @throws ShelfwiseError `different` if the lists differ from the exported ones, and as `exportedLists`
 */
export async function exportedAgain(options: AgainOptions): Promise<{ lists: ExportedLists; compared: boolean }> {
  const { workspace, folder, record, earlier, made, signal } = options;
  const { runId, listsSha256 } = record;
  if (earlier.listsSha256 !== undefined && earlier.listsSha256 !== listsSha256)
    throw new ShelfwiseError('different', say('export.other-lists', { run: runId }));
  const lists = await exportedLists(workspace, folder, record, made);
  throwIfStopped(signal);
  const areAsTrained = earlier.rulesSha256 === undefined && earlier.tuning === undefined;
  if (areAsTrained && earlier.listsSha256 !== undefined) return { lists, compared: true };
  if (earlier.translated === true) return { lists, compared: false };
  const content = await FORMAT_WRITERS[earlier.format](lists, earlier.text ?? 'raw');
  const temporary = temporaryBeside(path.join(folder, 'exported-again'));
  try {
    await content.fill(temporary);
    if ((await sha256OfFile(temporary)) === earlier.sha256) return { lists, compared: true };
  } finally {
    await fs.rm(temporary, { force: true });
  }
  throw new ShelfwiseError(
    'different',
    say('export.other-file', { run: runId, recorded: earlier.sha256.slice(0, 16) }),
  );
}
