/**
 * Measures runs of different data on one hold-out: that of the run whose data reaches furthest. The others are scored with the models that they were
 * measured with, made without their own hold-outs as that of the judged lists is, on the histories of its training part; nothing is trained. The model
 * of a run's lists has seen most of the time that the other run is judged in, and the fashions of it (docs/decisions/0050-refresh.md).
 *
 * Three things keep it fair. Titles that a run had learned from do not count as targets. Only titles that both know count, for both. And both have
 * the same number of places for each profile: the judged list keeps the titles that both know, and the other model contributes as many of its best.
 * Leaving titles out of a ranking keeps the order of the rest, so these are the best of each.
 */
import { setImmediate } from 'node:timers/promises';
import type { Progress } from '../../../shared/contract/progress';
import type { ScoreAgain, ScoredAgain } from '../contract/run-comparison';
import { ShelfwiseError, toShelfwiseError } from '../../../shared/errors';
import { LIST_LENGTH } from '../../../shared/limits';
import { say } from '../../../shared/words/sentence';
import { throwIfStopped } from '../../../shared/values/throw-if-stopped';
import { compareMetrics } from '../../../engine/delivery/judge';
import { encodeConditions } from '../../../engine/data/conditions';
import { rowsWithEntries, selectRows, withEmptyRow } from '../../../engine/data/histories';
import { selectTrainingData, trainingPart } from '../../../engine/data/selection';
import type { Histories, SparseRows, TrainingData } from '../../../engine/data/tables';
import { judge } from '../../../engine/model/evaluate/judge';
import { splitForTest } from '../../../engine/model/evaluate/split';
import { steeredByRecipe } from '../../../engine/model/dae/steering';
import { hidingOf, withoutHidden } from '../../../engine/model/hidden-history';
import { SCORING_ROWS, watchedOf } from '../../../engine/model/ranking/lists';
import type { Scorer } from '../../../engine/model/ranking/scorer';
import type { NamedTensors, Recommender } from '../../../engine/model/recommender';
import { topKOf } from '../../../engine/model/ranking/top-k';
import { LIST_END } from '../../../engine/runs/lists-file';
import { readMeasuredModel } from '../../../engine/runs/measured-model-file';
import { readModel } from '../../../engine/runs/model-file';
import { sameTestPart } from '../../../engine/runs/same-test-part';
import type { JudgedLists, TestProfiles } from '../../../engine/runs/test-profiles-file';
import { readVocabularyIfThere } from '../../../engine/runs/vocabulary';
import type { RunSession } from '../../../engine/sessions/run-session';
import type { Sessions } from '../../../engine/sessions/sessions';
import type { Workspace } from '../../../engine/storage/workspace';
import { steeredRecommender } from '../../../engine/training/fit/steered-recommender';
import { openRuns } from './compare-runs';
import type { Opened } from './opened';
import { conditionsOf } from './translated-conditions';

interface AgainOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal | undefined;
}

const NOTHING = { asMeasured: true, titles: 0, targets: 0, learned: 0, unknown: 0, places: 0, metrics: [] };

/** @throws ShelfwiseError as openRuns, `usage` if all are of one data set, `stopped` on abort */
export async function scoreAgain(
  { workspace, sessions }: { workspace: Workspace; sessions: Sessions },
  runIds: readonly string[],
  options: AgainOptions = {},
): Promise<ScoreAgain> {
  const opened = await openRuns(workspace, runIds);
  if (new Set(opened.map(({ run }) => run.dataset.fingerprint)).size === 1)
    throw new ShelfwiseError('usage', say('compare.same-data'));
  const on = await furthest(sessions, opened);
  const others = opened.filter((one) => one !== on);
  const runs: ScoredAgain[] = [];
  for (const other of others) {
    throwIfStopped(options.signal);
    runs.push(await againIfHere(sessions, on, other, options));
  }
  return { on: on.run.runId, runs };
}

/** The first run with the latest last viewing; data without times, or that is gone, comes last. */
async function furthest(sessions: Sessions, opened: readonly Opened[]): Promise<Opened> {
  const ends = await Promise.all(
    opened.map(({ run }) =>
      sessions
        .withDataset(run.dataset.fingerprint, ({ snapshot }) => snapshot.dataset.period?.to ?? '')
        .catch(() => ''),
    ),
  );
  return opened[ends.indexOf(ends.toSorted().at(-1)!)]!;
}

async function againIfHere(sessions: Sessions, on: Opened, other: Opened, options: AgainOptions): Promise<ScoredAgain> {
  const { runId } = other.run;
  if (on.figures === null) return { runId, reason: 'not-here', ...NOTHING };
  if (on.run.dataset.fingerprint === other.run.dataset.fingerprint) return ofSameData(on, other);
  try {
    return await sessions.withRun(on.run.runId, (tested) =>
      sessions.withRun(runId, (again) => scored(tested, again, options)),
    );
  } catch (thrown) {
    if (toShelfwiseError(thrown).code === 'not-found') return { runId, reason: 'not-here', ...NOTHING };
    throw thrown;
  }
}

/** Existing metrics are compared directly; on another hold-out of the same data the run has learned everything. */
async function ofSameData(on: Opened, { run, figures, folder }: Opened): Promise<ScoredAgain> {
  const { runId } = run;
  if (figures === null || !sameTestPart(on.run, run) || figures.profile.length !== on.figures!.profile.length)
    return { runId, reason: 'learned', ...NOTHING };
  return {
    runId,
    reason: null,
    ...NOTHING,
    titles: (await readVocabularyIfThere(folder))?.items.length ?? 0,
    targets: on.figures!.judged!.targets.reduce((sum, one) => sum + one, 0),
    places: LIST_LENGTH,
    metrics: compareMetrics(on.figures!, figures),
  };
}

async function scored(on: RunSession, again: RunSession, options: AgainOptions): Promise<ScoredAgain> {
  const { runId } = again.record;
  if (on.dataset.snapshot.dataset.pseudonyms?.key !== again.dataset.snapshot.dataset.pseudonyms?.key)
    return { runId, reason: 'other-pseudonyms', ...NOTHING };
  const data = await selectTrainingData(on.dataset.snapshot, on.record.recipe);
  const { train, targets } = await splitForTest(data, on.record.recipe, on.record.seed);
  const [learnedFrom, tested] = await Promise.all([again.data(), on.testProfiles()]);
  const measured = await measuredModel(again);
  const learned = measured?.histories ?? learnedFrom.histories;
  // For each title of the hold-out, its column in the other run: -1 if that run does not know it.
  const columnThere = Int32Array.from(data.items.ids, (id) => learnedFrom.itemRow.get(id) ?? -1);
  const titles = columnThere.reduce((sum, column) => sum + (column < 0 ? 0 : 1), 0);
  const rowThere = new Map(learnedFrom.profiles.ids.map((id, row) => [id, row]));
  const counted = fairTargets(targets, columnThere, (row) => {
    const there = rowThere.get(data.profiles.ids[row]!);
    return new Set(there === undefined ? [] : watchedOf(learned, there));
  });
  const asMeasured = measured !== null || again.record.listsFrom !== 'final';
  const left = {
    asMeasured,
    titles,
    targets: counted.targets.indices.length,
    learned: counted.learned,
    unknown: counted.unknown,
  };
  const reason = titles === 0 ? 'no-shared-titles' : left.targets === 0 ? 'learned' : null;
  if (reason !== null) return { runId, reason, ...NOTHING, ...left };
  const rows = rowsWithEntries(counted.targets);
  const judged = judgedLists(tested!, tested!.judged!, rows, columnThere);
  const { histories } = await trainingPart(data, train, again.record.recipe['data.counting']);
  const lists = await listsOf(again, { data, histories, rows, judged, columnThere, measured }, options);
  const [before, after] = [judged, lists].map((one) => judge(one, LIST_LENGTH, rows, counted.targets));
  return {
    runId,
    reason: null,
    ...left,
    places: judged.reduce((sum, item) => sum + (item === LIST_END ? 0 : 1), 0) / rows.length,
    metrics: compareMetrics(before!, after!),
  };
}

/** The targets, without titles that the other run does not know or had learned. @param learnedBy columns there, for a row of the targets */
function fairTargets(
  targets: Histories,
  columnThere: Int32Array,
  learnedBy: (row: number) => ReadonlySet<number>,
): { targets: SparseRows; learned: number; unknown: number } {
  const offsets = new Int32Array(targets.rows + 1);
  const kept: number[] = [];
  let [learned, unknown] = [0, 0];
  for (let row = 0; row < targets.rows; row++) {
    const wanted = watchedOf(targets, row);
    const before = wanted.length === 0 ? null : learnedBy(row);
    for (const item of wanted)
      if (columnThere[item]! < 0) unknown++;
      else if (before!.has(columnThere[item]!)) learned++;
      else kept.push(item);
    offsets[row + 1] = kept.length;
  }
  const indices = Int32Array.from(kept);
  return { targets: { ...targets, offsets, indices, values: new Float32Array(kept.length).fill(1) }, learned, unknown };
}

/** The judged lists of these profiles, without the titles that the other run does not know. */
function judgedLists(
  { profile }: TestProfiles,
  { lists }: JudgedLists,
  rows: Int32Array,
  columnThere: Int32Array,
): Int32Array {
  const placeOf = new Map(Array.from(profile, (row, place) => [row, place]));
  const kept = new Int32Array(rows.length * LIST_LENGTH).fill(LIST_END);
  rows.forEach((row, index) => {
    const place = placeOf.get(row);
    if (place === undefined) return;
    const list = lists.subarray(place * LIST_LENGTH, (place + 1) * LIST_LENGTH);
    kept.set(
      list.filter((item) => item !== LIST_END && columnThere[item]! >= 0),
      index * LIST_LENGTH,
    );
  });
  return kept;
}

interface Asked {
  readonly data: TrainingData;
  /** All profiles of the test data: their viewings before the hold-out, valued as the other run counts. */
  readonly histories: Histories;
  readonly rows: Int32Array;
  /** Fills as many places as each of these lists has. */
  readonly judged: Int32Array;
  readonly columnThere: Int32Array;
  /** Null: the model that made the lists. */
  readonly measured: MeasuredModel | null;
}

/** The best titles that both know, by the model of the other run; as columns of the test data. */
async function listsOf(
  again: RunSession,
  { data, histories, rows, judged, columnThere, measured }: Asked,
  { onProgress, signal }: AgainOptions,
): Promise<Int32Array> {
  const { items } = await again.data();
  const { seed } = again.record;
  const recipe = again.record.recipe;
  const scorer = measured === null ? await scorerOf(again) : await measuredScorer(again, measured);
  const encode = conditionsOf((await again.data()).profiles, data.profiles);
  const columnHere = new Int32Array(items.ids.length).fill(-1);
  columnThere.forEach((there, here) => {
    if (there >= 0) columnHere[there] = here;
  });
  const lists = new Int32Array(rows.length * LIST_LENGTH).fill(LIST_END);
  for (let from = 0; from < rows.length; from += SCORING_ROWS) {
    throwIfStopped(signal);
    onProgress?.({ phase: 'again', detail: '', done: from, total: rows.length });
    const block = rows.subarray(from, from + SCORING_ROWS);
    const known = toColumns(selectRows(histories, block), columnThere, items.ids.length);
    const conditions = Float32Array.from(Array.from(block, (row) => Array.from(encode(row))).flat());
    // What a run hides when it makes lists is hidden here as well; it still counts as watched.
    const seen = withoutHidden(known, block, hidingOf(recipe), { seed, profiles: data.profiles.ids });
    const scores = scorer.score({ histories: seen, conditions, profiles: new Int32Array(block.length).fill(-1) });
    block.forEach((_, index) => {
      const watched = new Set(watchedOf(known, index));
      const candidates = Int32Array.from(columnHere.keys()).filter(
        (there) => columnHere[there]! >= 0 && !watched.has(there),
      );
      const at = (from + index) * LIST_LENGTH;
      const places = judged.subarray(at, at + LIST_LENGTH).filter((item) => item !== LIST_END).length;
      const best = topKOf(scores, index * items.ids.length, candidates, places);
      lists.set(
        best.map((there) => columnHere[there]!),
        at,
      );
    });
    await setImmediate();
  }
  if (measured !== null) (scorer as Recommender).dispose();
  return lists;
}

/** As the lists of the run were made: steered by its recipe, with what it learned from. */
async function scorerOf(session: RunSession): Promise<Scorer> {
  const autoencoder = await session.autoencoder();
  if (autoencoder === null) return session.recommender();
  const { histories, profiles } = await session.data();
  const known = { histories: withEmptyRow(histories), conditions: encodeConditions(profiles).values };
  return steeredByRecipe(autoencoder, session.record.recipe, known, null, () => setImmediate());
}

/** A model that was made without the hold-out of its run. */
interface MeasuredModel {
  readonly tensors: NamedTensors;
  /** What it learned from. */
  readonly histories: SparseRows;
}

/** Null if the run did not keep it, or if it made the lists as well. */
async function measuredModel(session: RunSession): Promise<MeasuredModel | null> {
  const { folder, record } = session;
  if (record.listsFrom !== 'final') return null;
  const tensors = await readMeasuredModel(folder, record);
  return tensors === null ? null : { tensors, histories: (await session.testPart()).histories };
}

/** As the run was measured: steered by its recipe. */
async function measuredScorer(session: RunSession, measured: MeasuredModel): Promise<Recommender> {
  const { folder, record } = session;
  const { profiles, histories } = await session.data();
  return steeredRecommender(
    {
      recipe: record.recipe,
      kernels: await session.kernels(),
      conditions: encodeConditions(profiles),
      owner: { seed: record.seed, profiles: profiles.ids },
    },
    measured,
    { tensors: await readModel(folder, record), histories },
    () => setImmediate(),
  );
}

/** Rows over the columns of another run, without those that it does not know. */
function toColumns(rows: SparseRows, columnThere: Int32Array, columns: number): SparseRows {
  const offsets = new Int32Array(rows.rows + 1);
  const entries: { column: number; value: number }[] = [];
  for (let row = 0; row < rows.rows; row++) {
    const own: typeof entries = [];
    for (let at = rows.offsets[row]!; at < rows.offsets[row + 1]!; at++) {
      const column = columnThere[rows.indices[at]!]!;
      if (column >= 0) own.push({ column, value: rows.values[at]! });
    }
    entries.push(...own.sort((left, right) => left.column - right.column));
    offsets[row + 1] = entries.length;
  }
  return {
    rows: rows.rows,
    columns,
    offsets,
    indices: Int32Array.from(entries, ({ column }) => column),
    values: Float32Array.from(entries, ({ value }) => value),
  };
}
