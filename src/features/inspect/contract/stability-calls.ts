import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { progressSchema } from '../../../shared/contract/progress';
import { copiesRequest, noiseScoresSchema, runStabilitySchema } from '../../../shared/contract/stability';

export const stabilityRunCalls = {
  /**
   * Measures how much of its lists stays when a part of the histories is hidden, over all profiles with a history or `sample` of them, drawn by the
   * run's seed. The result is stored with the run until it is measured again.
   */
  measureStability: oc
    .input(z.strictObject({ runId: z.string(), ...copiesRequest, sample: z.int().min(1).optional() }))
    .output(eventIterator(progressSchema, runStabilitySchema)),
  /** Noise against score over the finished runs that were measured on the same hold-out. */
  noiseScores: oc.input(z.strictObject({ runId: z.string() })).output(noiseScoresSchema),
  /** The last measurement; null if there is none. */
  stability: oc.input(z.strictObject({ runId: z.string() })).output(runStabilitySchema.nullable()),
};
