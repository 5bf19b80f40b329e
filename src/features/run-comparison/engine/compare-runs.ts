/** Compares two to four runs; the others with the first. */
import type { RunComparison } from '../contract/run-comparison';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { compareMetrics } from '../../../engine/delivery/judge';
import type { Workspace } from '../../../engine/storage/workspace';
import { readMarks, withMarks } from '../../../engine/kept/marks';
import { sameProfiles, sameTestPart } from '../../../engine/runs/same-test-part';
import { findRun } from '../../../engine/runs/store';
import { readTestProfiles } from '../../../engine/runs/test-profiles-file';
import type { Sessions } from '../../../engine/sessions/sessions';
import { dataDifferences, environmentDifferences, settingDifferences, ruleDifferences } from './differences';
import { differencesOfGroups, scoresOfGroups } from './groups';
import type { Opened } from './opened';
import { testedData } from './tested-data';
import { type Judged, verdictOf } from './verdict';

/** @throws ShelfwiseError `not-found` for a run that does not exist, `usage` if one is named twice */
export async function compareRuns(
  { workspace, sessions }: { workspace: Workspace; sessions: Sessions },
  runIds: readonly string[],
): Promise<RunComparison> {
  const opened = await openRuns(workspace, runIds);
  const runs = opened.map(({ run }) => run);
  const comparable = comparability(opened);
  const tested = comparable === 'yes' ? await testedData(sessions, runs[0]!.runId) : null;
  return {
    runs,
    comparable,
    verdict: comparable === 'yes' ? verdictOf(opened.map(asJudged)) : null,
    recipe: settingDifferences(runs),
    data: dataDifferences(runs),
    rules: await ruleDifferences(workspace, opened),
    environment: environmentDifferences(runs),
    metrics: comparable === 'yes' ? metricDifferences(opened) : [],
    slices:
      comparable === 'other-data'
        ? []
        : scoresOfGroups(runs, tested === null ? [] : await differencesOfGroups(opened, tested)),
  };
}

/** @throws ShelfwiseError `not-found` for a run that does not exist, `usage` if one is named twice */
export async function openRuns(workspace: Workspace, runIds: readonly string[]): Promise<Opened[]> {
  const marks = await readMarks(workspace);
  const opened: Opened[] = [];
  for (const runId of runIds) {
    const { folder, record } = await findRun(workspace, runId);
    if (opened.some(({ run }) => run.runId === record.runId))
      throw new ShelfwiseError('usage', say('compare.twice', { run: record.runId }));
    opened.push({ folder, run: withMarks(record, marks), figures: await readTestProfiles(folder, null, record) });
  }
  return opened;
}

function comparability(opened: readonly Opened[]): RunComparison['comparable'] {
  const [first, ...others] = opened as [Opened, ...Opened[]];
  if (others.some(({ run }) => run.dataset.fingerprint !== first.run.dataset.fingerprint)) return 'other-data';
  if (others.some((other) => !sameTestPart(first.run, other.run))) return 'other-test';
  const figures = opened.map((one) => one.figures);
  if (figures.some((one) => one === null)) return 'no-figures';
  return figures.every((one) => sameProfiles(one!.profile, figures[0]!.profile)) ? 'yes' : 'other-test';
}

const asJudged = ({ run: { runId, seconds }, figures }: Opened): Judged => ({ runId, seconds, scores: figures!.score });

function metricDifferences(opened: readonly Opened[]): RunComparison['metrics'] {
  const [first, ...others] = opened as [Opened, ...Opened[]];
  if (first.figures!.score.length < 2) return [];
  return others.flatMap(({ run: { runId }, figures }) =>
    compareMetrics(first.figures!, figures!).map((figure) => ({ runId, ...figure })),
  );
}
