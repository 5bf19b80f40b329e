/** Noise against score over the comparable finished runs. */
import type { NoiseScores } from '../../../../shared/contract/stability';
import type { RunRecord } from '../../../../shared/contract/run';
import { sameTestPart } from '../../../../engine/runs/same-test-part';
import { meanOf } from '../../../../engine/model/evaluate/judge';
import { DEVIATIONS_95 } from '../../../../engine/model/evaluate/wilson';
import { readMarks, withMarks } from '../../../../engine/kept/marks';
import { readStability } from '../../../../engine/runs/stability-file';
import { findRun, listRuns } from '../../../../engine/runs/store';
import { runFolder, type Workspace } from '../../../../engine/storage/workspace';

/** @throws ShelfwiseError `not-found` for an unknown run */
export async function noiseScores(workspace: Workspace, runId: string): Promise<NoiseScores> {
  const { record } = await findRun(workspace, runId);
  const marks = await readMarks(workspace);
  const comparable = (await listRuns(workspace))
    .filter((other) => isComparable(record, other))
    .sort(
      (left, right) =>
        noiseOfTraining(left) - noiseOfTraining(right) || Date.parse(left.createdAt) - Date.parse(right.createdAt),
    );
  const runs = await Promise.all(
    comparable.map(async (other): Promise<NoiseScores['runs'][number]> => {
      const { score, standardError } = other.metrics!;
      const half = standardError === null ? null : DEVIATIONS_95 * standardError;
      return {
        runId: other.runId,
        name: withMarks(other, marks).name,
        noise: noiseOfTraining(other),
        rate: other.recipe['noise.rate'],
        score,
        interval: half === null ? null : { low: Math.max(0, score - half), high: Math.min(1, score + half) },
        stability: await stabilityOf(workspace, other),
      };
    }),
  );
  const noises = [...new Set(runs.map(({ noise }) => noise))];
  return {
    runId: record.runId,
    runs,
    curve: noises.map((noise) => {
      const scores = runs.filter((run) => run.noise === noise).map(({ score }) => score);
      return { noise, score: meanOf(scores), runs: scores.length };
    }),
  };
}

const isComparable = (record: RunRecord, other: RunRecord): boolean =>
  other.model === 'dae' &&
  other.status === 'finished' &&
  other.metrics !== null &&
  other.dataset.fingerprint === record.dataset.fingerprint &&
  sameTestPart(record, other);

/** The mean share that is hidden: a drawn rate lies between the noise and 1. */
function noiseOfTraining({ recipe }: RunRecord): number {
  const least = recipe['noise.dropout'];
  return recipe['noise.rate'] === 'drawn' ? (least + 1) / 2 : least;
}

/** The content of a damaged file is unknown; it is measured again. */
async function stabilityOf(workspace: Workspace, { runId, listsSha256 }: RunRecord): Promise<number | null> {
  const of = { listsSha256, profiles: Infinity };
  const measured = await readStability(runFolder(workspace, runId), of).catch(() => null);
  return measured === null || measured.shares.length === 0 ? null : meanOf(measured.shares);
}
