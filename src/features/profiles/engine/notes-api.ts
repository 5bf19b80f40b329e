import { ofData } from '../../../engine/calls/handlers';
import { historyOf, restoreState } from '../../../engine/kept/store';
import type { DatasetSession } from '../../../engine/sessions/dataset-session';
import { refuseUnknown } from '../../../engine/sessions/refuse-unknown';
import { api } from '../../calls';

const profiles = api.profiles;
const notes = () => import('../../../engine/kept/notes');

/** The fingerprint of the data set, which must have the profile. @throws ShelfwiseError `not-found` for an unknown profile */
function dataOf(session: DatasetSession, profile: string): string {
  refuseUnknown(session, profile);
  return session.snapshot.dataset.fingerprint;
}

export const notesProfileApi = {
  note: profiles.note.handler(
    ofData(async (session, { profile }, { workspace }) =>
      (await notes()).noteOf(workspace, dataOf(session, profile), profile),
    ),
  ),
  setNote: profiles.setNote.handler(
    ofData(async (session, input, { workspace }) =>
      (await notes()).setNote(workspace, dataOf(session, input.profile), input.profile, input),
    ),
  ),
  noteHistory: profiles.noteHistory.handler(
    ofData(async (session, { profile: key }, { workspace }) =>
      historyOf((await notes()).NOTES, { workspace, fingerprint: dataOf(session, key), key }),
    ),
  ),
  restoreNote: profiles.restoreNote.handler(
    ofData(async (session, { profile: key, ...step }, { workspace }) =>
      restoreState((await notes()).NOTES, { workspace, fingerprint: dataOf(session, key), key }, step),
    ),
  ),
};
