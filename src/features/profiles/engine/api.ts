import { api } from '../../calls';
import { profileStateOf } from './profile-rows';
import { refuseOtherData } from '../../../engine/calls/same-data';
import { refuseUnknown } from '../../../engine/sessions/refuse-unknown';

const profiles = api.profiles;

export const profilesApi = {
  page: profiles.page.handler(async ({ input, context }) => {
    const { profilePage } = await import('./page');
    const sessions = await context.sessions();
    return sessions.withDataset(input.data, async (session) => {
      const state =
        input.runId === undefined
          ? await profileStateOf(context, session, null)
          : await sessions.withRun(input.runId, (run) => {
              refuseOtherData(run, session.snapshot.dataset.fingerprint);
              return profileStateOf(context, session, run);
            });
      return profilePage(session, state, input);
    });
  }),

  facets: profiles.facets.handler(async ({ input, context }) => {
    const { facetsOf } = await import('./page');
    const sessions = await context.sessions();
    return sessions.withDataset(input.data, (session) => session.keep('facets', () => facetsOf(session)));
  }),

  open: profiles.open.handler(async ({ input, context }) => {
    const { displayAttributes } = await import('../../../engine/data/display/attributes');
    const sessions = await context.sessions();
    return sessions.withDataset(input.data, (session) => {
      refuseUnknown(session, input.profile);
      const row = session.profileRow.get(input.profile)!;
      return {
        profile: input.profile,
        attributes: displayAttributes(session.profiles.attributes, row),
        history: session.history(row),
      };
    });
  }),

  neighbours: profiles.neighbours.handler(async ({ input, context }) => {
    const { neighboursOf } = await import('./neighbours');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, (session) => neighboursOf(session, input.profile, input.count));
  }),

  review: profiles.review.handler(async ({ input, context }) => {
    const { setReviewed } = await import('../../../engine/kept/reviews');
    const sessions = await context.sessions();
    return sessions.withDataset(input.data, async (session) => {
      refuseUnknown(session, input.profile);
      await setReviewed(context.workspace, session.snapshot.dataset.fingerprint, input.profile, input.reviewed);
      return { reviewed: input.reviewed };
    });
  }),
};
