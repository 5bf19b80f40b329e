/** Says once what opening did to the workspace: that other users can no longer read it. */
import { useEffect } from 'react';
import { engineTextIn } from '../../shared/words/engine-text';
import { useEngine } from '../connection/engine-context';
import { addNotice } from '../stores/notices';
import { usePreferences } from '../stores/preferences';

/** The page may ask again (new connection, new render); the user needs it once. */
const told = new Set<string>();

export function useWorkspaceNotices(): void {
  const { client } = useEngine();
  useEffect(() => {
    client.workspace.notices().then(
      (notices) => {
        for (const notice of notices) {
          if (!told.has(notice.message)) addNotice(engineTextIn(notice, usePreferences.getState().language));
          told.add(notice.message);
        }
      },
      // ConnectionNotice reports a broken connection.
      () => undefined,
    );
  }, [client]);
}
