/**
 * The autoencoder's stages: choose the epochs on a validation part, train so many on the whole train part to earn the metrics, then
 * on all the data to make the lists. Every epoch is on disk as it ends, so that a killed run goes on from its last checkpoint.
 */
import type { Epoch, Mixture, Stage } from '../../shared/contract';
import { toShelfwiseError } from '../../shared/errors';
import { say, type Sentence } from '../../shared/sentences/sentence';
import type { EnsembleTraining } from '../model/dae/ensemble';
import type { TrainingData } from '../model/recommender';
import { hashTensors } from '../model/safetensors';
import { appendEpoch, readEpochs, writeEpochs } from '../runs/epochs';
import { readCheckpoint, type Checkpoint, type RunPosition, writeCheckpoint } from './checkpoint';
import type { FittedRun } from './fit-run';
import type { Guard } from './guard';
import { keepModel, readKeptModel, type KeptModel } from './kept-model';
import type { RunContext } from './run-context';
import { chooseMixture, fixedMixture, mixed, NOTHING_MIXED } from './mixture';
import { trainStage, type StageInput, type StagePosition } from './train-stage';
import { cutValidation, type Validation } from './validation';

/** Seconds between two checkpoints at the least; more where writing one takes long, so that they cost at most a twentieth of the time. */
const CHECKPOINT_EVERY = 0.5;
const CHECKPOINT_COST = 20;

export function fitAutoencoder(context: RunContext, guard: Guard): Promise<FittedRun> {
  const { recipe } = context.record;
  const wanted = recipe['stopping.rule'] === 'validation';
  const validation = wanted ? cutValidation(context.train, recipe, context.random) : null;
  const note =
    wanted && validation === null ? say('split.no-validation', { epochs: String(recipe['stopping.epochs']) }) : null;
  const plan: Stage[] = ['measure'];
  if (validation !== null) plan.unshift('choose');
  if (recipe['stopping.refit']) plan.push('final');
  return new AutoencoderFit(context, guard, plan, validation).run(note);
}

class AutoencoderFit {
  #kept: KeptModel | null = null;
  #position: RunPosition;
  #lastCheckpoint = performance.now();
  #checkpointSeconds = 0;

  constructor(
    private readonly context: RunContext,
    private readonly guard: Guard,
    private readonly plan: readonly Stage[],
    private readonly validation: Validation | null,
  ) {
    this.#position = { stage: plan[0]!, epoch: 0, best: null, steps: 0, chosen: null, stages: [] };
  }

  async run(note: Sentence | null): Promise<FittedRun> {
    let checkpoint = await this.#resume();
    let final: KeptModel | null = null;
    try {
      for (const stage of this.plan.slice(this.plan.indexOf(this.#position.stage))) {
        final = await this.#runStage(stage, checkpoint);
        checkpoint = null;
        await this.#closeStage(stage, final);
      }
    } catch (thrown) {
      const brokenOff = toShelfwiseError(thrown);
      if (brokenOff.code !== 'stopped' && brokenOff.code !== 'diverged') throw thrown;
      return { measured: this.#kept, final: this.#kept, stages: this.#position.stages, brokenOff, note };
    }
    return { measured: this.#kept, final, stages: this.#position.stages, brokenOff: null, note };
  }

  get #mixture(): Mixture {
    return this.#position.chosen?.mixture ?? fixedMixture(this.context.record.recipe);
  }

  /** Goes back to the last checkpoint, forgetting the epochs that came after it; to the beginning where it or the kept model is damaged. */
  async #resume(): Promise<Checkpoint | null> {
    const { folder } = this.context;
    this.#kept = await readKeptModel(folder);
    const checkpoint = this.#kept === null ? null : await readCheckpoint(folder);
    if (checkpoint === null) this.#kept = null;
    else this.#position = checkpoint.position;
    const { stage: current, epoch: reached } = this.#position;
    const isBehind = ({ stage, epoch }: Epoch): boolean =>
      this.plan.indexOf(stage) < this.plan.indexOf(current) || (stage === current && epoch <= reached);
    await writeEpochs(folder, (await readEpochs(folder)).filter(isBehind));
    return checkpoint;
  }

  async #runStage(stage: Stage, checkpoint: Checkpoint | null): Promise<KeptModel> {
    const resumed =
      checkpoint?.state == null
        ? undefined
        : { state: checkpoint.state, position: { epoch: checkpoint.position.epoch, best: checkpoint.position.best } };
    const result = await trainStage(
      this.#stageInput(stage),
      {
        betweenSteps: (fraction) => this.guard(stage, fraction),
        onEpoch: (report, position, isBest, training) => this.#onEpoch(report, position, isBest, training),
      },
      resumed,
    );
    if (stage === 'choose') {
      const mixture = chooseMixture(this.#kept!.tensors, this.context.train, {
        ...this.#shared,
        validation: this.validation!,
      });
      this.#position = { ...this.#position, chosen: { epochs: result.epochs, mixture } };
      return this.#kept!;
    }
    const mixture = this.#mixture;
    const tensors = mixed(result.weights, mixture, { ...this.#shared, data: this.#dataOf(stage) });
    return { stage, epoch: result.epochs, tensors, mixture };
  }

  get #shared() {
    const { backend, record, random, conditions } = this.context;
    return { kernels: backend.kernels, recipe: record.recipe, random, conditions };
  }

  #dataOf(stage: Stage): TrainingData {
    if (stage === 'choose') return this.validation!.fit;
    return stage === 'final' ? this.context.data : this.context.train;
  }

  #stageInput(stage: Stage): StageInput {
    const { histories } = this.#dataOf(stage);
    const most = this.context.record.recipe['stopping.epochs'];
    const [epochs, validation] =
      stage === 'choose' ? [most, this.validation] : [this.#position.chosen?.epochs ?? most, null];
    return { ...this.#shared, stage, histories, epochs, validation };
  }

  async #onEpoch(
    report: Epoch,
    { epoch, best }: StagePosition,
    isBest: boolean,
    training: EnsembleTraining,
  ): Promise<void> {
    const { folder } = this.context;
    const { stage } = report;
    this.#position = { ...this.#position, stage, epoch, best };
    // The first stage of the plan has nothing before it to fall back on; later ones keep the model of the stage before.
    if (isBest && stage === this.plan[0])
      await this.#keep({ stage, epoch, tensors: training.weights(), mixture: NOTHING_MIXED });
    await appendEpoch(folder, report);
    const due = Math.max(CHECKPOINT_EVERY, CHECKPOINT_COST * this.#checkpointSeconds) * 1000;
    if (performance.now() - this.#lastCheckpoint < due) return;
    const started = performance.now();
    const state = training.state();
    this.#position = { ...this.#position, steps: state.steps };
    await writeCheckpoint(folder, { position: this.#position, state });
    this.#lastCheckpoint = performance.now();
    this.#checkpointSeconds = (this.#lastCheckpoint - started) / 1000;
  }

  /** Notes what the stage came to, and puts the checkpoint at the beginning of the next one. */
  async #closeStage(stage: Stage, fitted: KeptModel): Promise<void> {
    const { folder } = this.context;
    if (stage === 'measure') await this.#keep(fitted);
    const epochs = (await readEpochs(folder)).filter((epoch) => epoch.stage === stage);
    const seconds = epochs.reduce((sum, epoch) => sum + epoch.seconds, 0);
    const record = { stage, epochs: fitted.epoch, seconds, weightsSha256: hashTensors(fitted.tensors) };
    const stages = [...this.#position.stages, record];
    const next = this.plan[this.plan.indexOf(stage) + 1];
    if (next === undefined) {
      this.#position = { ...this.#position, stages };
      return;
    }
    const { chosen } = this.#position;
    this.#position = { stage: next, epoch: 0, best: null, steps: 0, chosen, stages };
    await writeCheckpoint(folder, { position: this.#position, state: null });
  }

  async #keep(model: KeptModel): Promise<void> {
    this.#kept = model;
    await keepModel(this.context.folder, model);
  }
}
