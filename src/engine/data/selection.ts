/** Turns a snapshot into training data: the events that the recipe selects, over the vocabulary of the run. */
import type { Recipe } from '../../shared/recipe/table';
import { say, type Sentence } from '../../shared/words/sentence';
import { heldEvents } from './held-events';
import { nothingSelected } from './nothing-selected';
import { inMemory, loadInteractions, withSelectedEvents } from './selected-events';
import { openShards } from './shards/open-shards';
import { shardedEvents } from './shards/sharded-events';
import { areHeld, refuseLongVocabulary } from './sizes';
import { loadItems, loadProfiles } from './snapshot';
import type { Snapshot } from './snapshot-tables';
import type { Attribute, EventPart, EventSource, Interactions, TrainingData } from './tables';

/**
 * The vocabulary of a run: all profiles of the snapshot, and the items with at least one selected event, both in ID order.
 * @param options.letsGo whether events are released while they are not needed, and read again; else they stay as long as the data
 * @throws ShelfwiseError `bad-data` if the recipe selects no event, `too-large` if it selects more than a run can hold
 */
export async function selectTrainingData(
  snapshot: Snapshot,
  recipe: Recipe,
  { letsGo = true }: { letsGo?: boolean } = {},
): Promise<TrainingData> {
  const [profiles, allItems, { kept, events, note }] = await Promise.all([
    loadProfiles(snapshot),
    loadItems(snapshot),
    selectEvents(snapshot, recipe, letsGo),
  ]);
  const items = {
    ids: kept.map((item) => allItems.ids[item]!),
    titles: kept.map((item) => allItems.titles[item]!),
    attributes: allItems.attributes.map((attribute) => keepRows(attribute, kept)),
  };
  refuseLongVocabulary(profiles.ids, items.ids);
  const data = await madeOf({ profiles, items }, events, recipe['data.counting']);
  return note === null ? data : { ...data, note };
}

interface Selected {
  readonly events: EventSource;
  /** The items with an event, as the snapshot numbers them. */
  readonly kept: readonly number[];
  readonly note: Sentence | null;
}

/** Selects events into memory, or sorts them on disk if memory is too small; the results are the same. */
async function selectEvents(snapshot: Snapshot, recipe: Recipe, letsGo: boolean): Promise<Selected> {
  const selected = await withSelectedEvents(snapshot, recipe, async (events) =>
    areHeld(events.rows) ? inMemory(events) : null,
  );
  if (selected === null) return sortedEvents(snapshot, recipe);
  if (selected.profile.length === 0) throw nothingSelected();
  const position = usedItems(selected.item, snapshot.dataset.items);
  const kept = Array.from(position.keys()).filter((item) => position[item]! >= 0);
  const interactions = overUsedItems(selected, position);
  const readAgain = async (): Promise<Interactions> =>
    overUsedItems(await loadInteractions(snapshot, recipe), position);
  return { events: heldEvents(interactions, letsGo ? readAgain : undefined), kept, note: null };
}

async function sortedEvents(snapshot: Snapshot, recipe: Recipe): Promise<Selected> {
  const { shards, wereDamaged } = await openShards(snapshot, recipe);
  const hold = async (): Promise<Interactions> =>
    overUsedItems(await loadInteractions(snapshot, recipe), shards.columnOf);
  return {
    events: shardedEvents(shards, hold),
    kept: Array.from(shards.titles),
    note: wereDamaged ? say('shards.made-again') : null,
  };
}

/** Each item's number among the items with an event; -1 for the others. */
function usedItems(selected: Int32Array, items: number): Int32Array {
  const position = new Int32Array(items).fill(-1);
  for (let event = 0; event < selected.length; event++) position[selected[event]!] = 0;
  let used = 0;
  for (let item = 0; item < items; item++) if (position[item] === 0) position[item] = used++;
  return position;
}

/** @param selected not shared: its items are renumbered in place */
function overUsedItems(selected: Interactions, position: Int32Array): Interactions {
  const { item } = selected;
  for (let event = 0; event < item.length; event++) item[event] = position[item[event]!]!;
  return selected;
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
 * The data as if only a part of its events had happened; same vocabulary.
 * @param counting how repeated events add up; histories are binary where absent
 */
export async function trainingPart(
  data: TrainingData,
  part: EventPart,
  counting: Recipe['data.counting'] = 'binary',
): Promise<TrainingData> {
  return madeOf(data, data.events.part(part), counting);
}

async function madeOf(
  { profiles, items }: Pick<TrainingData, 'profiles' | 'items'>,
  events: EventSource,
  counting: Recipe['data.counting'],
): Promise<TrainingData> {
  const shape = { profiles: profiles.ids.length, items: items.ids.length };
  return { profiles, items, events, histories: await events.histories(shape, counting), now: await events.now() };
}
