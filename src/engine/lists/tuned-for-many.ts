/**
 * Applies a tuning to many profiles: the parts that do not concern a single profile become a recipe, as for a new run. So the lists are those of
 * that run, bit for bit.
 */
import { setImmediate } from 'node:timers/promises';
import type { Progress } from '../../shared/contract/progress';
import { tunedKeys, type Tuning, withoutKeys } from '../../shared/contract/tuning';
import { TUNING_ROWS, type TuningKey } from '../../shared/contract/tuning-keys';
import { ShelfwiseError } from '../../shared/errors';
import { recipeWithTuning } from '../../shared/recipe/from-tuning';
import type { Recipe } from '../../shared/recipe/table';
import { say } from '../../shared/words/sentence';
import { throwIfStopped } from '../../shared/values/throw-if-stopped';
import { selectRows, withEmptyRow } from '../data/histories';
import type { SparseRows } from '../data/tables';
import { isPushed, steered, steeringOf, steersNothing } from '../model/dae/steering';
import { hiding, hidingOf } from '../model/hidden-history';
import type { Recommender } from '../model/recommender';
import { type Lists, makeLists } from '../model/ranking/lists';
import type { RunSession } from '../sessions/run-session';
import { refuseForeignKnobs } from './tuning';

export interface TuningForMany {
  readonly recipe: Recipe;
  /** Tuning keys that concern one profile only. */
  readonly left: readonly TuningKey[];
}

/** Lists to make before other calls get their turn. */
const LISTS_PER_TURN = 256;

export interface TurnOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * @throws ShelfwiseError `usage` if the tuning has no part for more than one profile, for what the run's model cannot follow, and for a strength or
 * push beyond what a recipe can hold
 */
export async function tuningForMany(session: RunSession, tuning: Tuning): Promise<TuningForMany> {
  const left = tunedKeys(tuning).filter((key) => TUNING_ROWS[key].ofOneProfile === true);
  const wanted = withoutKeys(tuning, left);
  if (tunedKeys(wanted).length === 0)
    throw new ShelfwiseError(
      'usage',
      left.length === 0 ? say('tuning.nothing') : say('tuning.only-profile', { keys: left }),
    );
  await refuseForeignKnobs(session, await session.data(), wanted);
  const { recipe, notTaken } = recipeWithTuning(session.record.recipe, wanted);
  if (notTaken.length > 0) throw new ShelfwiseError('usage', say('tuning.beyond', { keys: notTaken }));
  return { recipe, left };
}

/** The model of the run, steered by another recipe; the session owns it. */
export async function recommenderUnder(session: RunSession, recipe: Recipe): Promise<Recommender> {
  const { profiles } = await session.data();
  const owner = { seed: session.record.seed, profiles: profiles.ids };
  return hiding(await steeredUnder(session, recipe), hidingOf(recipe), owner);
}

async function steeredUnder(session: RunSession, recipe: Recipe): Promise<Recommender> {
  const autoencoder = await session.autoencoder();
  const steering = steeringOf(recipe);
  if (autoencoder === null) return session.recommender();
  if (steersNothing(steering)) return autoencoder;
  return steered(autoencoder, steering, {
    codes: steering.neighbours.share > 0 ? await session.latent() : null,
    unknown: steering.strength === 1 ? null : await session.unknown(),
    directions: isPushed(steering) ? await session.directions() : null,
  });
}

/** The profiles to make lists for, one per row. */
interface ListedRows {
  readonly histories: SparseRows;
  /** rows x width. */
  readonly conditions: Float32Array;
  /** Row in the run, -1 for a profile outside it. */
  readonly profiles: Int32Array;
}

/** makeLists, giving other calls their turn, and stoppable. @throws ShelfwiseError `stopped` */
export async function listsInTurns(
  recommender: Recommender,
  { histories, conditions, profiles }: ListedRows,
  { count, excludeWatched }: { readonly count: number; readonly excludeWatched: boolean },
  { onRows, signal }: { readonly onRows: (done: number) => void; readonly signal?: AbortSignal | undefined },
): Promise<Lists> {
  const { rows } = histories;
  const width = rows === 0 ? 0 : conditions.length / rows;
  const items = new Int32Array(rows * count);
  const scores = new Float32Array(rows * count);
  for (let from = 0; from < rows; from += LISTS_PER_TURN) {
    throwIfStopped(signal);
    onRows(from);
    const to = Math.min(from + LISTS_PER_TURN, rows);
    const block = {
      histories: selectRows(
        histories,
        Int32Array.from({ length: to - from }, (_, row) => from + row),
      ),
      conditions: conditions.subarray(from * width, to * width),
      conditionWidth: width,
      profiles: profiles.subarray(from, to),
    };
    const lists = makeLists(recommender, block, { count, excludeWatched });
    items.set(lists.items, from * count);
    scores.set(lists.scores, from * count);
    await setImmediate();
  }
  return { count, items, scores };
}

/** Some rows of the run's lists; the one after the last profile belongs to a profile of which nothing is known. */
export async function listedRows(session: RunSession, rows: Int32Array): Promise<ListedRows> {
  const { histories, conditions, profiles } = await session.data();
  const known = profiles.ids.length;
  const encoded = new Float32Array(rows.length * conditions.width);
  const ofRun = rows.map((row) => (row < known ? row : -1));
  ofRun.forEach((row, place) => encoded.set(conditions.encode(row), place * conditions.width));
  return {
    histories: selectRows(withEmptyRow(histories), rows),
    conditions: encoded,
    profiles: ofRun,
  };
}
