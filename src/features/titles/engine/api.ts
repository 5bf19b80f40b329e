import { api } from '../../calls';
import { refuseOtherData } from '../../../engine/calls/same-data';

const titles = api.titles;

export const titlesApi = {
  page: titles.page.handler(async ({ input, context }) => {
    const { titleFigures, titlePage } = await import('./page');
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

  open: titles.open.handler(async ({ input, context }) => {
    const { openTitle } = await import('./open-title');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, (session) => openTitle(session, input.item));
  }),

  completion: titles.completion.handler(async ({ input, context }) => {
    const { completionOf } = await import('./completion');
    const sessions = await context.sessions();
    return sessions.withDataset(input.data, (session) => completionOf(session, input.item));
  }),
};
