/**
 * The autoencoder's stages: choose the number of epochs on a validation part, train that many on the whole training part to measure the metrics,
 * then on all the data to make the lists. Every epoch is stored when it ends, so a killed run resumes from its last checkpoint.
 */
import type { Epoch, Metrics, Mixture, Stage } from '../../../shared/contract/run';
import { toShelfwiseError } from '../../../shared/errors';
import { say, type Sentence } from '../../../shared/words/sentence';
import type { CompanionName } from '../../../shared/recipe/companion-names';
import type { TrainingData } from '../../data/tables';
import { hashTensors } from '../../model/safetensors';
import type { Checkpoint, RunPosition } from './checkpoint';
import type { BetweenSteps, FitInput, FittedRun } from './fit-input';
import type { FitStore } from './fit-store';
import type { BestModel } from './best-model';
import { chooseMixture, fixedMixture, mixed, NOTHING_MIXED } from './mixture';
import { type FittedEpoch, trainStage, type StageInput, type StagePosition } from './train-stage';
import { dependenciesOf } from './shared-fits';
import { cutValidation, noValidation, validateTensors, type Validation } from './validation';

interface AutoencoderInput extends FitInput {
  /** Models that may stand beside the autoencoder. */
  readonly companions: readonly CompanionName[];
}

export async function fitAutoencoder(
  input: AutoencoderInput,
  store: FitStore,
  betweenSteps: BetweenSteps,
): Promise<Omit<FittedRun, 'leftOut'>> {
  const { recipe, all } = input;
  const wanted = recipe['stopping.rule'] === 'validation';
  const validation = wanted ? await sharedValidation(input) : null;
  if (input.until !== undefined && validation === null) throw noValidation();
  const note =
    wanted && validation === null ? say('split.no-validation', { epochs: String(recipe['stopping.epochs']) }) : null;
  // Until the mixture is chosen, only histories are needed.
  input.train.events.letGo();
  const plan: Stage[] = ['measure'];
  if (validation !== null) plan.unshift('choose');
  if (recipe['stopping.refit'] && all !== null) plan.push('final');
  return new AutoencoderFit(input, store, betweenSteps, plan, validation).run(note);
}

/** Thrown through the stages to pause a fit at its requested end. */
class Pause extends Error {}

/** Cuts the part once for all fits of the same events; the profiles are this fit's own, as their attributes may differ. */
async function sharedValidation({ train, recipe, random, sharing }: FitInput): Promise<Validation | null> {
  const name = `validation ${recipe['stopping.validation']} ${dependenciesOf(recipe, random.seed)}`;
  const cut = await sharing.once(train.events, name, () => cutValidation(train, recipe, random));
  return cut && { ...cut, fit: { ...cut.fit, profiles: train.profiles } };
}

class AutoencoderFit {
  #kept: BestModel | null = null;
  /** Whether the store has the kept model, which a checkpoint refers to. */
  #isStored = true;
  #position: RunPosition;

  constructor(
    private readonly input: AutoencoderInput,
    private readonly store: FitStore,
    private readonly betweenSteps: BetweenSteps,
    private readonly plan: readonly Stage[],
    private readonly validation: Validation | null,
  ) {
    this.#position = { stage: plan[0]!, epoch: 0, best: null, steps: 0, chosen: null, stages: [] };
  }

  async run(note: Sentence | null): Promise<Omit<FittedRun, 'leftOut'>> {
    let checkpoint = await this.#resume();
    let final: BestModel | null = null;
    try {
      for (const stage of this.plan.slice(this.plan.indexOf(this.#position.stage))) {
        if (stage !== 'choose' && this.input.until !== undefined) return await this.#paused(note);
        final = await this.#runStage(stage, checkpoint);
        checkpoint = null;
        await this.#closeStage(stage, final);
      }
    } catch (thrown) {
      if (thrown instanceof Pause) return this.#pausedWith(null, note);
      const brokenOff = toShelfwiseError(thrown);
      if (brokenOff.code !== 'stopped' && brokenOff.code !== 'diverged') throw thrown;
      return { measured: this.#kept, final: this.#kept, stages: this.#position.stages, brokenOff, note };
    }
    return { measured: this.#kept, final, stages: this.#position.stages, brokenOff: null, note };
  }

  /** At the end of choosing: measures the chosen model, with its whole mixture, on the validation part. */
  async #paused(note: Sentence | null): Promise<Omit<FittedRun, 'leftOut'>> {
    if (this.input.until !== 'validation') return this.#pausedWith(null, note);
    const validation = this.validation!;
    const pause = (): Promise<void> => this.betweenSteps('choose', 1);
    const tensors = await mixed(this.#kept!.tensors, this.#mixture, { ...this.input, data: validation.fit, pause });
    return this.#pausedWith(validateTensors(tensors, { ...this.input, validation }), note);
  }

  #pausedWith(validation: Metrics | null, note: Sentence | null): Omit<FittedRun, 'leftOut'> {
    const { stages } = this.#position;
    return { measured: null, final: null, stages, brokenOff: null, note, paused: { validation } };
  }

  get #mixture(): Mixture {
    return this.#position.chosen?.mixture ?? fixedMixture(this.input);
  }

  /** Goes back to the last checkpoint, dropping the epochs after it; or to the beginning if it or the kept model is damaged. */
  async #resume(): Promise<Checkpoint | null> {
    this.#kept = await this.store.kept();
    const checkpoint = this.#kept === null ? null : await this.store.checkpoint();
    if (checkpoint === null) this.#kept = null;
    else this.#position = checkpoint.position;
    const { stage: current, epoch: reached } = this.#position;
    const isBehind = ({ stage, epoch }: Epoch): boolean =>
      this.plan.indexOf(stage) < this.plan.indexOf(current) || (stage === current && epoch <= reached);
    await this.store.replaceEpochs((await this.store.epochs()).filter(isBehind));
    return checkpoint;
  }

  async #runStage(stage: Stage, checkpoint: Checkpoint | null): Promise<BestModel> {
    const resumed =
      checkpoint?.state == null
        ? undefined
        : { state: checkpoint.state, position: { epoch: checkpoint.position.epoch, best: checkpoint.position.best } };
    const result = await trainStage(
      this.#stageInput(stage),
      {
        betweenSteps: (fraction) => this.betweenSteps(stage, fraction),
        onEpoch: (report, position, fitted) => this.#onEpoch(report, position, fitted),
      },
      resumed,
    );
    // The mixture comes after the last epoch.
    const pause = (): Promise<void> => this.betweenSteps(stage, 1);
    if (stage === 'choose') {
      const mixture = await chooseMixture(this.#kept!.tensors, this.input.train, {
        ...this.input,
        validation: this.validation!,
        pause,
      });
      this.#position = { ...this.#position, chosen: { epochs: result.epochs, mixture } };
      return this.#kept!;
    }
    const mixture = this.#mixture;
    const tensors = await mixed(result.weights, mixture, { ...this.input, data: this.#dataOf(stage), pause });
    return { stage, epoch: result.epochs, tensors, mixture };
  }

  #dataOf(stage: Stage): TrainingData {
    if (stage === 'choose') return this.validation!.fit;
    return stage === 'final' ? this.input.all! : this.input.train;
  }

  #stageInput(stage: Stage): StageInput {
    const { histories } = this.#dataOf(stage);
    const { kernels, accelerator = null, recipe, random, conditions } = this.input;
    const most = recipe['stopping.epochs'];
    const [epochs, validation] =
      stage === 'choose' ? [most, this.validation] : [this.#position.chosen?.epochs ?? most, null];
    return { kernels, accelerator, recipe, random, conditions, stage, histories, epochs, validation };
  }

  async #onEpoch(
    report: Epoch,
    { epoch, best }: StagePosition,
    { isBest, weights, training }: FittedEpoch,
  ): Promise<void> {
    const { stage } = report;
    this.#position = { ...this.#position, stage, epoch, best };
    // The first stage has no earlier model to fall back on; later ones keep the model of the stage before.
    if (isBest && stage === this.plan[0]) this.#keep({ stage, epoch, tensors: weights, mixture: NOTHING_MIXED });
    await this.store.addEpoch(report);
    const write = async (): Promise<void> => {
      const state = await training.state();
      this.#position = { ...this.#position, steps: state.steps };
      await this.#writeCheckpoint({ position: this.#position, state });
    };
    const { until } = this.input;
    if (stage !== 'choose' || typeof until !== 'object' || epoch < until.epoch) return this.store.ifDue(write);
    await write();
    throw new Pause();
  }

  /** Records the result of the stage, and moves the checkpoint to the beginning of the next one. */
  async #closeStage(stage: Stage, fitted: BestModel): Promise<void> {
    if (stage === 'measure') this.#keep(fitted);
    const epochs = (await this.store.epochs()).filter((epoch) => epoch.stage === stage);
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
    await this.#writeCheckpoint({ position: this.#position, state: null });
  }

  #keep(model: BestModel): void {
    this.#kept = model;
    this.#isStored = false;
  }

  /** The kept model is written first: a run that resumes from a checkpoint may fall back to it. */
  async #writeCheckpoint(checkpoint: Checkpoint): Promise<void> {
    if (!this.#isStored) await this.store.keep(this.#kept!);
    this.#isStored = true;
    await this.store.writeCheckpoint(checkpoint);
  }
}
