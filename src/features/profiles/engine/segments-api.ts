import {
  historiesOfNamed,
  keepNamed,
  listNamed,
  removeNamed,
  restoreNamed,
  SEGMENTS,
} from '../../../engine/kept/segments-and-tunings';
import { api, type EngineContext } from '../../calls';
import { datasetOf } from '../../../engine/calls/dataset-of';

const { segments } = api;

const fingerprintOf = async (context: EngineContext, data: string): Promise<string> =>
  (await datasetOf(context, data)).fingerprint;

/** Filters that were given a name. */
export const segmentsApi = {
  list: segments.list.handler(async ({ input, context }) =>
    listNamed(SEGMENTS, context.workspace, await fingerprintOf(context, input.data)),
  ),
  keep: segments.keep.handler(async ({ input: { data, ...given }, context }) =>
    keepNamed(SEGMENTS, context.workspace, await fingerprintOf(context, data), given),
  ),
  remove: segments.remove.handler(async ({ input, context }) => {
    await removeNamed(SEGMENTS, context.workspace, await fingerprintOf(context, input.data), input);
    return { removed: input.id };
  }),
  history: segments.history.handler(async ({ input, context }) =>
    historiesOfNamed(SEGMENTS, context.workspace, await fingerprintOf(context, input.data)),
  ),
  restore: segments.restore.handler(async ({ input, context }) =>
    restoreNamed(SEGMENTS, context.workspace, await fingerprintOf(context, input.data), input),
  ),
};
