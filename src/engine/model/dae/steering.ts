/** Changes what passes from encoder to decoder when lists are made: by the recipe for all profiles (scoring.*), by a tuning for one. */
import { type Push, pushesOf } from '../../../shared/recipe/pushes';
import type { Recipe } from '../../../shared/recipe/table';
import { emptyRow, selectRows } from '../../data/histories';
import type { Histories } from '../../data/tables';
import type { BestItems, ScoringRows } from '../ranking/scorer';
import type { BestFinder, Shortlister } from '../ranking/shortlists';
import type { NamedTensors, Recommender } from '../recommender';
import type { DaeRecommender, LatentRows } from './dae-recommender';
import { alikePush, directionOf, pushOf } from './alike-push';
import { type Directions, principalDirections, pushed } from './directions';
import { LatentCodes, strengthened } from './latent';

export interface Steering {
  /** Strength of the profile's condition; 1 is as trained. */
  readonly strength: number;
  readonly neighbours: { readonly count: number; readonly share: number };
  /** Pushes along latent directions, ascending. */
  readonly pushes: readonly Push[];
}

/** Data about all profiles that steering uses; null if it does not need it. */
export interface SteeringSources {
  readonly codes: LatentCodes | null;
  /** What joins the code of a profile of which nothing is known. */
  readonly unknown: Float32Array | null;
  readonly directions: Directions | null;
}

/** The steering of a recipe, which applies to all profiles. */
export const steeringOf = (recipe: Recipe): Steering => ({
  strength: recipe['scoring.condition'],
  neighbours: { count: recipe['scoring.neighbours'], share: recipe['scoring.neighbourShare'] },
  pushes: pushesOf(recipe['scoring.directions']),
});

/** Whether the steering leaves every row as it is. */
export const steersNothing = ({ strength, neighbours, pushes }: Steering): boolean =>
  strength === 1 && neighbours.share === 0 && !isPushed({ pushes });

/** Whether any push has an amount other than 0. */
export const isPushed = ({ pushes }: Pick<Steering, 'pushes'>): boolean => pushes.some(({ amount }) => amount !== 0);

/**
 * Steers one row: mixes it with its neighbours, then pushes it along directions; strengthens or weakens its condition.
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

/** Rows encoded between two pauses. */
const ENCODED_ROWS = 1024;

/** All profiles, and as the last row one of which nothing is known. */
interface Known {
  readonly histories: Histories;
  readonly conditions: Float32Array;
}

/**
 * The recommender steered by the recipe, or itself if the recipe steers nothing.
 * @param lists the model that makes the lists, if it is another one: the directions that a recipe names are that model's
 * @param rest awaited from time to time, so that other work gets its turn
 */
export async function steeredByRecipe(
  recommender: DaeRecommender,
  recipe: Recipe,
  known: Known,
  lists: { readonly recommender: DaeRecommender; readonly known: Known } | null,
  rest: () => Promise<void>,
): Promise<Recommender> {
  const steering = steeringOf(recipe);
  if (steersNothing(steering)) return recommender;
  const { latent, unknown } = await encodedBy(recommender, known, rest);
  const sources = { codes: latent, unknown, directions: null };
  if (!isPushed(steering)) return steered(recommender, steering, sources);
  const directions = await principalDirections(
    lists === null ? latent : (await encodedBy(lists.recommender, lists.known, rest)).latent,
    rest,
  );
  if (lists === null) return steered(recommender, steering, { ...sources, directions });
  return steered(recommender, ...carriedOver(steering, { ...sources, directions }, lists.recommender, recommender));
}

/** The last row is never a neighbour; its condition is that of strength 0. */
async function encodedBy(
  recommender: DaeRecommender,
  { histories, conditions }: Known,
  rest: () => Promise<void>,
): Promise<{ latent: LatentCodes; unknown: Float32Array }> {
  const { codeWidth } = recommender;
  const width = conditions.length / histories.rows;
  const codes = new Float32Array((histories.rows - 1) * codeWidth);
  for (let from = 0; from < histories.rows - 1; from += ENCODED_ROWS) {
    const rows = Int32Array.from({ length: Math.min(ENCODED_ROWS, histories.rows - 1 - from) }, (_, row) => from + row);
    const block = {
      histories: selectRows(histories, rows),
      conditions: conditions.subarray(from * width, (from + rows.length) * width),
    };
    codes.set(recommender.encode(block).codes, from * codeWidth);
    await rest();
  }
  const last = {
    histories: emptyRow(histories.columns),
    conditions: conditions.subarray((histories.rows - 1) * width),
  };
  return { latent: new LatentCodes(codes, codeWidth, histories), unknown: recommender.encode(last).joined };
}

/** The steering with its pushes along directions of `from` replaced by the one push of `to` with the nearest effect. */
function carriedOver(
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

/** Steers a recommender. @param sources all data that the steering needs */
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

  finderThrough(shortlister: Shortlister): Promise<BestFinder | null> {
    return this.recommender.finderThrough(shortlister, (rows) => this.#steered(rows));
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
