/**
 * sweeps/judged.json: validation scores of runs that had passed theirs without measuring it, as a refresh's do. A sweep measures them beside the run,
 * whose record never changes, so they are kept here.
 */
import { type Metrics, metricsSchema } from '../../../shared/contract/run';
import {
  changeRecords,
  fileOf,
  readRecords,
  type RecordFamily,
  type Records,
  withRecord,
} from '../../../engine/storage/record-file';
import type { Workspace } from '../../../engine/storage/workspace';

const JUDGED: RecordFamily<Metrics> = { folder: 'sweeps', only: 'judged', name: 'judged', value: metricsSchema };

export async function keepJudged(workspace: Workspace, runId: string, validation: Metrics): Promise<void> {
  await changeRecords(fileOf(JUDGED, workspace), (judged) => withRecord(judged, runId, validation));
}

/** By run. */
export const judgedBeside = (workspace: Workspace): Promise<Records<Metrics>> => readRecords(fileOf(JUDGED, workspace));
