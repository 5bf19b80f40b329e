/** Two to four runs side by side; the others are compared with the first. */
import type { Run, RunComparison, RunDifference } from '../../shared/contract';
import { KNOB_NAMES } from '../../shared/recipe/table';
import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/sentences/sentence';
import { pairedDifference } from '../evaluate/bootstrap';
import { RandomStreams } from '../model/random';
import type { Workspace } from '../storage/workspace';
import { changesOfLists } from './list-changes';
import { readMarks, withMarks } from '../kept/marks';
import { sameProfiles, sameTestPart } from './same-test-part';
import { winnersOf } from './winners';
import { findRun } from '../runs/store';
import { readTestProfiles, type TestProfiles } from '../runs/test-profiles-file';

interface Opened {
  readonly folder: string;
  readonly run: Run;
  readonly figures: TestProfiles | null;
}

/** @throws ShelfwiseError `not-found` for a run that is not there, `usage` where one is named twice */
export async function compareRuns(workspace: Workspace, runIds: readonly string[]): Promise<RunComparison> {
  const marks = await readMarks(workspace);
  const opened: Opened[] = [];
  for (const runId of runIds) {
    const { folder, record } = await findRun(workspace, runId);
    if (opened.some(({ run }) => run.runId === record.runId))
      throw new ShelfwiseError('usage', say('compare.twice', { run: record.runId }));
    opened.push({ folder, run: withMarks(record, marks), figures: await readTestProfiles(folder, null) });
  }
  const runs = opened.map(({ run }) => run);
  const comparable = comparability(opened);
  return {
    runs,
    comparable,
    recipe: recipeDifferences(runs),
    data: differing(runs, DATA),
    environment: differing(runs, ENVIRONMENT),
    metrics: comparable === 'yes' ? metricDifferences(opened) : [],
    winners: comparable === 'yes' ? winnersOfRuns(opened) : [],
    slices: comparable === 'other-data' ? [] : slicesOf(runs),
    lists: comparable === 'other-data' ? [] : await changesOfLists(workspace, opened),
  };
}

function comparability(opened: readonly Opened[]): RunComparison['comparable'] {
  const [first, ...others] = opened as [Opened, ...Opened[]];
  if (others.some(({ run }) => run.dataset.fingerprint !== first.run.dataset.fingerprint)) return 'other-data';
  if (others.some((other) => !sameTestPart(first.run, other.run))) return 'other-test';
  const figures = opened.map((one) => one.figures);
  if (figures.some((one) => one === null)) return 'no-figures';
  return figures.every((one) => sameProfiles(one!.profile, figures[0]!.profile)) ? 'yes' : 'other-test';
}

function recipeDifferences(runs: readonly Run[]): RunDifference[] {
  return differing(runs, [
    ...KNOB_NAMES.map((name) => [name, (run: Run) => run.recipe[name]] as const),
    ['seed', (run: Run) => run.seed] as const,
    ['recipeVersion', (run: Run) => run.recipe.version] as const,
  ]);
}

type Property = readonly [name: string, of: (run: Run) => string | number | boolean | null | undefined];

const DATA: readonly Property[] = [
  ['dataset', ({ dataset }) => dataset.name],
  ['fingerprint', ({ dataset }) => dataset.fingerprint],
  ['split', ({ split }) => split?.protocol],
  ['trainInteractions', ({ split }) => split?.trainInteractions],
  ['testProfiles', ({ split }) => split?.testProfiles],
  ['testTargets', ({ split }) => split?.testTargets],
];

const ENVIRONMENT: readonly Property[] = [
  ['backend', ({ environment }) => environment?.backend],
  ['tensorflow', ({ environment }) => environment?.tensorflow],
  ['tensorflowSha256', ({ environment }) => environment?.tensorflowSha256],
  ['device', ({ environment }) => environment?.device],
  ['deviceName', ({ environment }) => environment?.deviceName],
  ['instructionSet', ({ environment }) => environment?.instructionSet],
  ['threads', ({ environment }) => environment?.threads.intra],
  ['platform', ({ environment }) => environment?.platform],
  ['architecture', ({ environment }) => environment?.architecture],
  ['node', ({ environment }) => environment?.node],
  ['flags', ({ environment }) => environment && Object.entries(environment.flags).map(String).sort().join(' ')],
  ['version', ({ program }) => program.version],
  ['commit', ({ program }) => program.commit],
  ['buildSha256', ({ program }) => program.buildSha256],
  ['lockSha256', ({ program }) => program.lockSha256],
];

function differing(runs: readonly Run[], properties: readonly Property[]): RunDifference[] {
  return properties
    .map(([name, of]) => ({ name, values: runs.map((run) => of(run) ?? null) }))
    .filter(({ values }) => values.some((value) => value !== values[0]));
}

function metricDifferences(opened: readonly Opened[]): RunComparison['metrics'] {
  const [first, ...others] = opened as [Opened, ...Opened[]];
  // The same runs give the same intervals, whatever their seeds.
  const random = new RandomStreams(0);
  return others.flatMap(({ run: { runId }, figures }) =>
    (['score', 'recall', 'ndcg'] as const).map((metric) => ({
      runId,
      metric,
      ...pairedDifference(figures![metric], first.figures![metric], random.stream(`compare/${metric}`)),
    })),
  );
}

function winnersOfRuns([first, ...others]: readonly Opened[]): RunComparison['winners'] {
  return others.map(({ run: { runId }, figures }) => ({ runId, ...winnersOf(figures!.score, first!.figures!.score) }));
}

function slicesOf(runs: readonly Run[]): RunComparison['slices'] {
  const groups = new Map<string, { group: string; label: string }>();
  for (const { slices } of runs)
    for (const { group, label } of slices) groups.set(`${group}\n${label}`, { group, label });
  return [...groups.values()].map(({ group, label }) => ({
    group,
    label,
    scores: runs.map(
      ({ slices }) => slices.find((slice) => slice.group === group && slice.label === label)?.metrics.score ?? null,
    ),
  }));
}
