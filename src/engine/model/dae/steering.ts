/** Adjusts what passes from encoder to decoder when lists are made: by the recipe for all profiles (scoring.*), by a tuning for one. */
import type { Recipe } from '../../../shared/recipe/table';
import type { SparseRows } from '../../data/tables';
import type { BestItems, ScoringRows } from '../../ranking/scorer';
import type { NamedTensors, Recommender } from '../recommender';
import type { DaeRecommender, LatentRows } from './dae-recommender';
import { type Directions, pushed } from './directions';
import { LatentCodes, strengthened } from './latent';

export interface Steering {
  /** Of the profile condition; 1 is as trained. */
  readonly strength: number;
  readonly neighbours: { readonly count: number; readonly share: number };
}

/** What steering needs to know of all profiles; null where it does not ask for it. */
export interface SteeringSources {
  readonly codes: LatentCodes | null;
  /** What joins the code of a profile about which nothing is known. */
  readonly unknown: Float32Array | null;
  readonly directions: Directions | null;
}

export const steeringOf = (recipe: Recipe): Steering => ({
  strength: recipe['scoring.condition'],
  neighbours: { count: recipe['scoring.neighbours'], share: recipe['scoring.neighbourShare'] },
});

export const steersNothing = ({ strength, neighbours }: Steering): boolean => strength === 1 && neighbours.share === 0;

/**
 * One row: mixed with its neighbours, then pushed along directions; its condition strengthened or weakened.
 * @param self row of the profile among the codes, which is not its own neighbour; -1 for none
 */
export function steer(
  { codes, joined }: LatentRows,
  self: number,
  steering: Steering & { readonly pushes: readonly { readonly direction: number; readonly amount: number }[] },
  sources: SteeringSources,
): LatentRows {
  const mixed = sources.codes?.mixed(codes, self, steering.neighbours) ?? codes;
  return {
    codes: sources.directions === null ? mixed : pushed(mixed, sources.directions, steering.pushes),
    joined: sources.unknown === null ? joined : strengthened(joined, sources.unknown, steering.strength),
  };
}

/** The recommender as the recipe steers it, or itself where the recipe steers nothing. */
export function steeredByRecipe(
  recommender: DaeRecommender,
  recipe: Recipe,
  known: { readonly histories: SparseRows; readonly conditions: Float32Array },
): Recommender {
  const steering = steeringOf(recipe);
  if (steersNothing(steering)) return recommender;
  const { codes, joined } = recommender.encode(known);
  const rows = known.histories.rows;
  const sources: SteeringSources = {
    // The last row is that of a profile about which nothing is known: never a neighbour, and the condition at strength 0.
    codes: new LatentCodes(
      codes.subarray(0, (rows - 1) * recommender.codeWidth),
      recommender.codeWidth,
      known.histories,
    ),
    unknown: joined.subarray((rows - 1) * recommender.joinedWidth),
    directions: null,
  };
  return new SteeredRecommender(recommender, steering, sources);
}

class SteeredRecommender implements Recommender {
  constructor(
    private readonly recommender: DaeRecommender,
    private readonly steering: Steering,
    private readonly sources: SteeringSources,
  ) {}

  score(rows: ScoringRows): Float32Array {
    return this.recommender.decode(this.#steered(rows), rows.histories);
  }

  best(rows: ScoringRows, count: number, excludeWatched: boolean): BestItems | null {
    if (!this.recommender.findsBest) return null;
    return this.recommender.bestFor(this.#steered(rows), rows.histories, count, excludeWatched);
  }

  #steered(rows: ScoringRows): LatentRows {
    const { codeWidth, joinedWidth } = this.recommender;
    const { codes, joined } = this.recommender.encode(rows);
    for (let row = 0; row < rows.histories.rows; row++) {
      const own = {
        codes: codes.subarray(row * codeWidth, (row + 1) * codeWidth),
        joined: joined.subarray(row * joinedWidth, (row + 1) * joinedWidth),
      };
      const steered = steer(own, rows.profiles?.[row] ?? -1, { ...this.steering, pushes: [] }, this.sources);
      own.codes.set(steered.codes);
      own.joined.set(steered.joined);
    }
    return { codes, joined };
  }

  tensors(): NamedTensors {
    return this.recommender.tensors();
  }

  dispose(): void {
    this.recommender.dispose();
  }
}
