/**
 * Tries settings of a recipe. Each trial is the run of a unit that pauses at its validation score; only the winner's run continues to its end and
 * uses the hold-out. The same request again finds the runs.
 */
import type { Dataset } from '../../../shared/contract/dataset';
import type { Sweep, SweepProgress, SweepRequest } from '../contract/sweep';
import type { UnitOf } from '../../work-schemas';
import type { UnitAnswer, Until } from '../../../shared/contract/unit';
import { ShelfwiseError } from '../../../shared/errors';
import { MODEL_ROWS } from '../../../shared/recipe/models';
import { say } from '../../../shared/words/sentence';
import { shownDataName } from '../../../shared/values/data-name';
import { trialName } from '../../../shared/words/run-name';
import { openSnapshot } from '../../../engine/data/snapshot';
import type { TrainingHost } from '../../../engine/training/train/start-run';
import {
  HERE,
  ONE_AT_A_TIME,
  type SideBySide,
  trainersSideBySide,
  type WorkOptions,
} from '../../../engine/training/units/work-many';
import { recordOf } from '../../../engine/runs/reached';
import { runFolder } from '../../../engine/storage/workspace';
import { keepJudged } from './judged-beside';
import { keepSweep, sweepIdOf } from './kept-sweeps';
import { rungsOf } from './rungs';
import { spaceOf } from './space';
import { bestFirst, type Trial, trialsOf, withAnswer } from './trial';
import { archiveTrial, letGo, showWinner } from './trial-runs';

/**
 * @returns the results of the trials; after an abort the partial results, and the same request continues
 * @throws ShelfwiseError `usage` for knobs that cannot be tried, or a grid that is larger than the budget
 */
export async function runSweep(
  host: TrainingHost,
  asked: SweepRequest,
  options: WorkOptions<SweepProgress>,
): Promise<Sweep> {
  const { dataset } = await openSnapshot(host.workspace, asked.data);
  const request = { ...asked, data: dataset.fingerprint };
  const space = spaceOf(request);
  const trials = trialsOf(space, request);
  if (request.method === 'halving' && !trials.every(({ recipe }) => MODEL_ROWS[recipe.model].byEpochs))
    throw new ShelfwiseError('usage', say('sweep.no-epochs'));
  const sweepId = sweepIdOf(request, space);
  const startedAt = new Date().toISOString();
  await keepSweep(host.workspace, { ...request, sweepId, datasetName: shownDataName(dataset), startedAt });
  return new SweepAtWork(host, request, sweepId, trials, dataset, options).run();
}

class SweepAtWork {
  readonly #began = performance.now();
  readonly #side: SideBySide;
  /** Trials that were stopped alone: the others continue without them. */
  readonly #leftOut = new Set<Trial>();
  /** Progress of training the best trial to its end, which counts as much as a trial. */
  #finished = 0;

  constructor(
    private readonly host: TrainingHost,
    private readonly request: SweepRequest,
    private readonly sweepId: string,
    private readonly trials: readonly Trial[],
    private readonly dataset: Dataset,
    private readonly options: WorkOptions<SweepProgress>,
  ) {
    const recipes = trials.map(({ recipe }) => recipe);
    this.#side = trainersSideBySide(dataset, recipes, trials.length);
  }

  async run(): Promise<Sweep> {
    this.#tell();
    const { method, seed } = this.request;
    const isWhole = method === 'halving' ? await this.#halve() : await this.#come(this.trials, 'validation', 1);
    const [winner, ...others] = bestFirst(this.trials.filter(({ shown }) => shown.state === 'done'));
    for (const { shown } of others) await letGo(this.host.workspace, shown.runId);
    const best = winner === undefined ? null : await this.#finish(winner);
    const { fingerprint } = this.dataset;
    return {
      sweepId: this.sweepId,
      dataset: { fingerprint, name: shownDataName(this.dataset) },
      method,
      seed,
      trials: this.trials.map(({ shown }) => shown),
      best,
      ended: this.options.signal.aborted || this.#leftOut.size > 0 ? 'stopped' : isWhole ? 'done' : 'time',
    };
  }

  /** Rung by rung; trials that drop out keep the score of their last rung. @returns whether it came to its end */
  async #halve(): Promise<boolean> {
    const rungs = rungsOf(this.trials.length, this.request.recipe['stopping.epochs']);
    let staying = [...this.trials];
    for (const [index, { epochs }] of rungs.entries()) {
      if (!(await this.#come(staying, epochs === null ? 'validation' : { epoch: epochs }, 1 / rungs.length)))
        return false;
      const next = rungs[index + 1];
      if (next === undefined) return true;
      const ranked = bestFirst(staying.filter((trial) => trial.shown.validation !== null && !this.#leftOut.has(trial)));
      if (ranked.length === 0) return true;
      staying = ranked.slice(0, next.trials);
      for (const trial of ranked.slice(next.trials)) {
        trial.shown = { ...trial.shown, state: 'let-go', epochs };
        trial.fraction = 1;
        await letGo(this.host.workspace, trial.shown.runId);
      }
    }
    return true;
  }

  /**
   * Trains trials up to a point, as many at a time as cores and memory allow.
   * @param share of a whole trial
   * @returns whether all reached it: not after an abort, or if the time was up
   */
  async #come(some: readonly Trial[], until: Until, share: number): Promise<boolean> {
    const before = some.map(({ fraction }) => fraction);
    const { minutes } = this.request;
    const { workers = HERE } = this.options;
    const answers = await workers.work(
      this.host,
      some.map((trial) => this.#unitOf(trial, until)),
      {
        side: this.#side,
        signal: this.options.signal,
        isWanted: () => minutes === undefined || performance.now() - this.#began < minutes * 60_000,
        onProgress: (index, { phase, detail, done }) =>
          phase === 'away'
            ? this.#tell(detail)
            : this.#change(some[index]!, before[index]! + share * Math.min(1, done), 'running'),
        onAnswer: (index, answer) => this.#answered(some[index]!, before[index]! + share, answer, until),
      },
    );
    for (const [index, answer] of answers.entries())
      if (answer !== null && answer.state !== 'stopped') await this.#settle(some[index]!.shown.runId, answer, until);
    if (!this.options.signal.aborted)
      for (const [index, answer] of answers.entries()) if (answer?.state === 'stopped') this.#leftOut.add(some[index]!);
    return answers.every(
      (answer, index) => answer !== null && (answer.state !== 'stopped' || this.#leftOut.has(some[index]!)),
    );
  }

  async #settle(runId: string, { state, validation }: UnitAnswer, until: Until): Promise<void> {
    const { workspace } = this.host;
    await archiveTrial(workspace, runId);
    if (state !== 'done' || until !== 'validation' || validation === null) return;
    const record = await recordOf(runFolder(workspace, runId));
    if (record !== null && record.validation === undefined) await keepJudged(workspace, runId, validation);
  }

  /** The only trial whose run uses the hold-out. */
  async #finish(winner: Trial): Promise<Sweep['best']> {
    const { signal, workers = HERE } = this.options;
    const none = { metrics: null, weightsSha256: null, listsSha256: null };
    // A cluster that has been at work on it since before this program is asked to stop, which happens where the unit is requested.
    if (signal.aborted && workers === HERE) return { ...winner.shown, ...none };
    const unit = this.#unitOf(winner, undefined);
    const [answer] = await workers.work(this.host, [unit], {
      side: ONE_AT_A_TIME,
      signal,
      onProgress: (_, { phase, detail, done }) => {
        if (phase !== 'away') this.#finished = Math.max(this.#finished, Math.min(1, done));
        this.#tell(phase === 'away' ? detail : undefined);
      },
    });
    if (answer?.state === 'stopped') this.#leftOut.add(winner);
    if (answer?.state !== 'done') {
      const { message = null, code } = answer?.problem ?? {};
      return { ...winner.shown, problem: message, ...(code && { code }), ...none };
    }
    await showWinner(this.host.workspace, winner.shown.runId);
    const { weightsSha256, listsSha256 } = answer.hashes;
    return { ...winner.shown, metrics: answer.metrics, weightsSha256, listsSha256 };
  }

  #unitOf({ recipe, shown }: Trial, until: Until | undefined): UnitOf<'train'> {
    const { data, seed } = this.request;
    return { kind: 'train', data, recipe, seed, name: trialName(shown.settings), ...(until && { until }) };
  }

  #change(trial: Trial, fraction: number, state: Trial['shown']['state']): void {
    trial.fraction = fraction;
    trial.shown = { ...trial.shown, state };
    this.#tell();
  }

  #answered(trial: Trial, fraction: number, answer: UnitAnswer, until: Until): void {
    trial.shown = withAnswer(trial.shown, answer, until === 'validation');
    this.#change(trial, fraction, trial.shown.state);
  }

  /** @param away the cluster that does not answer at the moment */
  #tell(away?: string): void {
    const done = this.trials.reduce((sum, trial) => sum + trial.fraction, this.#finished);
    const fraction = done / (this.trials.length + 1);
    this.options.onProgress({
      sweepId: this.sweepId,
      trials: this.trials.map(({ shown }) => shown),
      fraction,
      ...(away && { away }),
    });
  }
}
