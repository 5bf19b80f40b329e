/** The network on a GPU: its arrays, and one step of training as passes over them. */
import { STEP_PARTS, type StepPart } from '../../../../shared/contract/device';
import type { OpenGpu } from '../../../machine/gpu/webgpu/open-gpu';
import { USAGE } from '../../../machine/gpu/webgpu/usage';
import { ADAM, type AdamStep, biasCorrection } from '../../kernels/kernels';
import type { ParameterShape } from '../structure';
import type { BatchArrays } from './batch-arrays';
import { type Dispatch, dispatchOf, submit } from './dispatches';
import { GpuArrays } from './gpu-arrays';
import { backwardPasses } from './passes/backward';
import { forwardPasses } from './passes/forward';
import { lossPasses } from './passes/loss';
import type { Pass } from './passes/pass';
import { pipelineOf } from './pipelines';
import { BYTES, type GpuShape } from './shape';

/** Values of a parameter, or one of its moments. */
type Part = 'value' | 'first' | 'second';
const PARTS: readonly Part[] = ['value', 'first', 'second'];

interface NetworkInput {
  readonly gpu: OpenGpu;
  readonly shape: GpuShape;
  readonly parameters: readonly ParameterShape[];
  /** The most titles that the rows of a batch have together. */
  readonly mostValues: number;
  /** Number of steps whose losses are held. */
  readonly slots: number;
}

/** The network of one training on a GPU: parameters with their moments, a batch, and the passes of a step. */
export class GpuNetwork {
  readonly #device: GPUDevice;
  /** Arrays that exist once per slice are named `name slice`. */
  readonly #arrays: GpuArrays;
  #dispatches: Readonly<Record<StepPart, readonly (readonly Dispatch[])[]>> = { encode: [], decode: [], gradient: [] };

  private constructor(private readonly input: NetworkInput) {
    this.#device = input.gpu.device;
    this.#arrays = new GpuArrays(input.gpu);
  }

  /** @throws ShelfwiseError `usage` if the GPU has too little memory, or its driver refuses a program */
  static async make(input: NetworkInput): Promise<GpuNetwork> {
    const network = new GpuNetwork(input);
    try {
      network.#makeArrays();
      network.#dispatches = await network.#makeDispatches();
      await network.#settled();
      return network;
    } catch (thrown) {
      network.dispose();
      throw input.gpu.failure() ?? thrown;
    }
  }

  get #isSliced(): ReadonlySet<string> {
    return new Set(['encoder', 'decoder', 'decoder.bias']);
  }

  #makeArrays(): void {
    const { shape, parameters, mostValues, slots } = this.input;
    const { rows, items, slices, hidden, width, trained } = shape;
    const make: GpuArrays['make'] = (name, length, usage) => this.#arrays.make(name, length, usage);
    make('step', 8, USAGE.UNIFORM);
    for (const name of ['input', 'target']) {
      make(`${name}Starts`, (slices.length + 1) * rows);
      make(`${name}Titles`, mostValues);
      make(`${name}Values`, mostValues);
    }
    make('targetSums', rows);
    make('titleStarts', items + 1);
    make('titleRows', mostValues);
    make('titleValues', mostValues);
    make('conditions', rows * shape.conditions);
    make('encoded', rows * hidden);
    make('code', rows * width);
    make('largest', rows * shape.softmaxParts);
    make('exponentials', rows * shape.softmaxParts);
    make('logarithms', rows);
    make('losses', slots * rows);
    make('gradientParts', shape.parts * rows * trained);
    make('gradient', rows * trained);
    slices.forEach(({ first, count }, slice) => {
      make(`slice ${slice}`, 4, USAGE.UNIFORM);
      this.#arrays.write(`slice ${slice}`, new Uint32Array([first, count, slice, 0]));
      make(`scores ${slice}`, rows * count);
    });
    for (const { name, shape: sides } of parameters)
      for (const part of PARTS)
        for (const [array, length] of this.#piecesOf(name, sides[0] * sides[1], part)) make(array, length);
  }

  /** The arrays of a parameter or one of its moments, in order, with their lengths. */
  #piecesOf(name: string, length: number, part: Part): [array: string, length: number][] {
    const { slices, items } = this.input.shape;
    if (!this.#isSliced.has(name)) return [[`${name} ${part}`, length]];
    return slices.map(({ count }, slice) => [`${name} ${part} ${slice}`, (length / items) * count]);
  }

  async #makeDispatches(): Promise<Record<StepPart, Dispatch[][]>> {
    const { shape } = this.input;
    const [encode, code, scores] = forwardPasses(shape);
    return {
      encode: await this.#dispatchesOf([encode!, code!]),
      decode: await this.#dispatchesOf([scores!, ...lossPasses(shape)]),
      gradient: await this.#dispatchesOf(backwardPasses(shape)),
    };
  }

  async #dispatchesOf(passes: readonly Pass[]): Promise<Dispatch[][]> {
    const { shape } = this.input;
    const pipelines = await Promise.all(passes.map((pass) => this.input.gpu.answered(pipelineOf(this.#device, pass))));
    return passes.map((pass, at) => {
      const over = pass.isOfSlice ? shape.slices : [shape.slices[0]!];
      return over.map((slice, number) =>
        dispatchOf(this.#device, pass, pipelines[at]!, slice, (name) =>
          this.#arrays.get(arrayOf(pass, name, number, this.#isSliced)),
        ),
      );
    });
  }

  /** Submits a step without awaiting it. The losses of its rows go to `slot`. */
  step(arrays: BatchArrays, rows: number, { step, rate, decay }: AdamStep, slot: number): void {
    const numbers = new ArrayBuffer(8 * BYTES);
    const { beta1, beta2, epsilon } = ADAM;
    const corrected = (rate * Math.sqrt(biasCorrection(beta2, step))) / biasCorrection(beta1, step);
    new Float32Array(numbers).set([corrected, epsilon, 1 - rate * decay, 1 - beta1, 1 - beta2, 1 / rows]);
    new Uint32Array(numbers)[6] = slot;
    this.#arrays.write('step', new Uint32Array(numbers));
    for (const [name, values] of Object.entries(arrays)) this.#arrays.write(name, values);
    // With several slices, each slice's pass is submitted by itself, so that the screen is drawn in between.
    for (const dispatches of this.#handfuls(STEP_PARTS)) submit(this.#device, dispatches);
  }

  /** Repeats one part of the last step, only to measure its time. */
  async repeat(part: StepPart, times: number): Promise<void> {
    for (let time = 0; time < times; time++)
      for (const dispatches of this.#handfuls([part])) submit(this.#device, dispatches);
    await this.#settled();
  }

  #handfuls(parts: readonly StepPart[]): readonly (readonly Dispatch[])[] {
    const passes = parts.flatMap((part) => this.#dispatches[part]);
    return this.input.shape.slices.length === 1 ? [passes.flat()] : passes;
  }

  /** The losses of the rows of some steps, slot by slot. */
  losses(slots: number): Promise<Float32Array> {
    return this.#arrays.read('losses', slots * this.input.shape.rows);
  }

  /** Writes a parameter, or one of its moments. */
  load({ name, shape }: ParameterShape, part: Part, values: Float32Array): void {
    let from = 0;
    for (const [array, length] of this.#piecesOf(name, shape[0] * shape[1], part)) {
      this.#arrays.write(array, new Float32Array(values.subarray(from, from + length)));
      from += length;
    }
  }

  /** Reads a parameter, or one of its moments, row-major. @throws ShelfwiseError `usage` if the GPU is lost */
  async values({ name, shape }: ParameterShape, part: Part = 'value'): Promise<Float32Array> {
    const length = shape[0] * shape[1];
    const whole = new Float32Array(length);
    let from = 0;
    for (const [array, count] of this.#piecesOf(name, length, part)) {
      whole.set(await this.#arrays.read(array, count), from);
      from += count;
    }
    return whole;
  }

  /** Waits until everything submitted is done, and throws if anything was refused. */
  async #settled(): Promise<void> {
    await this.#arrays.read('losses', 1);
  }

  /** Frees all arrays. */
  dispose(): void {
    this.#arrays.dispose();
  }
}

/** Maps names of a pass's bindings to those of arrays. */
function arrayOf({ parameter }: Pass, name: string, slice: number, isSliced: ReadonlySet<string>): string {
  switch (name) {
    case 'value':
    case 'first':
    case 'second':
      return isSliced.has(parameter!) ? `${parameter} ${name} ${slice}` : `${parameter} ${name}`;
    case 'slice':
    case 'scores':
      return `${name} ${slice}`;
    case 'decoderBias':
      return `decoder.bias value ${slice}`;
    case 'encoderBias':
      return 'encoder.bias value';
    case 'condition':
      return 'condition value';
    case 'conditionBias':
      return 'condition.bias value';
    default:
      return name;
  }
}
