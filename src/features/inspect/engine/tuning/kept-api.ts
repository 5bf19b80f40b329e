import {
  historiesOfNamed,
  keepNamed,
  listNamed,
  removeNamed,
  restoreNamed,
  TUNINGS,
} from '../../../../engine/kept/segments-and-tunings';
import { api, type EngineContext } from '../../../calls';
import { datasetOf } from '../../../../engine/calls/dataset-of';

const { tuning } = api;

const fingerprintOf = async (context: EngineContext, data: string): Promise<string> =>
  (await datasetOf(context, data)).fingerprint;

/** Tunings that were given a name. */
export const keptTuningsApi = {
  list: tuning.list.handler(async ({ input, context }) =>
    listNamed(TUNINGS, context.workspace, await fingerprintOf(context, input.data)),
  ),
  keep: tuning.keep.handler(async ({ input: { data, ...given }, context }) =>
    keepNamed(TUNINGS, context.workspace, await fingerprintOf(context, data), given),
  ),
  remove: tuning.remove.handler(async ({ input, context }) => {
    await removeNamed(TUNINGS, context.workspace, await fingerprintOf(context, input.data), input);
    return { removed: input.id };
  }),
  history: tuning.history.handler(async ({ input, context }) =>
    historiesOfNamed(TUNINGS, context.workspace, await fingerprintOf(context, input.data)),
  ),
  restore: tuning.restore.handler(async ({ input, context }) =>
    restoreNamed(TUNINGS, context.workspace, await fingerprintOf(context, input.data), input),
  ),
};
