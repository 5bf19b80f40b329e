import { eventIterator, oc } from '@orpc/contract';
import { clusterNameSchema } from '../../../shared/contract/cluster';
import { progressSchema } from '../../../shared/contract/progress';
import { seedsRequestSchema, repeatedSeedsSchema } from '../../../shared/contract/seeds';

/** The cluster that does the work instead of this computer; it was added, and a person agreed to send the data set there. */
const on = clusterNameSchema.optional();

export const trainUnitCalls = {
  /** One recipe with several seeds, as many at a time as memory and cores allow; the same request again continues with the rest. */
  seeds: oc.input(seedsRequestSchema.extend({ on })).output(eventIterator(progressSchema, repeatedSeedsSchema)),
};
