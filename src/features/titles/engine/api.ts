import { api } from '../../calls';
import { ofData, ofRun } from '../../../engine/calls/handlers';
import { refuseOtherData } from '../../../engine/calls/same-data';

const titles = api.titles;

export const titlesApi = {
  page: titles.page.handler(async ({ input, context }) => {
    const { titleFigures, titlePage } = await import('./title-grid');
    const sessions = await context.sessions();
    return sessions.withDataset(input.data, async (session) => {
      const figures =
        input.runId === undefined
          ? null
          : await sessions.withRun(input.runId, (run) => {
              refuseOtherData(run, session.snapshot.dataset.fingerprint);
              return titleFigures(run);
            });
      return titlePage(session, figures, input);
    });
  }),

  open: titles.open.handler(
    ofRun(async (session, { item }) => (await import('./open-title')).openTitle(session, item)),
  ),

  completion: titles.completion.handler(
    ofData(async (session, { item }) => (await import('./completion')).completionOf(session, item)),
  ),
};
