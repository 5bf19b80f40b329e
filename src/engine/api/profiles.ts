import { unknownProfile } from '../data/unknown-profile';
import type { DatasetSession } from '../sessions/dataset-session';
import { api } from './context';
import { profileStateOf } from './profile-rows';
import { refuseOtherData } from './same-data';

const profiles = api.profiles;

export const profilesApi = {
  page: profiles.page.handler(async ({ input, context }) => {
    const { profilePage } = await import('../profiles/page');
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
    const { facetsOf } = await import('../profiles/page');
    const sessions = await context.sessions();
    return sessions.withDataset(input.data, (session) => session.keep('facets', () => facetsOf(session)));
  }),

  open: profiles.open.handler(async ({ input, context }) => {
    const { displayAttributes } = await import('../display/attributes');
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

  tested: profiles.tested.handler(async ({ input, context }) => {
    const { testedProfile } = await import('../tested/tested-profile');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, (session) => testedProfile(session, input.profile));
  }),

  neighbours: profiles.neighbours.handler(async ({ input, context }) => {
    const { neighboursOf } = await import('../profiles/neighbours');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, (session) => neighboursOf(session, input.profile, input.count));
  }),

  review: profiles.review.handler(async ({ input, context }) => {
    const { setReviewed } = await import('../kept/reviews');
    const sessions = await context.sessions();
    return sessions.withDataset(input.data, async (session) => {
      refuseUnknown(session, input.profile);
      await setReviewed(context.workspace, session.snapshot.dataset.fingerprint, input.profile, input.reviewed);
      return { reviewed: input.reviewed };
    });
  }),

  note: profiles.note.handler(async ({ input, context }) => {
    const { noteOf } = await import('../kept/notes');
    const sessions = await context.sessions();
    return sessions.withDataset(input.data, (session) => {
      refuseUnknown(session, input.profile);
      return noteOf(context.workspace, session.snapshot.dataset.fingerprint, input.profile);
    });
  }),

  setNote: profiles.setNote.handler(async ({ input, context }) => {
    const { setNote } = await import('../kept/notes');
    const sessions = await context.sessions();
    return sessions.withDataset(input.data, (session) => {
      refuseUnknown(session, input.profile);
      return setNote(context.workspace, session.snapshot.dataset.fingerprint, input.profile, input);
    });
  }),

  noteHistory: profiles.noteHistory.handler(async ({ input, context }) => {
    const { noteHistory } = await import('../kept/notes');
    const sessions = await context.sessions();
    return sessions.withDataset(input.data, (session) => {
      refuseUnknown(session, input.profile);
      return noteHistory(context.workspace, session.snapshot.dataset.fingerprint, input.profile);
    });
  }),

  restoreNote: profiles.restoreNote.handler(async ({ input, context }) => {
    const { restoreNote } = await import('../kept/notes');
    const sessions = await context.sessions();
    return sessions.withDataset(input.data, (session) => {
      refuseUnknown(session, input.profile);
      return restoreNote(context.workspace, session.snapshot.dataset.fingerprint, input.profile, input);
    });
  }),

  explain: profiles.explain.handler(async ({ input, context }) => {
    const { explain } = await import('../recommend/explain');
    const { readLabels } = await import('../kept/labels');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, async (session) =>
      explain(session, input, await readLabels(context.workspace, session.record.dataset.fingerprint)),
    );
  }),

  whyNot: profiles.whyNot.handler(async ({ input, context }) => {
    const { whyNot } = await import('../recommend/why-not');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, (session) => whyNot(session, input));
  }),

  stability: profiles.stability.handler(async ({ input, context }) => {
    const { stability } = await import('../recommend/stability');
    const sessions = await context.sessions();
    return sessions.withRun(input.runId, (session) => stability(session, input));
  }),
};

function refuseUnknown({ snapshot, profileRow, profiles: { ids } }: DatasetSession, profile: string): void {
  if (!profileRow.has(profile)) throw unknownProfile(profile, snapshot.dataset, ids);
}
