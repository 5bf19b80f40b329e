import { ShelfwiseError } from '../../shared/errors';
import { allowedSentence } from '../../shared/suggest';
import { api } from './context';
import { refuseOtherData } from './same-data';

const profiles = api.profiles;

export const profilesApi = {
  page: profiles.page.handler(async ({ input, context }) => {
    const { figuresOf, profilePage } = await import('../profiles/page');
    const { reviewedProfiles } = await import('../profiles/reviews');
    const sessions = await context.sessions();
    return sessions.withDataset(input.data, async (session) => {
      const { fingerprint } = session.snapshot.dataset;
      const test =
        input.runId === undefined
          ? null
          : await sessions.withRun(input.runId, (run) => {
              refuseOtherData(run, fingerprint);
              return run.testProfiles();
            });
      const reviewed = await reviewedProfiles(context.workspace, fingerprint);
      return profilePage(session, { reviewed, ...figuresOf(test, session.profiles.ids.length) }, input);
    });
  }),

  facets: profiles.facets.handler(async ({ input, context }) => {
    const { facetsOf } = await import('../profiles/page');
    const sessions = await context.sessions();
    return sessions.withDataset(input.data, (session) => session.keep('facets', () => facetsOf(session)));
  }),

  neighbours: profiles.neighbours.handler(async ({ input, context }) => {
    const { neighboursOf } = await import('../profiles/neighbours');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, (session) => neighboursOf(session, input.profile, input.count));
  }),

  review: profiles.review.handler(async ({ input, context }) => {
    const { setReviewed } = await import('../profiles/reviews');
    const sessions = await context.sessions();
    return sessions.withDataset(input.data, async ({ snapshot, profileRow, profiles: { ids } }) => {
      if (!profileRow.has(input.profile))
        throw new ShelfwiseError(
          'not-found',
          `There is no profile ${input.profile} in ${snapshot.dataset.name}.${allowedSentence(input.profile, ids)}`,
        );
      await setReviewed(context.workspace, snapshot.dataset.fingerprint, input.profile, input.reviewed);
      return { reviewed: input.reviewed };
    });
  }),
};
