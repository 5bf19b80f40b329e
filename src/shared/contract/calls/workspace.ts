/** The workspace, and the computer that it is on. */
import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { saidSchema } from '../../sentences/sentence';
import { deviceMeasurementSchema, deviceStatusSchema, gpuPackSchema, measureRequestSchema } from '../device';
import { progressSchema } from '../progress';
import {
  diagnosisSchema,
  removalSchema,
  trashEntrySchema,
  unreadableTrashSchema,
  workspaceChangeSchema,
} from '../workspace';

export const deviceCalls = {
  /** On what can be trained here, why not on more, and how the GPU pack stands. */
  status: oc.output(deviceStatusSchema),
  /** Downloads the GPU pack, or resumes its download: the only download after setup. */
  install: oc.output(eventIterator(progressSchema, gpuPackSchema)),
  remove: oc.output(gpuPackSchema),
  measure: oc.input(measureRequestSchema).output(eventIterator(progressSchema, deviceMeasurementSchema)),
  /** Versions, devices and how runs ended, without any name of the user's. `out` is absolute. */
  saveDiagnostics: oc.input(z.strictObject({ out: z.string().min(1) })).output(z.object({ path: z.string() })),
};

export const workspaceCalls = {
  /**
   * What changed, for every window, page and program: a new, changed or removed run or data set, and what is kept with it. Nothing that
   * changes after the call was answered is missed.
   */
  watch: oc.output(eventIterator(workspaceChangeSchema)),
  /** What was done to the workspace when it was opened here: that it was closed to other users. */
  notices: oc.output(z.array(z.object({ message: z.string(), said: saidSchema }))),
  /** Moves a run or a data set to the trash. */
  delete: oc.input(z.strictObject({ id: z.string().min(1) })).output(removalSchema),
  /** What can be restored, newest first. */
  trash: oc.output(z.array(trashEntrySchema)),
  /** What `trash` leaves out because a newer version put it there, and why. */
  unreadableTrash: oc.output(z.array(unreadableTrashSchema)),
  /** Moves a run or a data set back from the trash; of several of one ID, the last that was deleted. */
  restore: oc.input(z.strictObject({ id: z.string().min(1) })).output(trashEntrySchema),
  /** Empties the trash and collects what no run or data set needs; foreign files are left alone and named. */
  collect: oc.output(z.object({ removed: z.array(z.string()), bytes: z.int(), leftAlone: z.array(z.string()) })),
  doctor: oc.output(diagnosisSchema),
};
