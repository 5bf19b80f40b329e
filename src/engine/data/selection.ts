/** From a snapshot to what a model is trained on: the events that the recipe selects, over the vocabulary of the run. */
import type { Recipe } from '../../shared/recipe/table';
import { buildHistories, momentAfter } from './histories';
import { nothingSelected } from './nothing-selected';
import { loadInteractions, loadItems, loadProfiles } from './snapshot';
import type { Snapshot } from './snapshot-tables';
import type { Attribute, Interactions, ItemTable, TrainingData } from './tables';

/**
 * The vocabulary of a run: all profiles of the snapshot, and the items with at least one selected event, both in ID order.
 * @throws ShelfwiseError `bad-data` where the recipe selects no event
 */
export async function selectTrainingData(snapshot: Snapshot, recipe: Recipe): Promise<TrainingData> {
  const [profiles, allItems, selected] = await Promise.all([
    loadProfiles(snapshot),
    loadItems(snapshot),
    loadInteractions(snapshot, recipe),
  ]);
  if (selected.profile.length === 0) throw nothingSelected();
  const { items, interactions } = keepUsedItems(allItems, selected);
  const histories = buildHistories(interactions, profiles.ids.length, items.ids.length, recipe['data.counting']);
  return { profiles, items, interactions, histories, now: momentAfter(interactions) };
}

function keepUsedItems(all: ItemTable, selected: Interactions): { items: ItemTable; interactions: Interactions } {
  const position = new Int32Array(all.ids.length).fill(-1);
  for (const item of selected.item) position[item] = 0;
  const kept: number[] = [];
  position.forEach((used, item) => {
    if (used === 0) {
      position[item] = kept.length;
      kept.push(item);
    }
  });
  return {
    items: {
      ids: kept.map((item) => all.ids[item]!),
      titles: kept.map((item) => all.titles[item]!),
      attributes: all.attributes.map((attribute) => keepRows(attribute, kept)),
    },
    interactions: { ...selected, item: selected.item.map((item) => position[item]!) },
  };
}

/** The attribute of the rows in `kept`, in that order. */
export function keepRows(attribute: Attribute, kept: readonly number[]): Attribute {
  switch (attribute.kind) {
    case 'categorical':
      return { ...attribute, codes: Int32Array.from(kept, (row) => attribute.codes[row]!) };
    case 'numeric':
      return { ...attribute, values: Float64Array.from(kept, (row) => attribute.values[row]!) };
    case 'set': {
      const codes: number[] = [];
      const offsets = new Int32Array(kept.length + 1);
      kept.forEach((row, index) => {
        codes.push(...attribute.codes.subarray(attribute.offsets[row]!, attribute.offsets[row + 1]!));
        offsets[index + 1] = codes.length;
      });
      return { ...attribute, offsets, codes: Int32Array.from(codes) };
    }
  }
}

/**
 * The data as if only the events of `train` had happened; same vocabulary.
 * @param counting what repeated events add up to; histories are binary where absent
 */
export function trainingPart(
  data: TrainingData,
  train: Interactions,
  counting: Recipe['data.counting'] = 'binary',
): TrainingData {
  return {
    ...data,
    interactions: train,
    histories: buildHistories(train, data.profiles.ids.length, data.items.ids.length, counting),
    now: momentAfter(train),
  };
}
