/** Scores profiles with a run's model, steered by its recipe or by a tuning. */
import { stackRows } from '../data/histories';
import type { SparseRows } from '../data/tables';
import { isPushed, steer, type Steering, type SteeringSources } from '../model/dae/steering';
import { areFinite } from '../model/declaration';
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
  const scores = await scoresOf(session, rows);
  if (areFinite(scores)) return scores;
  const at = scores.findIndex((score) => !Number.isFinite(score));
  throw notFinite(at % (scores.length / rows.length), scores[at]!);
}

/** The data that steering any of the rows needs. */
export async function steeringSources(session: RunSession, rows: readonly ScoredRow[]): Promise<SteeringSources> {
  return {
    codes: rows.some(({ neighbours }) => neighbours.share > 0) ? await session.latent() : null,
    unknown: rows.every(({ strength }) => strength === 1) ? null : await session.unknown(),
    directions: rows.some(isPushed) ? await session.directions() : null,
  };
}

async function scoresOf(session: RunSession, rows: readonly ScoredRow[]): Promise<Float32Array> {
  const stacked = {
    histories: stackRows(rows.map(({ history }) => history)),
    conditions: Float32Array.from(rows.flatMap(({ condition }) => Array.from(condition))),
  };
  const autoencoder = await session.autoencoder();
  if (autoencoder === null) return (await session.recommender()).score(stacked);
  const sources = await steeringSources(session, rows);
  const { codeWidth, joinedWidth } = autoencoder;
  const { codes, joined } = autoencoder.encode(stacked);
  rows.forEach((row, index) => {
    const own = {
      codes: codes.subarray(index * codeWidth, (index + 1) * codeWidth),
      joined: joined.subarray(index * joinedWidth, (index + 1) * joinedWidth),
    };
    const steered = steer(own, row.self, row, sources);
    own.codes.set(steered.codes);
    own.joined.set(steered.joined);
  });
  return autoencoder.decode({ codes, joined }, stacked.histories);
}
