/** Trains the autoencoder on a GPU through WebGPU: with the batches and state of `DaeTraining`, and other arithmetic. */
import { STEP_PARTS, type StepPart } from '../../../../shared/contract/device';
import type { OpenGpu } from '../../../machine/gpu/webgpu/open-gpu';
import type { NamedTensors } from '../../recommender';
import { averageOf } from '../averaging';
import { Batches } from '../batches';
import { type Accelerator, type MemberTraining, type TrainingInput, type TrainingState } from '../dae-training';
import { adamStep, divergence } from '../optimiser';
import { initialValues, type ParameterShape, parameterShapes } from '../structure';
import { batchArrays } from './batch-arrays';
import { GpuNetwork } from './gpu-network';
import { GpuShortlists } from './gpu-shortlists';
import { gpuShape } from './shape';

/** Steps whose losses are read at once: waiting for each would leave the GPU idle for as long as a step takes. */
const STEPS_READ = 8;

/**
 * Trains and finds short lists on an open GPU.
 * @param bindingBytes limit of a pass's access to one array, if lower than the GPU's
 */
export function webGpuAccelerator(gpu: OpenGpu, bindingBytes = Infinity): Accelerator {
  const most = Math.min(bindingBytes, gpu.device.limits.maxStorageBufferBindingSize, gpu.device.limits.maxBufferSize);
  return {
    training: (input, state) => WebGpuTraining.begin(gpu, input, most, state),
    shortlists: (layer) => GpuShortlists.make(gpu, layer, most),
  };
}

/** Seconds of repetitions of a part. */
const TIMED = 0.3;

/** Seconds of each part of a step, after an epoch of a training that is then discarded. @throws as the training does */
export async function timeParts(gpu: OpenGpu, input: TrainingInput): Promise<Record<StepPart, number>> {
  const { maxStorageBufferBindingSize, maxBufferSize } = gpu.device.limits;
  const training = await WebGpuTraining.begin(gpu, input, Math.min(maxStorageBufferBindingSize, maxBufferSize));
  try {
    await training.runEpoch(1, async () => undefined);
    const seconds = { encode: 0, decode: 0, gradient: 0 };
    for (const part of STEP_PARTS) seconds[part] = await training.secondsOf(part);
    return seconds;
  } finally {
    training.dispose();
  }
}

class WebGpuTraining implements MemberTraining {
  readonly #averages = new Map<string, Float32Array>();
  #steps: number;

  private constructor(
    private readonly input: TrainingInput,
    private readonly batches: Batches,
    private readonly parameters: readonly ParameterShape[],
    private readonly network: GpuNetwork,
    private readonly shape: ReturnType<typeof gpuShape>,
    state: TrainingState | undefined,
  ) {
    this.#steps = state?.steps ?? 0;
    for (const [name, { average }] of Object.entries(state?.parameters ?? {}))
      if (average !== undefined) this.#averages.set(name, average);
  }

  /** @throws ShelfwiseError `usage` if the GPU refuses, `too-large` if it cannot hold a part of the data */
  static async begin(
    gpu: OpenGpu,
    input: TrainingInput,
    bindingBytes: number,
    state?: TrainingState,
  ): Promise<WebGpuTraining> {
    const { recipe, random, stage, histories, conditions } = input;
    const sizes = { items: histories.columns, conditions: conditions.width };
    const parameters = parameterShapes(recipe, sizes);
    const batches = new Batches(input);
    const shape = gpuShape(recipe, sizes, bindingBytes);
    const { mostValues } = batches;
    const network = await GpuNetwork.make({ gpu, shape, parameters, mostValues, slots: STEPS_READ });
    for (const parameter of parameters) {
      const from = state?.parameters[parameter.name];
      network.load(parameter, 'value', from?.values ?? initialValues(parameter, random, stage));
      // Arrays of a GPU begin as zeros.
      if (from === undefined) continue;
      network.load(parameter, 'first', from.firstMoment);
      network.load(parameter, 'second', from.secondMoment);
    }
    return new WebGpuTraining(input, batches, parameters, network, shape, state);
  }

  /** DaeTraining.runEpoch on the GPU. @throws ShelfwiseError `usage` if the GPU is lost: the last checkpoint remains */
  async runEpoch(epoch: number, betweenSteps: (share: number) => Promise<void>): Promise<number> {
    const { recipe } = this.input;
    let total = 0;
    let unread: number[] = [];
    const read = async (): Promise<void> => {
      const losses = await this.network.losses(unread.length);
      unread.forEach((rows, slot) => {
        for (let row = 0; row < rows; row++) total += losses[slot * this.shape.rows + row]!;
      });
      unread = [];
      if (!Number.isFinite(total)) throw divergence(recipe, epoch);
    };
    for (const batch of this.batches.ofEpoch(epoch)) {
      this.#steps++;
      const step = adamStep(recipe, this.#steps);
      const { rows } = batch.inputs;
      this.network.step(batchArrays(batch, this.shape), rows, step, unread.length);
      unread.push(rows);
      if (unread.length === STEPS_READ) await read();
      await betweenSteps(batch.share);
    }
    if (unread.length > 0) await read();
    await this.#averageEpoch();
    return total / this.batches.rows;
  }

  /** Seconds of one part of a step, after some repetitions. */
  async secondsOf(part: StepPart): Promise<number> {
    const timed = async (times: number): Promise<number> => {
      const started = performance.now();
      await this.network.repeat(part, times);
      return (performance.now() - started) / 1000;
    };
    const once = await timed(1);
    const times = Math.max(1, Math.min(1000, Math.round(TIMED / once)));
    return (await timed(times)) / times;
  }

  async #averageEpoch(): Promise<void> {
    const remembered = this.input.recipe['optimiser.averaging'];
    if (remembered === 0) return;
    for (const parameter of this.parameters) {
      const now = await this.network.values(parameter);
      this.#averages.set(parameter.name, averageOf(now, this.#averages.get(parameter.name), remembered));
    }
  }

  async weights(): Promise<NamedTensors> {
    const weights: Record<string, NamedTensors[string]> = {};
    for (const parameter of this.parameters) {
      const values = this.#averages.get(parameter.name) ?? (await this.network.values(parameter));
      weights[parameter.name] = { shape: parameter.shape, values };
    }
    return weights;
  }

  async state(): Promise<TrainingState> {
    const parameters: Record<string, TrainingState['parameters'][string]> = {};
    for (const parameter of this.parameters) {
      const average = this.#averages.get(parameter.name);
      parameters[parameter.name] = {
        values: await this.network.values(parameter),
        firstMoment: await this.network.values(parameter, 'first'),
        secondMoment: await this.network.values(parameter, 'second'),
        ...(average !== undefined && { average }),
      };
    }
    return { steps: this.#steps, parameters };
  }

  dispose(): void {
    this.network.dispose();
  }
}
