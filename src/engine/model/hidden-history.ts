/** Hides a share of each history from the model when lists are made: of one profile under a tuning, of all by the recipe (scoring.hidden). */
import type { Recipe } from '../../shared/recipe/table';
import type { SparseRows } from '../data/tables';
import type { ScoringRows } from './ranking/scorer';
import type { NamedTensors, Recommender } from './recommender';
import { RandomStream } from './random';

interface Hiding {
  /** Share of each history, 0 to 1. */
  readonly hidden: number;
  /** Which of the seeded masks hides it. */
  readonly mask: number;
}

/** The owner of the masks: the IDs of the run's profiles, in the order of its rows. */
export interface MaskOwner {
  readonly seed: number;
  readonly profiles: readonly string[];
}

/** What the recipe hides of every history. */
export const hidingOf = (recipe: Recipe): Hiding => ({
  hidden: recipe['scoring.hidden'],
  mask: recipe['scoring.mask'],
});

/**
 * The hidden titles of a history. The mask orders the whole history at random and hides its first round(share x titles), so that a larger share
 * hides the same titles and more.
 * @param own columns, ascending
 */
export function hiddenItems(
  own: Int32Array,
  { hidden, mask }: Hiding,
  seed: number,
  profile: string,
): ReadonlySet<number> {
  if (hidden === 0) return new Set();
  const order = new RandomStream(seed, `mask/${profile}/${mask}`).shuffle(own.slice());
  return new Set(order.subarray(0, Math.round(hidden * own.length)));
}

/**
 * The rows without the hidden part of each.
 * @param profiles the row of the run for each row, -1 for none, of which nothing is hidden
 */
export function withoutHidden(
  rows: SparseRows,
  profiles: Int32Array | readonly number[],
  hiding: Hiding,
  owner: MaskOwner,
): SparseRows {
  if (hiding.hidden === 0) return rows;
  const offsets = new Int32Array(rows.rows + 1);
  const indices = new Int32Array(rows.indices.length);
  const values = new Float32Array(rows.indices.length);
  let length = 0;
  for (let row = 0; row < rows.rows; row++) {
    const [from, to] = [rows.offsets[row]!, rows.offsets[row + 1]!];
    const profile = owner.profiles[profiles[row] ?? -1];
    const isHidden =
      profile === undefined
        ? new Set<number>()
        : hiddenItems(rows.indices.subarray(from, to), hiding, owner.seed, profile);
    for (let at = from; at < to; at++) {
      if (isHidden.has(rows.indices[at]!)) continue;
      indices[length] = rows.indices[at]!;
      values[length++] = rows.values[at]!;
    }
    offsets[row + 1] = length;
  }
  return { ...rows, offsets, indices: indices.slice(0, length), values: values.slice(0, length) };
}

/** A recommender that scores histories with a share hidden; the same recommender if nothing is. */
export const hiding = (recommender: Recommender, of: Hiding, owner: MaskOwner): Recommender =>
  of.hidden === 0 ? recommender : new HidingRecommender(recommender, of, owner);

/** Has no `best` of its own: what is hidden from the model still counts as watched. */
class HidingRecommender implements Recommender {
  constructor(
    private readonly recommender: Recommender,
    private readonly of: Hiding,
    private readonly owner: MaskOwner,
  ) {}

  score(rows: ScoringRows): Float32Array {
    const histories = withoutHidden(rows.histories, rows.profiles ?? [], this.of, this.owner);
    return this.recommender.score({ ...rows, histories });
  }

  tensors(): NamedTensors {
    return this.recommender.tensors();
  }

  dispose(): void {
    this.recommender.dispose();
  }
}
