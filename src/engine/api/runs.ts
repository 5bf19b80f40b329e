import { setTimeout as sleep } from 'node:timers/promises';
import type { Run, RunRecord } from '../../shared/contract';
import { ShelfwiseError } from '../../shared/errors';
import { finalValue } from '../../shared/final-value';
import { MOST_NEW_SHOWN } from '../../shared/limits';
import { say, textOf } from '../../shared/sentences/sentence';
import { requestStop } from '../trainers/lock';
import { readForgottenRun, whyForgotten } from '../runs/forgotten-run';
import { markRun, readMarks, withMarks } from '../kept/marks';
import { crashReason, errorOf, findRun, listAllRuns, listRuns, readEpochs } from '../runs/store';
import { ENDING, resumeRun, startRun } from '../train/start-run';
import { watchRun } from '../watch/watch-run';
import { runFolder } from '../storage/workspace';
import { completeRuns } from './complete-runs';
import { showingData } from './named-data';
import { api, type EngineContext } from './context';
import { finishForgettingFirst } from './nothing-half-forgotten';
import { withProgress } from './progress';

const runs = api.runs;

export const runsApi = {
  start: runs.start.handler(async ({ input, context }) => ({ runId: await startRun(context, input) })),

  watch: runs.watch.handler(async function* ({ input, context, signal }) {
    const { folder } = await findRun(context.workspace, input.runId);
    return asShown(context, yield* watchRun(folder, signal));
  }),

  stop: runs.stop.handler(async ({ input, context }) => {
    const { folder, record } = await findRun(context.workspace, input.runId);
    if (record.status !== 'running')
      throw new ShelfwiseError(
        'usage',
        say('run.nothing-to-stop', { run: record.runId, status: say(`status.${record.status}`) }),
      );
    await requestStop(folder);
    return asShown(context, await finalValue(watchRun(folder)));
  }),

  resume: runs.resume.handler(async ({ input, context }) => {
    const { record } = await findRun(context.workspace, input.runId);
    const { runId } = record;
    if (record.status !== 'finished') await resumeRun(context, record);
    return { runId };
  }),

  list: runs.list.handler(async ({ context }) => {
    const { workspace } = context;
    const [records, marks, show] = await Promise.all([
      listRuns(workspace),
      readMarks(workspace),
      showingData(workspace),
    ]);
    return Promise.all(records.map(async (record) => show(await shownWith(context, record, marks))));
  }),

  damaged: runs.damaged.handler(async ({ context: { workspace } }) => {
    const [{ damaged }, { problem }] = await Promise.all([listAllRuns(workspace), readMarks(workspace)]);
    if (problem === null) return damaged;
    const { code, message, said } = problem;
    return [...damaged, { runId: null, code, message, said: said && [...said] }];
  }),

  get: runs.get.handler(({ input, context }) => foundRun(context, input.runId)),

  mark: runs.mark.handler(async ({ input: { runId, ...change }, context: { workspace } }) => {
    const { record } = await findRun(workspace, runId);
    return markRun(workspace, record.runId, change);
  }),

  estimate: runs.estimate.handler(async ({ input, context }) => {
    const { listDatasets, openSnapshot } = await import('../data/snapshot');
    const { estimateRun } = await import('../train/estimate');
    const { dataset } = await openSnapshot(context.workspace, input.data);
    const [all, datasets] = await Promise.all([listRuns(context.workspace), listDatasets(context.workspace)]);
    return estimateRun(dataset, input.recipe, all, datasets);
  }),

  compare: runs.compare.handler(async ({ input, context }) => {
    const { compareRuns } = await import('../compare/compare-runs');
    return compareRuns(await sourcesOf(context), input.runIds);
  }),

  sideBySide: runs.sideBySide.handler(async ({ input: { runIds, profile }, context }) => {
    const { listsSideBySide } = await import('../compare/side-by-side');
    return listsSideBySide(context.workspace, runIds, profile);
  }),

  scoreAgain: runs.scoreAgain.handler(async function* ({ input, context, signal }) {
    const { scoreAgain } = await import('../compare/score-again');
    const sources = await sourcesOf(context);
    return yield* withProgress(
      (onProgress, stop) => scoreAgain(sources, input.runIds, { onProgress, signal: stop }),
      signal,
    );
  }),

  verdict: runs.verdict.handler(async ({ input, context }) => {
    const { verdictOf } = await import('../tested/verdict');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, (session) => verdictOf(context.workspace, session));
  }),

  figures: runs.figures.handler(async ({ input, context }) => {
    const { runFigures } = await import('../figures/run-figures');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, runFigures);
  }),

  measureStability: runs.measureStability.handler(async function* ({ input, context, signal }) {
    const { measureStability } = await import('../recommend/run-stability');
    const sessions = await context.sessions();
    return yield* withProgress(
      (onProgress, signalOfStop) =>
        sessions.withRun(input.runId, (session) =>
          measureStability(session, { ...input, onProgress, signal: signalOfStop }),
        ),
      signal,
    );
  }),

  noiseScores: runs.noiseScores.handler(async ({ input, context }) => {
    const { noiseScores } = await import('../figures/noise-scores');
    return noiseScores(context.workspace, input.runId);
  }),

  stability: runs.stability.handler(async ({ input, context }) => {
    const { measuredBefore } = await import('../recommend/run-stability');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, measuredBefore);
  }),

  epochs: runs.epochs.handler(async ({ input, context }) => {
    const { folder } = await findRun(context.workspace, input.runId);
    return readEpochs(folder);
  }),

  verify: runs.verify.handler(async function* ({ input, context, signal }) {
    const { verifyRun } = await import('../verify/verify');
    return yield* verifyRun({ ...context, runId: input.runId, signal });
  }),

  certificates: runs.certificates.handler(async ({ input, context }) => {
    const { readCertificates } = await import('../verify/certificates');
    const { folder } = await findRun(context.workspace, input.runId);
    return (await readCertificates(folder)).toReversed();
  }),

  saveCertificate: runs.saveCertificate.handler(async ({ input, context }) => {
    const { saveCertificate } = await import('../verify/certificates');
    const { folder } = await findRun(context.workspace, input.runId);
    return saveCertificate(context.workspace, folder, input.verifiedAt, input.out);
  }),

  bundle: runs.bundle.handler(async function* ({ input, context, signal }) {
    const { bundleRun } = await import('../bundles/bundle-run');
    return yield* withProgress(
      (onProgress, signalOfStop) =>
        bundleRun({ workspace: context.workspace, ...input, onProgress, signal: signalOfStop }),
      signal,
    );
  }),

  inspectBundle: runs.inspectBundle.handler(async ({ input, context }) => {
    const { inspectBundle } = await import('../bundles/inspect-bundle');
    return inspectBundle({ workspace: context.workspace, ...input });
  }),

  open: runs.open.handler(async function* ({ input, context, signal }) {
    const [{ openBundle }, { hasDataset }] = await Promise.all([
      import('../bundles/open-bundle'),
      import('../data/snapshot'),
    ]);
    return yield* withProgress(async (onProgress, signalOfStop) => {
      const options = { onProgress, signal: signalOfStop };
      await finishForgettingFirst(context);
      const opening = await openBundle({ workspace: context.workspace, ...input, ...options });
      if (await hasDataset(context.workspace, opening.fingerprint))
        await completeRuns(context, opening.fingerprint, options);
      return opening;
    }, signal);
  }),

  export: runs.export.handler(async ({ input, context, signal }) => {
    const { exportLists } = await import('./lists-for-export');
    return exportLists(context, input, signal);
  }),

  previewExport: runs.previewExport.handler(async ({ input, context, signal }) => {
    const { previewExport } = await import('../export/export-run');
    const { listsForExport } = await import('./lists-for-export');
    const { lines, rules, tuning, ...what } = input;
    const lists = await listsForExport(context, { ...what, rules, tuning, lines }, signal);
    const preview = await previewExport({ workspace: context.workspace, ...what, ...lists, signal }, lines);
    return { lines: [...preview.lines], newTitles: preview.newTitles.slice(0, MOST_NEW_SHOWN) };
  }),

  report: runs.report.handler(async ({ input: { runId, ...request }, context }) => {
    const { runReport } = await import('../report/report');
    return runReport(await sourcesOf(context), await foundRun(context, runId), request);
  }),

  saveReport: runs.saveReport.handler(async ({ input: { runId, ...request }, context }) => {
    const { saveReport } = await import('../report/report');
    return saveReport(await sourcesOf(context), await foundRun(context, runId), request);
  }),

  saveModel: runs.saveModel.handler(async ({ input: { runId, out }, context }) => {
    const { writeModelFolder } = await import('../onnx/model-folder');
    const sessions = await context.sessions();
    return sessions.withRun(runId, (session) => writeModelFolder(context.workspace, session, out));
  }),

  exports: runs.exports.handler(async ({ input, context }) => {
    const { earlierExports } = await import('../export/earlier-exports');
    const { folder } = await findRun(context.workspace, input.runId);
    return earlierExports(folder);
  }),

  outcomes: runs.outcomes.handler(async function* ({ input: { rules, ...request }, context, signal }) {
    const { outcomesIn } = await import('./lists-for-export');
    return yield* withProgress(
      (onProgress, stop) => outcomesIn(context, request, { rules, onProgress, signal: stop }),
      signal,
    );
  }),
};

async function foundRun(context: EngineContext, runId: string): Promise<Run> {
  const { record } = await findRun(context.workspace, runId);
  return asShown(context, record);
}

const sourcesOf = async ({ workspace, sessions }: EngineContext) => ({ workspace, sessions: await sessions() });

/** The record, with what is known of its end and with its marks, such as another name. */
async function asShown(context: EngineContext, record: RunRecord): Promise<Run> {
  const { workspace } = context;
  const [marks, show] = await Promise.all([readMarks(workspace), showingData(workspace)]);
  return show(await shownWith(context, record, marks));
}

async function shownWith(
  context: EngineContext,
  record: RunRecord,
  marks: Awaited<ReturnType<typeof readMarks>>,
): Promise<Run> {
  const run = withMarks(await withTrainerEnd(context, record), marks);
  const forgotten = await readForgottenRun(runFolder(context.workspace, record.runId)).catch(() => null);
  if (forgotten === null) return run;
  const { forgottenAt, dataset, withModel } = forgotten;
  const said = [whyForgotten(record.runId, forgotten)];
  return { ...run, forgotten: { forgottenAt, dataset, withModel, message: textOf(said), said } };
}

/** A trainer that could not write its reason into the record (the disk is full, it was killed) reported it to this process, if it was started here. */
async function withTrainerEnd({ trainers }: EngineContext, record: RunRecord): Promise<RunRecord> {
  const ended = trainers.get(record.runId);
  if (record.status !== 'crashed' || record.reason?.error !== undefined || ended === undefined) return record;
  const end = await Promise.race([ended, sleep(ENDING, null, { ref: false })]);
  return end === null ? record : { ...record, reason: crashReason(record.runId, errorOf(end)) };
}
