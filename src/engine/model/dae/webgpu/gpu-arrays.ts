/** Named arrays on a GPU: creates, writes and reads them. */
import type { OpenGpu } from '../../../machine/gpu/webgpu/open-gpu';
import { FOR_READING, USAGE } from '../../../machine/gpu/webgpu/usage';
import { BYTES } from './shape';

/** Most bytes per read, and least bytes of an array. */
const MOST_READ = 32 * 1024 * 1024;
const LEAST = 16;

/** The arrays of one training or layer, by name; `dispose` frees all of them. */
export class GpuArrays {
  readonly #arrays = new Map<string, GPUBuffer>();

  constructor(private readonly gpu: OpenGpu) {}

  /** Creates an array of zeros, as all arrays of a GPU begin. Frees an earlier one of the same name. */
  make(name: string, length: number, usage: number = USAGE.STORAGE): void {
    const size = Math.max(LEAST, length * BYTES);
    this.#arrays.get(name)?.destroy();
    this.#arrays.set(
      name,
      this.gpu.device.createBuffer({ label: name, size, usage: usage | USAGE.COPY_SRC | USAGE.COPY_DST }),
    );
  }

  /** The buffer with a name, which must exist. */
  get(name: string): GPUBuffer {
    return this.#arrays.get(name)!;
  }

  /** Writes values from the start of an array, in order with submitted passes. */
  write(name: string, values: Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer>): void {
    if (values.length > 0) this.gpu.device.queue.writeBuffer(this.get(name), 0, values);
  }

  /** Reads through a copy that the host may map; at most MOST_READ bytes at a time. @throws ShelfwiseError `usage` if the GPU is lost */
  async read(name: string, length: number): Promise<Float32Array<ArrayBuffer>> {
    const values = new Float32Array(length);
    const size = Math.min(MOST_READ, length * BYTES);
    const copy = this.gpu.device.createBuffer({ label: 'copy', size, usage: USAGE.MAP_READ | USAGE.COPY_DST });
    try {
      for (let from = 0; from < length * BYTES; from += size) {
        const bytes = Math.min(size, length * BYTES - from);
        const encoder = this.gpu.device.createCommandEncoder();
        encoder.copyBufferToBuffer(this.get(name), from, copy, 0, bytes);
        this.gpu.device.queue.submit([encoder.finish()]);
        await this.gpu.answered(copy.mapAsync(FOR_READING, 0, bytes));
        values.set(new Float32Array(copy.getMappedRange(0, bytes)), from / BYTES);
        copy.unmap();
      }
    } finally {
      copy.destroy();
    }
    const failure = this.gpu.failure();
    if (failure !== null) throw failure;
    return values;
  }

  /** Frees all arrays. */
  dispose(): void {
    for (const array of this.#arrays.values()) array.destroy();
    this.#arrays.clear();
  }
}
