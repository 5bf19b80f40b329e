/** The scores of one profile under a run's model: as it is, or with a hand between encoder and decoder. One path for both. */
import type { SparseRows } from '../data/tables';
import { pushed } from '../model/dae/directions';
import { strengthened } from '../model/dae/latent';
import type { RunSession } from '../sessions/run-session';

export interface ScoredRow {
  /** Row of the profile, which is not its own neighbour. */
  readonly self: number;
  /** One row. */
  readonly history: SparseRows;
  readonly condition: Float32Array;
  /** Strength of the profile condition; 1 is as trained. */
  readonly strength: number;
  readonly neighbours: { readonly count: number; readonly share: number };
  readonly pushes: readonly { readonly direction: number; readonly amount: number }[];
}

/** Scores of all items of the run. */
export async function scoreRow(session: RunSession, row: ScoredRow): Promise<Float32Array> {
  const rows = { histories: row.history, conditions: row.condition };
  const autoencoder = await session.autoencoder();
  if (autoencoder === null) return (await session.recommender()).score(rows);
  let { codes, joined } = autoencoder.encode(rows);
  if (row.neighbours.share > 0) codes = (await session.latent())!.mixed(codes, row.self, row.neighbours);
  if (row.pushes.some(({ amount }) => amount !== 0)) codes = pushed(codes, (await session.directions())!, row.pushes);
  if (row.strength !== 1) joined = strengthened(joined, await session.unknown(), row.strength);
  return autoencoder.decode({ codes, joined });
}
