import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import {
  deviceMeasurementSchema,
  deviceStatusSchema,
  gpuPackSchema,
  measureRequestSchema,
} from '../../../shared/contract/device';
import { progressSchema } from '../../../shared/contract/progress';

export const deviceCalls = {
  /** The devices available for training, why others are not, and the state of the GPU pack. */
  status: oc.output(deviceStatusSchema),
  /** Downloads the GPU pack, or resumes its download: the only download after setup. */
  install: oc.output(eventIterator(progressSchema, gpuPackSchema)),
  remove: oc.output(gpuPackSchema),
  measure: oc.input(measureRequestSchema).output(eventIterator(progressSchema, deviceMeasurementSchema)),
  /** Versions, devices and how runs ended, without any of the user's names. `out` is absolute. */
  saveDiagnostics: oc.input(z.strictObject({ out: z.string().min(1) })).output(z.object({ path: z.string() })),
};
