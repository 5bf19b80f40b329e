import { ShelfwiseError } from '../../shared/errors';
import { say } from '../../shared/sentences/sentence';
import { api } from './context';

const { map } = api;

/** Profiles or titles of a run in two dimensions. */
export const mapApi = {
  get: map.get.handler(async ({ input, context }) => {
    const { runMap } = await import('../map/run-map');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, (session) => runMap(session, input.of));
  }),
  // oxlint-disable-next-line require-yield -- the layout comes with the next change
  make: map.make.handler(async function* () {
    throw new ShelfwiseError('usage', say('map.no-layout'));
  }),
  stop: map.stop.handler(async () => ({ stopped: false })),
  colour: map.colour.handler(async ({ input, context }) => {
    const { mapColours } = await import('../map/colours');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, (session) => mapColours(session, input.of, input.by));
  }),
};
