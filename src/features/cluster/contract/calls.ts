/** Clusters that do units of work. Nothing is sent to one that was not added, nor before somebody agreed to what is sent. */
import { oc } from '@orpc/contract';
import * as z from 'zod';
import {
  clusterNameSchema,
  clusterSchema,
  clusterTestSchema,
  clusterUnitSchema,
  newClusterSchema,
  sendingSchema,
  stoppedUnitSchema,
} from '../../../shared/contract/cluster';

const byName = z.strictObject({ name: clusterNameSchema });
const withData = z.strictObject({ name: clusterNameSchema, data: z.string() });

export const clustersCalls = {
  list: oc.output(z.array(clusterSchema)),
  /** Of a name that is taken, what is said of it is replaced, and whoever uses it agrees anew. Nothing is sent there yet. */
  add: oc.input(newClusterSchema).output(clusterSchema),
  remove: oc.input(byName).output(z.array(clusterSchema)),
  /** Asks which Ray and nodes there are and, by a short job, which build each node has; no data is sent. */
  test: oc.input(byName.extend({ builds: z.boolean().optional() })).output(clusterTestSchema),
  /** What this workspace has waiting or at work there, whichever program asked for it. A cluster without any is not asked. */
  units: oc.input(byName).output(z.array(clusterUnitSchema)),
  /**
   * Leaves out one of them, or ends it where it is at work; the others go on. What asked for it is told that it was stopped.
   * @param unit its ID, or a beginning of it
   */
  stopUnit: oc.input(byName.extend({ unit: z.string().regex(/^[0-9a-f]{4,64}$/) })).output(stoppedUnitSchema),
  /** What would leave this computer; nothing does. */
  sending: oc.input(withData).output(sendingSchema),
  /** Somebody agrees to that. @param address to which they read that it goes: the name may have been given to another meanwhile */
  agree: oc.input(withData.extend({ address: z.string() })).output(sendingSchema),
};
