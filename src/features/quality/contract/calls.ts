import { oc } from '@orpc/contract';
import * as z from 'zod';
import { runFiguresSchema } from './figures';
import { verdictSchema } from './tested';

export const qualityRunCalls = {
  /** How good a run is; null if its hold-out gave no metrics. */
  verdict: oc.input(z.strictObject({ runId: z.string() })).output(verdictSchema.nullable()),
  /** Figures for charts: its lists compared with viewings. */
  figures: oc.input(z.strictObject({ runId: z.string() })).output(runFiguresSchema),
};
