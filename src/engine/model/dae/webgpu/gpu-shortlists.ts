/** Makes short lists from scores that a GPU computes; `ShortlistedFinder` turns them into exact rankings. */
import type { SparseRows } from '../../../data/tables';
import type { OpenGpu } from '../../../machine/gpu/webgpu/open-gpu';
import { USAGE } from '../../../machine/gpu/webgpu/usage';
import type { ScoreLayer, Shortlist, Shortlists } from '../../ranking/shortlists';
import { type Dispatch, dispatchOf, submit } from './dispatches';
import { GpuArrays } from './gpu-arrays';
import type { Pass } from './passes/pass';
import { TILE } from './passes/shader';
import { excluded, highest, scores, type ShortlistShape } from './passes/shortlist';
import { pipelineOf } from './pipelines';
import { BYTES, MOST_PRODUCTS } from './shape';

const MOST_ROWS = 256;
/** Most bytes of the scores held at once. */
const MOST_BYTES = 256 * 1024 * 1024;
/** WebGPU's limit for workgroups in one dimension. */
const MOST_GROUPS = 65_535;

/** @returns null if a pass cannot address the scores of a single row, or a tile of the decoder */
function shortlistShape({ items, width }: ScoreLayer, bindingBytes: number): ShortlistShape | null {
  const rows = Math.min(MOST_ROWS, Math.floor(Math.min(bindingBytes, MOST_BYTES) / BYTES / Math.max(items, width)));
  const most = Math.min(bindingBytes / BYTES / width, MOST_PRODUCTS / (rows * width), MOST_GROUPS * TILE);
  const titles = Math.floor(most / TILE) * TILE;
  if (rows < 1 || titles < TILE) return null;
  return {
    items,
    width,
    rows,
    slices: Array.from({ length: Math.ceil(items / titles) }, (_, slice) => ({
      first: slice * titles,
      count: Math.min(titles, items - slice * titles),
    })),
  };
}

/** Short lists of one layer, whose decoder stays on the GPU. */
export class GpuShortlists implements Shortlists {
  readonly #arrays: GpuArrays;

  private constructor(
    private readonly gpu: OpenGpu,
    private readonly shape: ShortlistShape,
  ) {
    this.#arrays = new GpuArrays(gpu);
  }

  /** @throws ShelfwiseError `usage` if the GPU is lost or has too little memory */
  static async make(gpu: OpenGpu, layer: ScoreLayer, bindingBytes: number): Promise<GpuShortlists | null> {
    const shape = shortlistShape(layer, bindingBytes);
    if (shape === null) return null;
    const made = new GpuShortlists(gpu, shape);
    try {
      made.#load(layer);
      await made.#arrays.read('bias', 1);
      return made;
    } catch (thrown) {
      made.dispose();
      throw gpu.failure() ?? thrown;
    }
  }

  #load({ decoder, bias }: ScoreLayer): void {
    const { items, width, rows, slices } = this.shape;
    const arrays = this.#arrays;
    arrays.make('code', rows * width);
    arrays.make('bias', items);
    arrays.write('bias', new Float32Array(bias));
    arrays.make('scores', rows * items);
    arrays.make('excludedStarts', rows + 1);
    slices.forEach(({ first, count }, slice) => {
      arrays.make(`slice ${slice}`, 4, USAGE.UNIFORM);
      arrays.write(`slice ${slice}`, new Uint32Array([first, count, slice, 0]));
      arrays.make(`decoder ${slice}`, count * width);
      arrays.write(`decoder ${slice}`, new Float32Array(decoder.subarray(first * width, (first + count) * width)));
    });
  }

  async of(
    code: Float32Array,
    out: Pick<SparseRows, 'offsets' | 'indices'> | null,
    places: number,
  ): Promise<Shortlist> {
    const { rows, width } = this.shape;
    const all = code.length / width;
    const made = { items: new Int32Array(all * places), scores: new Float32Array(all * places) };
    this.#arrays.make('shortlist', 2 * rows * places);
    this.#arrays.make('excludedTitles', out === null ? 0 : mostTitles(out, all, rows));
    const dispatches = await this.#dispatches(out !== null, places);
    for (let from = 0; from < all; from += rows) {
      const to = Math.min(all, from + rows);
      this.#arrays.write('code', new Float32Array(code.subarray(from * width, to * width)));
      if (out !== null) this.#exclude(out, from, to);
      // With several slices, each slice's pass is submitted by itself, so that the screen is drawn in between.
      for (const handful of this.shape.slices.length === 1 ? [dispatches] : dispatches.map((one) => [one]))
        submit(this.gpu.device, handful);
      const found = await this.#arrays.read('shortlist', 2 * rows * places);
      made.scores.set(found.subarray(rows * places, (rows + to - from) * places), from * places);
      made.items.set(new Int32Array(found.buffer, 0, (to - from) * places), from * places);
    }
    return made;
  }

  #exclude({ offsets, indices }: Pick<SparseRows, 'offsets' | 'indices'>, from: number, to: number): void {
    const first = offsets[from]!;
    const starts = new Uint32Array(this.shape.rows + 1).fill(offsets[to]! - first);
    for (let row = from; row < to; row++) starts[row - from] = offsets[row]! - first;
    this.#arrays.write('excludedStarts', starts);
    this.#arrays.write('excludedTitles', new Uint32Array(indices.subarray(first, offsets[to]!)));
  }

  async #dispatches(excludes: boolean, places: number): Promise<Dispatch[]> {
    const { shape, gpu } = this;
    const passes: Pass[] = [scores(shape), ...(excludes ? [excluded(shape)] : []), highest(shape, places)];
    const pipelines = await Promise.all(passes.map((pass) => gpu.answered(pipelineOf(gpu.device, pass))));
    return passes.flatMap((pass, at) => {
      const over = pass.isOfSlice ? shape.slices : [shape.slices[0]!];
      return over.map((slice, number) =>
        dispatchOf(gpu.device, pass, pipelines[at]!, slice, (name) =>
          this.#arrays.get(name === 'slice' || name === 'decoder' ? `${name} ${number}` : name),
        ),
      );
    });
  }

  dispose(): void {
    this.#arrays.dispose();
  }
}

/** The most titles that the rows of a block have together. */
function mostTitles({ offsets }: Pick<SparseRows, 'offsets'>, all: number, rows: number): number {
  let most = 0;
  for (let from = 0; from < all; from += rows)
    most = Math.max(most, offsets[Math.min(all, from + rows)]! - offsets[from]!);
  return most;
}
