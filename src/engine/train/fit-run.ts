/** From a context to a fitted model, whatever kind of model it is. */
import type { RunRecord } from '../../shared/contract';
import type { ShelfwiseError } from '../../shared/errors';
import type { Sentence } from '../../shared/sentences/sentence';
import { fitAutoencoder } from './fit-autoencoder';
import { fitBaseline } from './fit-baseline';
import type { Guard } from './guard';
import type { KeptModel } from './kept-model';
import type { RunContext } from './run-context';

export interface FittedRun {
  /** The model that earns the metrics: it has not seen the test part. Null where nothing was learned before the end. */
  readonly measured: KeptModel | null;
  /** The model that makes the lists. */
  readonly final: KeptModel | null;
  readonly stages: RunRecord['stages'];
  /** Why the run ended early: a request (`stopped`) or a loss that is not a number (`diverged`). */
  readonly brokenOff: ShelfwiseError | null;
  /** Something about how the epochs were chosen that a reader of the record should know. */
  readonly note: Sentence | null;
}

/** @throws ShelfwiseError for anything but a stop or a divergence, which end in a FittedRun */
export async function fitRun(context: RunContext, guard: Guard): Promise<FittedRun> {
  return context.record.model === 'dae' ? fitAutoencoder(context, guard) : fitBaseline(context, guard);
}
