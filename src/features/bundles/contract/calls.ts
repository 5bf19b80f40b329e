import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { bundleContentsSchema, openedBundleSchema, writtenBundleSchema } from '../../../shared/contract/bundle';
import { runSchema } from '../../../shared/contract/run-life';
import { progressSchema } from '../../../shared/contract/progress';

export const bundlesRunCalls = {
  bundle: oc
    .input(
      z.strictObject({
        runId: z.string(),
        out: z.string(),
        withData: z.boolean(),
        /** Everything of the run without its data set, for a computer that has it; also for a paused run. */
        wholeRun: z.boolean().optional(),
      }),
    )
    .output(eventIterator(progressSchema, writtenBundleSchema)),
  /** Describes a bundle without opening it. */
  inspectBundle: oc.input(z.strictObject({ file: z.string() })).output(bundleContentsSchema),
  /** Uses the lists of a run that came from elsewhere, though they do not follow from its model. */
  acceptLists: oc.input(z.strictObject({ runId: z.string() })).output(runSchema),
  /** Opens a bundle. The caller must have shown its contents to the user (`inspectBundle`) and got consent. */
  open: oc
    .input(z.strictObject({ file: z.string(), manifestSha256: z.string().optional() }))
    .output(eventIterator(progressSchema, openedBundleSchema)),
};
