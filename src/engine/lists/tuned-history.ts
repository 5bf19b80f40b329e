/** Changes a history by a tuning: removes titles, adds titles, and hides some with a seeded mask. */
import type { Tuning } from '../../shared/contract/tuning';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/words/sentence';
import type { Recipe } from '../../shared/recipe/table';
import { allowedWords } from '../../shared/values/suggest';
import { counted } from '../data/histories';
import type { SparseRows } from '../data/tables';
import { hiddenItems, hidingOf } from '../model/hidden-history';
import type { RunData } from '../sessions/run-session';

export interface TunedHistory {
  /** One row: what the model sees. */
  readonly history: SparseRows;
  /** Titles that count as watched, ascending: includes hidden ones, but not removed ones. */
  readonly watched: Int32Array;
  /** Titles that the mask hides, ascending. */
  readonly hidden: Int32Array;
}

/**
 * Watched is own history - removed + added; the model sees the part that the mask does not hide. The mask never hides an added title, and a title
 * both removed and added is added.
 * @param row of the lists; one beyond the profiles has no history of its own
 */
export function tunedHistory(
  data: RunData,
  row: number,
  tuning: Pick<Tuning, 'hidden' | 'mask' | 'removed' | 'added'>,
  { recipe, seed }: { readonly recipe: Recipe; readonly seed: number },
): TunedHistory {
  const { offsets, indices, values, columns, rows } = data.histories;
  const own = row < rows ? indices.subarray(offsets[row]!, offsets[row + 1]!) : new Int32Array(0);
  const removed = new Set(tuning.removed.map((id) => itemOf(data, id, 'removed')));
  const added = new Set(tuning.added.map((id) => itemOf(data, id, 'added')));
  // A tuning that hides nothing falls back to the recipe's hiding.
  const hiding = tuning.hidden > 0 ? tuning : hidingOf(recipe);
  const masked = row < rows ? hiddenItems(own, hiding, seed, data.profiles.ids[row]!) : new Set<number>();
  const addedValue = counted(recipe['data.history'] > 0 ? recipe['data.history'] : 1, recipe['data.counting']);

  const valueOf = new Map<number, number>();
  own.forEach((item, place) => {
    if (!removed.has(item)) valueOf.set(item, values[offsets[row]! + place]!);
  });
  for (const item of added) if (removed.has(item) || !valueOf.has(item)) valueOf.set(item, addedValue);
  const watched = Int32Array.from(valueOf.keys()).sort();
  const hidden = watched.filter((item) => masked.has(item) && !added.has(item));
  const seen = hidden.length === 0 ? watched : watched.filter((item) => !hidden.includes(item));
  const history: SparseRows = {
    rows: 1,
    columns,
    offsets: Int32Array.of(0, seen.length),
    indices: seen,
    values: Float32Array.from(seen, (item) => valueOf.get(item)!),
  };
  return { history, watched, hidden };
}

/** A title that the profile has not watched may be removed, as a saved tuning applies to many profiles. */
function itemOf({ items, itemRow }: RunData, id: string, knob: string): number {
  const item = itemRow.get(id);
  if (item === undefined)
    throw new ShelfwiseError('not-found', [
      say('tuning.no-title', { knob, title: id }),
      ...allowedWords(id, items.ids),
    ]);
  return item;
}
