import { keptByName } from '../../../engine/calls/kept-by-name';
import { ofRun } from '../../../engine/calls/handlers';
import { SEGMENTS } from '../../../engine/kept/segments-and-tunings';
import { api } from '../../calls';

const { segments } = api;
const kept = keptByName(SEGMENTS);

export const segmentsApi = {
  list: segments.list.handler(kept.list),
  keep: segments.keep.handler(kept.keep),
  remove: segments.remove.handler(kept.remove),
  history: segments.history.handler(kept.history),
  restore: segments.restore.handler(kept.restore),

  describe: segments.describe.handler(
    ofRun(async (session, asked, context) =>
      (await import('./describe-segment')).describeSegment(context, session, asked),
    ),
  ),
};
