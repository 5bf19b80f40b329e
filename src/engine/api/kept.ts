import {
  historiesOfNamed,
  keepNamed,
  listNamed,
  removeNamed,
  restoreNamed,
  SEGMENTS,
  TUNINGS,
} from '../kept/segments-and-tunings';
import { api, type EngineContext } from './context';
import { datasetOf } from './dataset-of';

const { tuning, segments } = api;

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
