import { eventIterator, oc } from '@orpc/contract';
import { clusterNameSchema } from '../../../shared/contract/cluster';
import { progressSchema } from '../../../shared/contract/progress';
import { seedsRequestSchema, repeatedSeedsSchema } from '../../../shared/contract/seeds';

/** A cluster that was added, which does the work in the place of this computer; somebody has agreed to send the data set there. */
const on = clusterNameSchema.optional();

export const trainUnitCalls = {
  /** One recipe with several seeds, as many at a time as memory and cores allow; again, it goes on with those that are not done. */
  seeds: oc.input(seedsRequestSchema.extend({ on })).output(eventIterator(progressSchema, repeatedSeedsSchema)),
};
