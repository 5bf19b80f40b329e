/** One profile's history beside its recommendations: from the stored lists where they answer it, else scored now. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import type { Recommendation } from '../../shared/contract';
import { ShelfwiseError } from '../../shared/errors';
import type { Recipe } from '../../shared/recipe/table';
import { allowedSentence } from '../../shared/suggest';
import { encodeConditions } from '../data/conditions';
import { selectRows } from '../data/histories';
import { selectTrainingData } from '../data/selection';
import { loadHistory, openSnapshot, type Snapshot } from '../data/snapshot';
import type { Attribute } from '../data/tables';
import { loadBackend, modeOfThisProcess } from '../model/backend';
import type { TrainingData } from '../model/recommender';
import { restoreRecommender } from '../model/restore';
import { decodeSafetensors } from '../model/safetensors';
import { readLists } from '../runs/lists-file';
import { findRun } from '../runs/store';
import type { Workspace } from '../workspace';
import { makeLists } from './lists';

export interface RecommendationRequest {
  readonly runId: string;
  readonly profile: string;
  readonly count: number;
  /** As the recipe of the run says where absent. */
  readonly includeWatched?: boolean | undefined;
}

interface RankedItems {
  readonly items: Int32Array;
  readonly scores: Float32Array;
}

/** @throws ShelfwiseError `not-found` for an unknown run or profile, or a run without a model */
export async function recommend(workspace: Workspace, request: RecommendationRequest): Promise<Recommendation> {
  const { folder, record } = await findRun(workspace, request.runId);
  const snapshot = await openSnapshot(workspace, record.dataset.fingerprint);
  const data = await selectTrainingData(snapshot, record.recipe);
  const row = data.profiles.ids.indexOf(request.profile);
  if (row < 0)
    throw new ShelfwiseError(
      'not-found',
      `There is no profile ${request.profile} in ${record.dataset.name}.${allowedSentence(request.profile, data.profiles.ids)}`,
    );
  const byRecipe = record.recipe['scoring.watched'] === 'include';
  const includeWatched = request.includeWatched ?? byRecipe;
  const stored = includeWatched === byRecipe ? await storedList(folder, row, request.count) : null;
  const ranked = stored ?? (await scoreNow(folder, record.recipe, data, row, request.count, includeWatched));
  return display({ ...request, runId: record.runId }, snapshot, data, row, ranked);
}

/** Null where fewer places are stored than asked for. */
async function storedList(folder: string, row: number, count: number): Promise<RankedItems | null> {
  const lists = await readLists(folder);
  if (count > lists.count) return null;
  const from = row * lists.count;
  return { items: lists.items.slice(from, from + count), scores: lists.scores.slice(from, from + count) };
}

async function scoreNow(
  folder: string,
  recipe: Recipe,
  data: TrainingData,
  row: number,
  count: number,
  includeWatched: boolean,
): Promise<RankedItems> {
  const { kernels } = await loadBackend(modeOfThisProcess() ?? recipe['numeric.mode']);
  const { tensors } = decodeSafetensors(await fs.readFile(path.join(folder, 'model.safetensors')));
  const recommender = restoreRecommender(recipe, tensors, kernels);
  const { width, values } = encodeConditions(data.profiles);
  const history = selectRows(data.histories, [row]);
  const places = Math.min(count, data.items.ids.length);
  const lists = makeLists(
    recommender,
    history,
    values.subarray(row * width, (row + 1) * width),
    width,
    places,
    !includeWatched,
  );
  recommender.dispose();
  return lists;
}

async function display(
  request: RecommendationRequest,
  snapshot: Snapshot,
  data: TrainingData,
  row: number,
  ranked: RankedItems,
): Promise<Recommendation> {
  const { histories, items, profiles } = data;
  const watched = new Set(histories.indices.subarray(histories.offsets[row]!, histories.offsets[row + 1]!));
  return {
    runId: request.runId,
    profile: request.profile,
    attributes: profiles.attributes.map((attribute) => ({ name: attribute.name, value: displayValue(attribute, row) })),
    history: await loadHistory(snapshot, request.profile),
    items: Array.from(ranked.items, (item, place) => ({ item, place }))
      .filter(({ item }) => item >= 0)
      .map(({ item, place }) => ({
        rank: place + 1,
        item: items.ids[item]!,
        title: items.titles[item]!,
        score: ranked.scores[place]!,
        watched: watched.has(item),
      })),
  };
}

/** An attribute of one profile or item as text; null where it is missing. */
function displayValue(attribute: Attribute, row: number): string | null {
  switch (attribute.kind) {
    case 'categorical':
      return attribute.categories[attribute.codes[row]!] ?? null;
    case 'numeric':
      return Number.isNaN(attribute.values[row]!) ? null : String(attribute.values[row]!);
    case 'set': {
      const codes = attribute.codes.subarray(attribute.offsets[row]!, attribute.offsets[row + 1]!);
      return codes.length === 0 ? null : Array.from(codes, (code) => attribute.categories[code]!).join(', ');
    }
  }
}
