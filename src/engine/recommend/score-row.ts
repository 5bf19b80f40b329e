/** The scores of one profile under a run's model: as its recipe says, or as a tuning does. */
import type { SparseRows } from '../data/tables';
import { steer, type Steering } from '../model/dae/steering';
import type { RunSession } from '../sessions/run-session';

export interface ScoredRow extends Steering {
  /** Row of the profile, which is not its own neighbour. */
  readonly self: number;
  /** One row. */
  readonly history: SparseRows;
  readonly condition: Float32Array;
  readonly pushes: readonly { readonly direction: number; readonly amount: number }[];
}

/** Scores of all items of the run. */
export async function scoreRow(session: RunSession, row: ScoredRow): Promise<Float32Array> {
  const rows = { histories: row.history, conditions: row.condition };
  const autoencoder = await session.autoencoder();
  if (autoencoder === null) return (await session.recommender()).score(rows);
  const sources = {
    codes: row.neighbours.share > 0 ? await session.latent() : null,
    unknown: row.strength === 1 ? null : await session.unknown(),
    directions: row.pushes.some(({ amount }) => amount !== 0) ? await session.directions() : null,
  };
  return autoencoder.decode(steer(autoencoder.encode(rows), row.self, row, sources));
}
