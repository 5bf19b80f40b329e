/** How far the run of a unit is, read from its record and its epochs. */
import type { Epoch, Metrics, RunRecord } from '../../shared/contract/run';
import type { Until } from '../../shared/contract/unit';
import type { AskedOf } from '../../shared/values/asked-of';
import { ifThere } from '../../shared/errors';
import { readEpochs } from './epochs';
import { currentRecord } from './store';
import { trustIn } from './trained-here';

/** @returns null if the run was never started */
export const recordOf = (folder: string): Promise<RunRecord | null> => ifThere(() => currentRecord(folder));

/**
 * The answer of an ended run for a unit that asks for this much of it. `elsewhere`: none, because it came from elsewhere and does not stand for
 * training (trained-here.ts).
 * @returns null if it has to continue, 'beyond' if it passed that point without measuring there
 */
export async function reachedBy(
  record: RunRecord,
  folder: string,
  { until, askedOf }: { readonly until: Until | undefined; readonly askedOf: AskedOf },
): Promise<{ validation?: Metrics | null } | 'beyond' | 'elsewhere' | null> {
  const trust = await trustIn(folder, record, askedOf);
  const isOfChoosing = until !== undefined && until !== 'model';
  // A verification compares no validation score: the choosing is repeated here, beside the run.
  if (trust !== 'whole' && isOfChoosing && record.status === 'finished') return 'beyond';
  if (trust === 'none') return 'elsewhere';
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

/** Whether the model in the folder is that of the finished last stage: a stopped run may have an earlier one. */
function hasWholeModel({ recipe, stages, weightsSha256 }: RunRecord): boolean {
  const last = stages.at(-1);
  return last?.stage === (recipe['stopping.refit'] ? 'final' : 'measure') && last.weightsSha256 === weightsSha256;
}

/** The metrics of the epoch that choosing would keep. */
function bestOf(epochs: readonly Epoch[]): Metrics | null {
  const judged = epochs.flatMap(({ validation }) => validation ?? []);
  return judged.length === 0 ? null : judged.reduce((best, next) => (next.score > best.score ? next : best));
}
