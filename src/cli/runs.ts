/** Follows and describes a run. */
import type { Epoch, RunProgress, RunRecord, Stage } from '../shared/contract/run';
import type { Run } from '../shared/contract/run-life';
import { ShelfwiseError, toShelfwiseError } from '../shared/errors';
import { finalValue } from '../shared/values/final-value';
import { instructionSetName } from '../shared/values/instruction-sets';
import { LIST_LENGTH } from '../shared/limits';
import { broughtWords } from './brought';
import type { Answer } from './command';
import type { Context } from './context';
import { formatFacts, formatTable, blocks, wrap } from './layout';
import type { Terminal } from './terminal';
import { count, counted, decimals, duration, minute, modelName, percent, short } from './words';

const STAGE_WORDS: Record<Stage, string> = {
  choose: 'Choosing the epochs',
  measure: 'Measuring on the hold-out',
  final: 'Fitting on all the data',
};

function describeEpoch(epoch: Epoch): string {
  const validation = epoch.validation === null ? '' : ` · score ${decimals(epoch.validation.score)}`;
  return `epoch ${epoch.epoch} · loss ${epoch.loss.toPrecision(4)}${validation}`;
}

function showProgress(context: Context, { stage, fraction, epoch }: RunProgress): void {
  const phase = stage === null ? 'Preparing' : STAGE_WORDS[stage];
  const detail = epoch !== null && epoch.stage === stage ? describeEpoch(epoch) : '';
  context.reporter.progress(phase, fraction, detail);
}

/** Shows a run until it ends. Ctrl-C stops the run, which keeps its best epoch. */
export async function followRun(context: Context, runId: string): Promise<RunRecord> {
  const client = await context.client();
  let stopping: Promise<unknown> = Promise.resolve();
  const stop = (): void => {
    context.reporter.note('Stopping; the best epoch is kept. Ctrl-C again ends the program at once.');
    // A run that has just ended cannot be stopped; its record is the result.
    stopping = client.runs
      .stop({ runId })
      .catch((thrown: unknown) => context.reporter.warn(toShelfwiseError(thrown).message));
  };
  try {
    return await context.interrupt.stopWith(stop, async () => {
      const record = await finalValue(await client.runs.watch({ runId }), (event) => showProgress(context, event));
      await stopping;
      return record;
    });
  } finally {
    context.reporter.clear();
  }
}

/** The error that train and resume end with, if a run is not finished; otherwise null. */
function endedEarly(record: RunRecord): ShelfwiseError | undefined {
  if (record.status === 'finished' || record.status === 'running') return undefined;
  const message = record.reason?.message ?? 'The run did not finish.';
  if (record.reason?.code === 'diverged') return new ShelfwiseError('diverged', message);
  if (record.status === 'stopped') return new ShelfwiseError('stopped', message);
  return new ShelfwiseError(record.reason?.error ?? 'internal', message);
}

/** The record with backend and device first, where scripts look for them. */
const runObject = (record: RunRecord): object => ({
  ...record,
  backend: record.environment?.backend ?? null,
  device: record.environment?.device ?? null,
});

function stageTable(terminal: Terminal, record: RunRecord): string | null {
  if (record.stages.length === 0) return null;
  return formatTable(
    terminal,
    [
      { title: 'stage', shrinkTo: 8 },
      { title: 'epochs', align: 'right' },
      { title: 'time', align: 'right' },
      { title: 'weights' },
    ],
    record.stages.map(({ stage, epochs, seconds, weightsSha256 }) => [
      STAGE_WORDS[stage],
      count(epochs),
      duration(seconds),
      short(weightsSha256),
    ]),
  );
}

function sliceTable(terminal: Terminal, record: RunRecord): string | null {
  if (record.slices.length === 0) return null;
  return formatTable(
    terminal,
    [
      { title: 'group', shrinkTo: 6 },
      { title: '', shrinkTo: 8 },
      { title: 'profiles', align: 'right' },
      { title: `recall@${LIST_LENGTH}`, align: 'right' },
      { title: `ndcg@${LIST_LENGTH}`, align: 'right' },
      { title: 'score', align: 'right' },
    ],
    record.slices.map(({ group, label, metrics }) => [
      group,
      label,
      count(metrics.profiles),
      decimals(metrics.recall),
      decimals(metrics.ndcg),
      decimals(metrics.score),
    ]),
  );
}

function metricsSentence(record: RunRecord): string {
  if (record.metrics === null) return 'none yet';
  const { recall, ndcg, score, standardError, profiles } = record.metrics;
  const error = standardError === null ? '' : ` ± ${decimals(standardError)}`;
  return `score ${decimals(score)}${error} · recall ${decimals(recall)} · ndcg ${decimals(ndcg)} · ${counted(profiles, 'test profile')}`;
}

function describeEnvironment(record: RunRecord): string | null {
  if (record.environment === null) return null;
  const { device, gpu, instructionSet, threads } = record.environment;
  const where = gpu === null ? device : `${gpu.name}, driver ${gpu.driver}`;
  return `own kernels on ${where}, ${instructionSetName(instructionSet)}, ${counted(threads.intra, 'thread')}`;
}

const describeQuality = ({ quality }: RunRecord): string | null =>
  quality === null
    ? null
    : `coverage ${percent(quality.coverage)} · novelty ${decimals(quality.novelty, 2)} · ${percent(quality.watchedShare)} already watched`;

function describeRun(terminal: Terminal, record: RunRecord & Pick<Run, 'brought'>, withSlices: boolean): string {
  const statusStyle = record.status === 'finished' ? 'green' : record.status === 'running' ? 'cyan' : 'yellow';
  const facts = formatFacts(terminal, [
    ['name', modelName(record.name)],
    ['data', `${record.dataset.name} (${short(record.dataset.fingerprint)})`],
    ['model', `${record.model}, seed ${record.seed}, recipe ${short(record.recipeSha256)}`],
    ['began', `${minute(record.createdAt)} UTC, ${duration(record.seconds)} of work`],
    ['parent', record.parent],
    ['came from', record.brought ? broughtWords(record.brought) : null],
    ['hold-out', record.split && `by ${record.split.protocol}, ${counted(record.split.testProfiles, 'profile')}`],
    ['metrics', metricsSentence(record)],
    ['lists', describeQuality(record)],
    ['computed', describeEnvironment(record)],
    ['weights', record.weightsSha256],
    ['lists hash', record.listsSha256],
  ]);
  const notes = [
    record.split?.note,
    record.environment?.backendReason,
    ...(record.leftOut ?? []).map(({ model, message }) => `${model} has no share in this run. ${message}`),
    record.reason?.message,
    record.brought?.problem?.message,
  ].filter((note) => note !== null && note !== undefined);
  return blocks(
    `Run ${terminal.style('bold', record.runId)} ${terminal.style(statusStyle, record.status)}`,
    facts,
    stageTable(terminal, record),
    withSlices ? sliceTable(terminal, record) : null,
    notes.flatMap((note) => wrap(note, terminal.width)).join('\n'),
  );
}

/** The result of train, resume and show. */
export function runAnswer(record: RunRecord): Answer {
  const error = endedEarly(record);
  return {
    json: runObject(record),
    text: (terminal) =>
      blocks(
        describeRun(terminal, error === undefined ? record : { ...record, reason: null }, false),
        nextSteps(terminal, record),
      ),
    ...(error && { error }),
  };
}

/** show always succeeds: the record is the result, however the run ended. */
export const showAnswer = (run: Run): Answer => ({
  json: runObject(run),
  text: (terminal) =>
    blocks(
      describeRun(terminal, run, true),
      run.forgotten === undefined ? null : wrap(run.forgotten.message, terminal.width).join('\n'),
    ),
});

function nextSteps(terminal: Terminal, { runId, status, reason, listsSha256 }: RunRecord): string | null {
  const wouldEndAlike = reason?.code === 'diverged' || reason?.error === 'bad-data';
  const goesOn = status !== 'running' && status !== 'finished' && !wouldEndAlike;
  const steps = [
    ...(goesOn ? [`shelfwise resume ${runId}`] : []),
    ...(listsSha256 === null ? [] : [`shelfwise recommend --run ${runId} --profile ID`]),
    ...(status === 'finished'
      ? [`shelfwise export --run ${runId} --out submission.csv`, `shelfwise verify ${runId}`]
      : []),
  ];
  return steps.length === 0 ? null : [terminal.style('dim', 'Next:'), ...steps.map((step) => `  ${step}`)].join('\n');
}
