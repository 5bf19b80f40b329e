/** How good a run is, compared with one popular list for all profiles, and with the best run of another model. */
import type { RunRecord } from '../../../shared/contract/run';
import type { Verdict } from '../contract/tested';
import { compareFigures } from '../../../engine/delivery/judge';
import { sameProfiles, sameTestPart } from '../../../engine/runs/same-test-part';
import { pairedRatio } from '../../../engine/model/evaluate/bootstrap';
import { meanOf } from '../../../engine/model/evaluate/judge';
import { readMarks, withMarks } from '../../../engine/kept/marks';
import { RandomStreams } from '../../../engine/model/random';
import { listRuns } from '../../../engine/runs/store';
import { readTestProfiles, type TestProfiles } from '../../../engine/runs/test-profiles-file';
import type { RunSession } from '../../../engine/sessions/run-session';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';

/** The same runs give the same intervals, whatever their seeds. */
const RANDOM = new RandomStreams(0);

/** @returns null for a run whose hold-out gave no metrics, or without metrics of single profiles */
export async function verdictOf(workspace: Workspace, session: RunSession): Promise<Verdict | null> {
  const { record } = session;
  const tested = await session.testProfiles();
  if (tested === null || record.metrics === null) return null;
  const popular = record.model === 'popularity' ? null : await besidePopular(session, tested);
  return { runId: record.runId, popular, rival: await besideRival(workspace, record, tested) };
}

async function besidePopular(session: RunSession, tested: TestProfiles): Promise<Verdict['popular']> {
  const { popular } = await session.testPart();
  if (!sameProfiles(popular.profile, tested.profile)) return null;
  const ratio = pairedRatio(tested.score, popular.score, RANDOM.stream('verdict/popular'));
  return { score: meanOf(popular.score), ratio: ratio !== null && Number.isFinite(ratio.high) ? ratio : null };
}

async function besideRival(workspace: Workspace, record: RunRecord, tested: TestProfiles): Promise<Verdict['rival']> {
  const rivals = (await listRuns(workspace))
    .filter(
      (other) =>
        other.model !== record.model &&
        other.metrics !== null &&
        other.dataset.fingerprint === record.dataset.fingerprint &&
        sameTestPart(record, other),
    )
    .sort((left, right) => right.metrics!.score - left.metrics!.score);
  for (const rival of rivals) {
    const theirs = await readTestProfiles(runFolder(workspace, rival.runId), null, rival).catch(() => null);
    if (theirs === null || !sameProfiles(theirs.profile, tested.profile)) continue;
    const { runId, model, metrics } = rival;
    const { name } = withMarks(rival, await readMarks(workspace));
    const ahead = compareFigures(theirs.score, [tested.score])[0]!;
    return { runId, name, model, score: metrics!.score, ahead };
  }
  return null;
}
