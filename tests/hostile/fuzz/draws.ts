/** What a fuzz target draws from, and what it makes. */
import type { RandomStream } from '../../../src/engine/model/random';
import type { ShelfwiseError } from '../../../src/shared/errors';
import type { Stage } from '../support/stage';

/** The stream of a step; `beginning` is that of the whole input. */
export interface Draws {
  readonly beginning: RandomStream;
  readonly steps: readonly RandomStream[];
}

/** An input: files by name, and how they are used. */
export interface Input {
  readonly files: Record<string, Buffer>;
  use(stage: Stage): Promise<readonly ShelfwiseError[]>;
}
