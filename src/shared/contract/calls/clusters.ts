/** Clusters that do units of work. Nothing is sent to one that was not added, nor before somebody agreed to what is sent. */
import { oc } from '@orpc/contract';
import * as z from 'zod';
import { clusterNameSchema, clusterSchema, clusterTestSchema, newClusterSchema, sendingSchema } from '../cluster';

const byName = z.strictObject({ name: clusterNameSchema });
const withData = z.strictObject({ name: clusterNameSchema, data: z.string() });

export const clustersCalls = {
  list: oc.output(z.array(clusterSchema)),
  /** Of a name that is taken, what is said of it is replaced, and whoever uses it agrees anew. Nothing is sent there yet. */
  add: oc.input(newClusterSchema).output(clusterSchema),
  remove: oc.input(byName).output(z.array(clusterSchema)),
  /** Asks which Ray and nodes there are and, by a short job, which build each node has; no data is sent. */
  test: oc.input(byName.extend({ builds: z.boolean().optional() })).output(clusterTestSchema),
  /** What would leave this computer; nothing does. */
  sending: oc.input(withData).output(sendingSchema),
  /** Somebody agrees to that. @param address to which they read that it goes: the name may have been given to another meanwhile */
  agree: oc.input(withData.extend({ address: z.string() })).output(sendingSchema),
};
