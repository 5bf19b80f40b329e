import { api } from './context';
import { refuseOtherData } from './same-data';

const titles = api.titles;

export const titlesApi = {
  page: titles.page.handler(async ({ input, context }) => {
    const { titleFigures, titlePage } = await import('../titles/page');
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
    const { openTitle } = await import('../titles/open-title');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, (session) => openTitle(session, input.item));
  }),

  completion: titles.completion.handler(async ({ input, context }) => {
    const { completionOf } = await import('../titles/completion');
    const sessions = await context.sessions();
    return sessions.withDataset(input.data, (session) => completionOf(session, input.item));
  }),
};
