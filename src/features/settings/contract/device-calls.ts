import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import {
  deviceMeasurementSchema,
  deviceStatusSchema,
  fasterGpuSchema,
  measureRequestSchema,
} from '../../../shared/contract/device';
import { progressSchema } from '../../../shared/contract/progress';

export const deviceCalls = {
  /** The devices available for training, and why others are not. */
  status: oc.output(deviceStatusSchema),
  /** A GPU that was faster when it was last measured; null otherwise. Starts nothing, so it may be gone. */
  faster: oc.output(fasterGpuSchema.nullable()),
  measure: oc.input(measureRequestSchema).output(eventIterator(progressSchema, deviceMeasurementSchema)),
  /** Versions, devices and how runs ended, without any of the user's names. `out` is absolute. */
  saveDiagnostics: oc.input(z.strictObject({ out: z.string().min(1) })).output(z.object({ path: z.string() })),
};
