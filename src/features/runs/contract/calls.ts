/** Runs, and those that wait for their turn. */
import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { damagedRunSchema, earlierRunSchema, epochSchema, runProgressSchema } from '../../../shared/contract/run';
import { markRunSchema, runMarksSchema, runSchema, startRunSchema } from '../../../shared/contract/run-life';

export const runsCalls = {
  /** Starts a trainer and returns at once. */
  start: oc.input(startRunSchema).output(z.object({ runId: z.string() })),
  /** Watches a run; leaving the iterator stops nothing. Returns the run, as `get` does, once it has ended. */
  watch: oc.input(z.strictObject({ runId: z.string() })).output(eventIterator(runProgressSchema, runSchema)),
  stop: oc.input(z.strictObject({ runId: z.string() })).output(runSchema),
  resume: oc.input(z.strictObject({ runId: z.string() })).output(z.object({ runId: z.string() })),
  list: oc.output(z.array(runSchema)),
  /** Runs whose run.json cannot be read, and so are not in `list`, and why; and whether names, stars and notes can be read. */
  damaged: oc.output(z.array(damagedRunSchema)),
  /** Runs whose recipe is of an earlier version: what people made of them is read, and nothing else. Newest first. */
  earlier: oc.output(z.array(earlierRunSchema)),
  get: oc.input(z.strictObject({ runId: z.string() })).output(runSchema),
  /** Names, stars, annotates or archives a run; absent fields stay. The record itself never changes. */
  mark: oc.input(markRunSchema).output(runMarksSchema),
  /**
   * Makes a finished run the one in use, in place of any other, or takes that back: a refresh begins with it before it looks for one itself. Audited.
   * @throws `usage` for a run without lists or in the archive, and for one from elsewhere that was not verified here
   */
  choose: oc.input(z.strictObject({ runId: z.string(), chosen: z.boolean() })).output(runSchema),
  epochs: oc.input(z.strictObject({ runId: z.string() })).output(z.array(epochSchema)),
};
