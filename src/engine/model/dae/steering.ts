/** Adjusts what passes from encoder to decoder when lists are made: by the recipe for all profiles (scoring.*), by a tuning for one. */
import { type Push, pushesOf } from '../../../shared/recipe/pushes';
import type { Recipe } from '../../../shared/recipe/table';
import type { SparseRows } from '../../data/tables';
import type { BestItems, ScoringRows } from '../../ranking/scorer';
import type { NamedTensors, Recommender } from '../recommender';
import type { DaeRecommender, LatentRows } from './dae-recommender';
import { alikePush, directionOf, pushOf } from './alike-push';
import { type Directions, principalDirections, pushed } from './directions';
import { LatentCodes, strengthened } from './latent';

export interface Steering {
  /** Of the profile condition; 1 is as trained. */
  readonly strength: number;
  readonly neighbours: { readonly count: number; readonly share: number };
  /** Along latent directions, ascending. */
  readonly pushes: readonly Push[];
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
  pushes: pushesOf(recipe['scoring.directions']),
});

export const steersNothing = ({ strength, neighbours, pushes }: Steering): boolean =>
  strength === 1 && neighbours.share === 0 && !isPushed({ pushes });

export const isPushed = ({ pushes }: Pick<Steering, 'pushes'>): boolean => pushes.some(({ amount }) => amount !== 0);

/**
 * One row: mixed with its neighbours, then pushed along directions; its condition strengthened or weakened.
 * @param self row of the profile among the codes, which is not its own neighbour; -1 for none
 */
export function steer(
  { codes, joined }: LatentRows,
  self: number,
  steering: Steering,
  sources: SteeringSources,
): LatentRows {
  const mixed = sources.codes?.mixed(codes, self, steering.neighbours) ?? codes;
  return {
    codes: sources.directions === null ? mixed : pushed(mixed, sources.directions, steering.pushes),
    joined: sources.unknown === null ? joined : strengthened(joined, sources.unknown, steering.strength),
  };
}

/** All profiles, and as the last row one about which nothing is known. */
export interface Known {
  readonly histories: SparseRows;
  readonly conditions: Float32Array;
}

/**
 * The recommender as the recipe steers it, or itself where the recipe steers nothing.
 * @param lists the model that makes the lists, where it is another one: the directions that a recipe names are its own
 */
export async function steeredByRecipe(
  recommender: DaeRecommender,
  recipe: Recipe,
  known: Known,
  lists: { readonly recommender: DaeRecommender; readonly known: Known } | null = null,
): Promise<Recommender> {
  const steering = steeringOf(recipe);
  if (steersNothing(steering)) return recommender;
  const { latent, unknown } = encodedBy(recommender, known);
  const sources = { codes: latent, unknown, directions: null };
  if (!isPushed(steering)) return steered(recommender, steering, sources);
  const directions = await principalDirections(
    lists === null ? latent : encodedBy(lists.recommender, lists.known).latent,
    async () => undefined,
  );
  if (lists === null) return steered(recommender, steering, { ...sources, directions });
  return steered(recommender, ...carriedOver(steering, { ...sources, directions }, lists.recommender, recommender));
}

/** The last row is never a neighbour, and the condition at strength 0. */
function encodedBy(recommender: DaeRecommender, known: Known): { latent: LatentCodes; unknown: Float32Array } {
  const { codes, joined } = recommender.encode(known);
  const { codeWidth, joinedWidth } = recommender;
  const profiles = known.histories.rows - 1;
  return {
    latent: new LatentCodes(codes.subarray(0, profiles * codeWidth), codeWidth, known.histories),
    unknown: joined.subarray(profiles * joinedWidth),
  };
}

/** The steering with its pushes along directions of `from` as one push of `to` that does the nearest to them. */
export function carriedOver(
  steering: Steering,
  sources: SteeringSources,
  from: DaeRecommender,
  to: DaeRecommender,
): [Steering, SteeringSources] {
  if (sources.directions === null) return [steering, sources];
  const decoderOf = (model: DaeRecommender) => model.tensors()['decoder']!;
  const push = alikePush(pushOf(sources.directions, steering.pushes), decoderOf(from), decoderOf(to), to.codeWidth);
  return [
    { ...steering, pushes: [{ direction: 0, amount: 1 }] },
    { ...sources, directions: directionOf(push) },
  ];
}

/** The recommender, steered; @param sources all that the steering needs to know */
export const steered = (recommender: DaeRecommender, steering: Steering, sources: SteeringSources): Recommender =>
  new SteeredRecommender(recommender, steering, sources);

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
      const adjusted = steer(own, rows.profiles?.[row] ?? -1, this.steering, this.sources);
      own.codes.set(adjusted.codes);
      own.joined.set(adjusted.joined);
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
