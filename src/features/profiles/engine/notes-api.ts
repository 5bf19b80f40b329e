import { api } from '../../calls';
import { refuseUnknown } from '../../../engine/sessions/refuse-unknown';

const profiles = api.profiles;

export const notesProfileApi = {
  note: profiles.note.handler(async ({ input, context }) => {
    const { noteOf } = await import('../../../engine/kept/notes');
    const sessions = await context.sessions();
    return sessions.withDataset(input.data, (session) => {
      refuseUnknown(session, input.profile);
      return noteOf(context.workspace, session.snapshot.dataset.fingerprint, input.profile);
    });
  }),

  setNote: profiles.setNote.handler(async ({ input, context }) => {
    const { setNote } = await import('../../../engine/kept/notes');
    const sessions = await context.sessions();
    return sessions.withDataset(input.data, (session) => {
      refuseUnknown(session, input.profile);
      return setNote(context.workspace, session.snapshot.dataset.fingerprint, input.profile, input);
    });
  }),

  noteHistory: profiles.noteHistory.handler(async ({ input, context }) => {
    const { noteHistory } = await import('../../../engine/kept/notes');
    const sessions = await context.sessions();
    return sessions.withDataset(input.data, (session) => {
      refuseUnknown(session, input.profile);
      return noteHistory(context.workspace, session.snapshot.dataset.fingerprint, input.profile);
    });
  }),

  restoreNote: profiles.restoreNote.handler(async ({ input, context }) => {
    const { restoreNote } = await import('../../../engine/kept/notes');
    const sessions = await context.sessions();
    return sessions.withDataset(input.data, (session) => {
      refuseUnknown(session, input.profile);
      return restoreNote(context.workspace, session.snapshot.dataset.fingerprint, input.profile, input);
    });
  }),
};
