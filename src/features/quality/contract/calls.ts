import { oc } from '@orpc/contract';
import * as z from 'zod';
import { MOST_RUNS_FOUND } from '../../../shared/limits';
import { runFiguresSchema } from './figures';
import { verdictSchema } from './tested';

export const qualityRunCalls = {
  /** How good a run is; null if its hold-out gave no metrics. */
  verdict: oc.input(z.strictObject({ runId: z.string() })).output(verdictSchema.nullable()),
  /** Of runs with a hold-out: titles that its children watched next, and those in their lists; others are left out. */
  found: oc
    .input(z.strictObject({ runIds: z.array(z.string()).max(MOST_RUNS_FOUND) }))
    .output(z.array(z.object({ runId: z.string(), all: z.int(), listed: z.int() }))),
  /** Figures for charts: its lists compared with viewings. */
  figures: oc.input(z.strictObject({ runId: z.string() })).output(runFiguresSchema),
};
