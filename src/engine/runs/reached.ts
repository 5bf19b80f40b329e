/** How far the run of a unit is, read from its record and its epochs. */
import type { Epoch, Metrics, RunRecord } from '../../shared/contract/run';
import type { Until } from '../../shared/contract/unit';
import { ifThere } from '../../shared/errors';
import { readEpochs } from './epochs';
import { currentRecord } from './store';

/** @returns null where nobody has begun the run */
export const recordOf = (folder: string): Promise<RunRecord | null> => ifThere(() => currentRecord(folder));

/**
 * What a run that has ended says to a unit that asks for so much of it.
 * @returns null where it has to go on, beyond where it passed the point without having been asked to look at it
 */
export async function reachedBy(
  record: RunRecord,
  folder: string,
  until: Until | undefined,
): Promise<{ validation?: Metrics | null } | 'beyond' | null> {
  if (record.status === 'finished' && (until === undefined || until === 'model')) return {};
  if (until === undefined) return null;
  if (until === 'model') return hasWholeModel(record) ? {} : null;
  const epochs = await readEpochs(folder);
  const isBeyond = record.status === 'finished' || epochs.some(({ stage }) => stage !== 'choose');
  if (until === 'validation') return record.validation !== undefined ? {} : isBeyond ? 'beyond' : null;
  const chosen = epochs.filter(({ stage, epoch }) => stage === 'choose' && epoch <= until.epoch);
  const isThrough = isBeyond || record.stages.some(({ stage }) => stage === 'choose');
  return chosen.length >= until.epoch || (isThrough && chosen.length > 0) ? { validation: bestOf(chosen) } : null;
}

/** Whether the model in the folder is that of the last stage, at its end: a run that was stopped may have one of an earlier moment. */
function hasWholeModel({ recipe, stages, weightsSha256 }: RunRecord): boolean {
  const last = stages.at(-1);
  return last?.stage === (recipe['stopping.refit'] ? 'final' : 'measure') && last.weightsSha256 === weightsSha256;
}

/** The figures of the epoch that choosing would keep. */
function bestOf(epochs: readonly Epoch[]): Metrics | null {
  const judged = epochs.flatMap(({ validation }) => validation ?? []);
  return judged.length === 0 ? null : judged.reduce((best, next) => (next.score > best.score ? next : best));
}
