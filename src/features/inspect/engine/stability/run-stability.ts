/** Measures how stable the lists of a run are: how much of them stays, over its profiles, when a part of the histories is hidden. */
import type { Progress } from '../../../../shared/contract/progress';
import type { RunStability } from '../../../../shared/contract/stability';
import { LIST_LENGTH, SHAKY } from '../../../../shared/limits';
import { throwIfStopped } from '../../../../shared/values/throw-if-stopped';
import { rowsWithEntries } from '../../../../engine/data/histories';
import { deviationOf, meanOf } from '../../../../engine/model/evaluate/judge';
import { DEVIATIONS_95 } from '../../../../engine/model/evaluate/wilson';
import { RandomStream } from '../../../../engine/model/random';
import { watchedOf } from '../../../../engine/model/ranking/lists';
import { listOf } from '../../../../engine/runs/lists-file';
import { type MeasuredStability, writeStability } from '../../../../engine/runs/stability-file';
import type { RunSession } from '../../../../engine/sessions/run-session';
import { excludesWatched } from '../../../../engine/lists/rank-row';
import { neutralRow } from '../../../../engine/lists/tuned-rows';
import { copyStream, countListed, noiseOf, noisyCopies, shareThatStays } from './noisy-copies';

interface RunStabilityRequest {
  readonly copies: number;
  readonly hidden?: number | undefined;
  /** Number of profiles, drawn by the run's seed; all where absent. */
  readonly sample?: number | undefined;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** Number of the least stable profiles to show. */
const SHAKIEST = 20;

/**
 * Measures, and stores the result in the run's folder.
 * @throws ShelfwiseError `not-found` for a run without lists, `stopped`
 */
export async function measureStability(session: RunSession, request: RunStabilityRequest): Promise<RunStability> {
  const { copies, hidden, sample, onProgress = () => undefined, signal } = request;
  const { record } = session;
  const [{ histories, profiles }, lists] = await Promise.all([session.data(), session.lists()]);
  const noise = noiseOf(record, hidden);
  const rows = drawn(Array.from(rowsWithEntries(histories)), sample, record.seed);
  const excludeWatched = excludesWatched(session);
  const shares = new Float64Array(rows.length);
  for (const [place, row] of rows.entries()) {
    throwIfStopped(signal);
    onProgress({ phase: 'stability', detail: '', done: place, total: rows.length });
    const scored = await neutralRow(session, row);
    const random = copyStream(record, profiles.ids[row]!);
    const list = listOf(lists, row, LIST_LENGTH);
    const counts = await countListed(
      session,
      { scored, watched: watchedOf(histories, row), excludeWatched },
      noisyCopies(scored.history, copies, noise, random),
      list,
    );
    shares[place] = shareThatStays(counts, copies);
  }
  const measured: MeasuredStability = {
    copies,
    noise,
    seed: record.seed,
    listsSha256: record.listsSha256!,
    measuredAt: new Date().toISOString(),
    rows,
    shares: Array.from(shares),
  };
  await writeStability(session.folder, measured);
  return describe(session, measured);
}

/** Ascending. */
function drawn(rows: number[], count: number | undefined, seed: number): number[] {
  if (count === undefined || count >= rows.length) return rows;
  const shuffled = new RandomStream(seed, 'stability/profiles').shuffle([...rows]);
  return shuffled.slice(0, count).sort((left, right) => left - right);
}

/** The last measurement of the current lists; null if there is none. */
export async function measuredBefore(session: RunSession): Promise<RunStability | null> {
  const measured = await session.stability();
  return measured === null ? null : describe(session, measured);
}

async function describe(session: RunSession, measured: MeasuredStability): Promise<RunStability> {
  const { histories, profiles } = await session.data();
  const { rows, shares, copies, noise, seed, measuredAt } = measured;
  const order = [...rows.keys()].sort((left, right) => shares[left]! - shares[right]! || left - right);
  return {
    runId: session.record.runId,
    copies,
    noise,
    seed,
    profiles: rows.length,
    of: rowsWithEntries(histories).length,
    mean: rows.length === 0 ? null : meanWithInterval(shares),
    shaky: shares.filter((share) => share < SHAKY).length,
    shakiest: order.slice(0, SHAKIEST).map((place) => ({
      profile: profiles.ids[rows[place]!]!,
      watched: watchedOf(histories, rows[place]!).length,
      share: shares[place]!,
    })),
    measuredAt,
  };
}

/** 95 % interval from the deviation over profiles, limited to 0 to 1. */
function meanWithInterval(shares: readonly number[]): NonNullable<RunStability['mean']> {
  const mean = meanOf(shares);
  const half = shares.length < 2 ? 1 : (DEVIATIONS_95 * deviationOf(shares)) / Math.sqrt(shares.length);
  return { share: mean, low: Math.max(0, mean - half), high: Math.min(1, mean + half) };
}
