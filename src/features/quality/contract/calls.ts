import { oc } from '@orpc/contract';
import * as z from 'zod';
import { runFiguresSchema } from './figures';
import { verdictSchema } from './tested';

export const qualityRunCalls = {
  /** Whether a run is any good; null where its test part earned no figures. */
  verdict: oc.input(z.strictObject({ runId: z.string() })).output(verdictSchema.nullable()),
  /** What its lists are like beside what was watched, as figures for pictures. */
  figures: oc.input(z.strictObject({ runId: z.string() })).output(runFiguresSchema),
};
