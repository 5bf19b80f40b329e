/**
 * The only source of randomness. Each use has its own stream, named by its purpose ("noise/choose/12"), so that streams do not depend on the order
 * in which they are drawn and a resumed run needs no generator state.
 *
 * Generator: xoshiro128** (Blackman and Vigna 2018, public domain), seeded with the first 128 bits of SHA-256("<seed>/<name>"). Integer arithmetic
 * only: no Math.pow, no trigonometry, the same numbers on every engine.
 */
import { createHash } from 'node:crypto';

/** Count of unsigned integers of 32 bits. */
const NUMBERS = 4294967296;

/** One named stream of random numbers. */
export class RandomStream {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  constructor(seed: number, name: string) {
    const digest = createHash('sha256').update(`${seed}/${name}`).digest();
    this.#a = digest.readInt32LE(0);
    this.#b = digest.readInt32LE(4);
    this.#c = digest.readInt32LE(8);
    // A state of four zeros would never change; SHA-256 makes it extremely unlikely, this makes it impossible.
    this.#d = digest.readInt32LE(12) | 1;
  }

  /** An unsigned integer of 32 bits. */
  nextUint32(): number {
    const scrambled = Math.imul(rotateLeft(Math.imul(this.#b, 5), 7), 9);
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = rotateLeft(this.#d, 11);
    return scrambled >>> 0;
  }

  /** Uniform in [0, 1), a multiple of 2^-32. */
  uniform(): number {
    return this.nextUint32() / NUMBERS;
  }

  /**
   * Uniform integer in [0, bound), 1 <= bound <= 2^32; unbiased by rejection. Remainders are computed by division, which is exact for
   * such numbers: the operator takes several times as long for doubles.
   */
  below(bound: number): number {
    let drawn = this.nextUint32();
    // Only the last few numbers may be rejected.
    if (drawn >= NUMBERS - bound) {
      const limit = Math.floor(NUMBERS / bound) * bound;
      while (drawn >= limit) drawn = this.nextUint32();
    }
    return drawn - Math.floor(drawn / bound) * bound;
  }

  /** Fisher-Yates shuffle in place. */
  shuffle<Values extends Int32Array | unknown[]>(values: Values): Values {
    for (let last = values.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      const kept = values[last]!;
      values[last] = values[other]!;
      values[other] = kept;
    }
    return values;
  }

  /** Uniform weights for a layer (Glorot and Bengio 2010): limit = sqrt(6 / (inputs + outputs)). Length `size`. */
  glorotUniform(size: number, inputs: number, outputs: number): Float32Array {
    const limit = Math.sqrt(6 / (inputs + outputs));
    const weights = new Float32Array(size);
    for (let index = 0; index < size; index++) weights[index] = (this.uniform() * 2 - 1) * limit;
    return weights;
  }
}

function rotateLeft(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

/** The named streams of one seed. */
export class RandomStreams {
  constructor(readonly seed: number) {}

  /** The stream with a name, from its beginning. */
  stream(name: string): RandomStream {
    return new RandomStream(this.seed, name);
  }
}
