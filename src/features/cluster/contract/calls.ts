/** Clusters that do units of work. Nothing is sent to a cluster before it was added and a person agreed to what is sent. */
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
  /** Replaces the entry of a name that is taken, which needs a new agreement. Sends nothing yet. */
  add: oc.input(newClusterSchema).output(clusterSchema),
  remove: oc.input(byName).output(z.array(clusterSchema)),
  /** Asks for the version of Ray, the nodes and, with a short job, the build of each node; sends no data. */
  test: oc.input(byName.extend({ builds: z.boolean().optional() })).output(clusterTestSchema),
  /** The units of this workspace that wait or work there, whichever program asked for them. A cluster without any is not asked. */
  units: oc.input(byName).output(z.array(clusterUnitSchema)),
  /**
   * Removes one of them, or stops it if it is at work; the others go on. The program that asked for it learns that it was stopped.
   * @param unit its ID, or a beginning of it
   */
  stopUnit: oc.input(byName.extend({ unit: z.string().regex(/^[0-9a-f]{4,64}$/) })).output(stoppedUnitSchema),
  /** Describes what would leave this computer; sends nothing. */
  sending: oc.input(withData).output(sendingSchema),
  /** Records a person's agreement to that. @param address shown as the destination: the name may have been given to another cluster meanwhile */
  agree: oc.input(withData.extend({ address: z.string() })).output(sendingSchema),
};
