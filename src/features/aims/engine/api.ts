import { keptByName } from '../../../engine/calls/kept-by-name';
import { ofRun } from '../../../engine/calls/handlers';
import { api } from '../../calls';
import { AIMS } from './kept-aims';

const { aims } = api;
const kept = keptByName(AIMS);

export const aimsApi = {
  list: aims.list.handler(kept.list),
  keep: aims.keep.handler(async (call) => {
    const { input, context } = call;
    const { refuseUnmeasuredOn } = await import('./measure');
    await (await context.sessions()).withDataset(input.data, async (session) => refuseUnmeasuredOn(session, input.aim));
    return kept.keep(call);
  }),
  remove: aims.remove.handler(kept.remove),
  measure: aims.measure.handler(
    ofRun(async (session, asked, { workspace }) => (await import('./measure')).measureAims(workspace, session, asked)),
  ),
};
