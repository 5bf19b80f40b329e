/** What a trainer sends to the process that forked it. */
import * as z from 'zod';
import { triedSchema } from '../shared/tried';
import { deviceMeasurementSchema, madeListsSchema, madeMapSchema, progressSchema } from '../shared/contract';
import { wireErrorSchema } from '../shared/errors';

export const trainerMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), progress: progressSchema }),
  z.object({ kind: z.literal('tried'), tried: triedSchema }),
  z.object({ kind: z.literal('measurement'), measurement: deviceMeasurementSchema }),
  z.object({ kind: z.literal('map'), map: madeMapSchema }),
  z.object({ kind: z.literal('lists'), lists: madeListsSchema }),
  z.object({ kind: z.literal('error'), message: z.string(), ...wireErrorSchema.shape }),
]);
export type TrainerMessage = z.infer<typeof trainerMessageSchema>;
