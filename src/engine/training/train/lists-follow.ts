/** Makes the lists of a run from its stored model and data, in a trainer process, and compares them with the stored ones. */
import type { Follows } from '../../../shared/contract/follows';
import type { RunRecord } from '../../../shared/contract/run';
import { LIST_LENGTH } from '../../../shared/limits';
import { rowsWithEntries } from '../../data/histories';
import { judge, metricsOf } from '../../model/evaluate/judge';
import type { Lists } from '../../model/ranking/lists';
import { readListsAndVocabulary } from '../../runs/lists-file';
import { readMeasuredModel } from '../../runs/measured-model-file';
import { readModel } from '../../runs/model-file';
import { findRun } from '../../runs/store';
import { readTestProfiles } from '../../runs/test-profiles-file';
import { openWorkspace } from '../../storage/workspace';
import { listsOf, measured } from './complete-record';
import { openRunContext, type RunContext } from './run-context';

/**
 * Share of the largest score of a list that other kernels may differ by: they add in another order. A list within it is as good by the model itself.
 */
const TOLERANCE = 1e-4;
/** Means of figures that are stored in single precision. */
const OF_MEANS = 1e-5;

/** @throws ShelfwiseError as readLists, readModel and openRunContext do */
export async function listsFollow(workspaceFolder: string, { runId }: { runId: string }): Promise<Follows> {
  const workspace = await openWorkspace(workspaceFolder);
  const { folder, record } = await findRun(workspace, runId);
  const context = await openRunContext(workspace, folder, onProcessor(record));
  const stored = await readListsAndVocabulary(folder, record);
  const made = await listsOf(context, await readModel(folder, record));
  const lists = made.items.length / made.count;
  const { profiles, items } = context.data;
  const isOfData = stored.profiles.join() === profiles.ids.join() && stored.items.join() === items.ids.join();
  return {
    lists,
    changed: isOfData ? changedLists(stored.lists, made) : lists,
    scores: isOfData ? await scoresFollow(context, record) : null,
  };
}

/** Lists of a GPU follow from its model on the processor too, within the tolerance. */
function onProcessor(record: RunRecord): RunRecord {
  const { deviceChoice: _, ...others } = record;
  return { ...others, recipe: { ...record.recipe, 'numeric.device': 'cpu' } };
}

/** Number of lists that the model does not make, not even with scores that differ by the last digits. */
export function changedLists(stored: Lists, made: Lists): number {
  const rows = made.items.length / made.count;
  if (stored.items.length / stored.count !== rows) return rows;
  let changed = 0;
  for (let row = 0; row < rows; row++) if (!isMade(stored, made, row)) changed++;
  return changed;
}

function isMade(stored: Lists, made: Lists, row: number): boolean {
  const places = Math.min(stored.count, made.count);
  const items = made.items.subarray(row * made.count, (row + 1) * made.count);
  const scores = made.scores.subarray(row * made.count, (row + 1) * made.count);
  const end = items.indexOf(-1);
  const length = end < 0 ? items.length : end;
  const near = TOLERANCE * scores.subarray(0, length).reduce((most, score) => Math.max(most, Math.abs(score)), 0);
  for (let place = 0; place < places; place++) {
    const at = row * stored.count + place;
    const item = stored.items[at]!;
    if (place >= length) {
      if (item !== -1) return false;
      continue;
    }
    const expected = scores[place]!;
    if (Math.abs(stored.scores[at]! - expected) > near) return false;
    if (item === items[place]) continue;
    const elsewhere = items.indexOf(item);
    // Beyond the last place its score is at most the last one.
    const own = elsewhere >= 0 ? scores[elsewhere]! : length === items.length ? scores[length - 1]! : -Infinity;
    if (item === -1 || Math.abs(own - expected) > near) return false;
  }
  return true;
}

/**
 * Whether the recorded scores are the means of the stored figures, these are those of the stored lists of the hold-out, and these lists are made by
 * the model that earned them, if it is here.
 */
async function scoresFollow(context: RunContext, record: RunRecord): Promise<boolean | null> {
  const { folder, split, data } = context;
  const sizes = { profiles: data.profiles.ids.length, items: data.items.ids.length };
  const stored = await readTestProfiles(folder, sizes);
  if (record.metrics === null) return stored === null;
  if (stored === null) return null;
  const means = metricsOf(stored);
  const recorded = record.metrics;
  if (stored.profile.length !== recorded.profiles || !areNear(means, recorded)) return false;
  const profile = rowsWithEntries(split.targets);
  if (profile.join() !== stored.profile.join()) return false;
  if (!areNear(metricsOf(judge(stored.judged.lists, LIST_LENGTH, profile, split.targets)), recorded)) return false;
  const model = await readMeasuredModel(folder, record);
  if (model === null) return true;
  const { metrics } = (await measured(context, model, await readModel(folder, record))).evaluation;
  return Math.abs(metrics.score - recorded.score) <= 10 * TOLERANCE;
}

type Means = Record<'recall' | 'ndcg' | 'score', number>;
const areNear = (left: Means, right: Means): boolean =>
  (['recall', 'ndcg', 'score'] as const).every((figure) => Math.abs(left[figure] - right[figure]) <= OF_MEANS);
