/** Scores profiles with a run's model, steered by its recipe or by a tuning. */
import { stackRows } from '../data/histories';
import type { SparseRows } from '../data/tables';
import type { DaeRecommender, LatentRows } from '../model/dae/dae-recommender';
import { isPushed, steer, type Steering, type SteeringSources } from '../model/dae/steering';
import { areFinite } from '../model/declaration';
import type { BestItems, ScoringRows } from '../model/ranking/scorer';
import type { RunSession } from '../sessions/run-session';
import { notFinite } from '../model/ranking/top-k';

export interface ScoredRow extends Steering {
  /** Row of the profile, so that it is not its own neighbour. */
  readonly self: number;
  /** One row. */
  readonly history: SparseRows;
  readonly condition: Float32Array;
}

/** Scores of all items of the run. */
export const scoreRow = (session: RunSession, row: ScoredRow): Promise<Float32Array> => scoreRows(session, [row]);

/**
 * Scores of all items of the run, rows x items. The bits of a row do not depend on the rows scored with it.
 * @throws ShelfwiseError `diverged` if a score is not finite: finite weights may still overflow
 */
export async function scoreRows(session: RunSession, rows: readonly ScoredRow[]): Promise<Float32Array> {
  return (await rowScorer(session, rows)).score(rows);
}

/** The model of a run, with all that it needs to score such rows. */
interface RowScorer {
  /** @throws ShelfwiseError as scoreRows */
  score(rows: readonly ScoredRow[]): Float32Array;
  /** The best items of each row; null if the scores have to be searched. */
  best(rows: readonly ScoredRow[], count: number, excludeWatched: boolean): BestItems | null;
}

/** @param rows all that will be scored, or rows steered alike */
export async function rowScorer(session: RunSession, rows: readonly ScoredRow[]): Promise<RowScorer> {
  const autoencoder = await session.autoencoder();
  if (autoencoder === null) {
    const recommender = await session.recommender();
    return {
      score: (some) => checked(recommender.score(stacked(some)), some.length),
      best: (some, count, excludeWatched) => recommender.best?.(stacked(some), count, excludeWatched) ?? null,
    };
  }
  const sources = await steeringSources(session, rows);
  const latentOf = (some: readonly ScoredRow[], of: ScoringRows): LatentRows =>
    steeredRows(autoencoder, some, of, sources);
  return {
    score(some) {
      const of = stacked(some);
      return checked(autoencoder.decode(latentOf(some, of), of.histories), some.length);
    },
    best(some, count, excludeWatched) {
      if (!autoencoder.findsBest) return null;
      const of = stacked(some);
      return autoencoder.bestFor(latentOf(some, of), of.histories, count, excludeWatched);
    },
  };
}

function checked(scores: Float32Array, rows: number): Float32Array {
  if (areFinite(scores)) return scores;
  const at = scores.findIndex((score) => !Number.isFinite(score));
  throw notFinite(at % (scores.length / rows), scores[at]!);
}

function stacked(rows: readonly ScoredRow[]): ScoringRows {
  const width = rows[0]?.condition.length ?? 0;
  const conditions = new Float32Array(rows.length * width);
  rows.forEach(({ condition }, row) => conditions.set(condition, row * width));
  return { histories: stackRows(rows.map(({ history }) => history)), conditions };
}

/** The data that steering any of the rows needs. */
export async function steeringSources(session: RunSession, rows: readonly ScoredRow[]): Promise<SteeringSources> {
  return {
    codes: rows.some(({ neighbours }) => neighbours.share > 0) ? await session.latent() : null,
    unknown: rows.every(({ strength }) => strength === 1) ? null : await session.unknown(),
    directions: rows.some(isPushed) ? await session.directions() : null,
  };
}

function steeredRows(
  autoencoder: DaeRecommender,
  rows: readonly ScoredRow[],
  of: ScoringRows,
  sources: SteeringSources,
): LatentRows {
  const { codeWidth, joinedWidth } = autoencoder;
  const { codes, joined } = autoencoder.encode(of);
  rows.forEach((row, index) => {
    const own = {
      codes: codes.subarray(index * codeWidth, (index + 1) * codeWidth),
      joined: joined.subarray(index * joinedWidth, (index + 1) * joinedWidth),
    };
    const steered = steer(own, row.self, row, sources);
    own.codes.set(steered.codes);
    own.joined.set(steered.joined);
  });
  return { codes, joined };
}
