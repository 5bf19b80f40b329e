/** Handles requests from outside the window: system menus and files, and drops. */
import { useEffect, useRef } from 'react';
import { useTexts } from '../locales/use-texts';
import { useLocation } from 'wouter';
import { ShelfwiseError } from '../../shared/errors';
import type { OpenRequest } from '../../shared/processes/shell-contract';
import { useShell } from '../connection/engine-context';
import { addError } from '../stores/notices';
import { useOpenings } from '../actions/use-opening';

export function useOpenRequests(): void {
  const t = useTexts();
  const shell = useShell();
  const [, go] = useLocation();
  const openings = useOpenings();
  const answer = (request: OpenRequest): void => {
    switch (request.kind) {
      case 'folder':
        void openings.openFolder(request.path);
        return;
      case 'bundle':
        void openings.openBundle(request.path);
        return;
      case 'place':
        go(request.place);
    }
  };
  const drop = async (file: File): Promise<void> => {
    const path = shell.pathOfDropped(file);
    if (path === null) {
      addError(t('welcome.dropRefused'), new ShelfwiseError('usage', t('welcome.dropInBrowser')));
      return;
    }
    const { kind } = await shell.host.pathState({ path });
    answer({ kind: kind === 'folder' ? 'folder' : 'bundle', path });
  };
  // The listeners live as long as the window and always use the latest render.
  const latest = useRef({ answer, drop });
  latest.current = { answer, drop };

  useEffect(() => {
    const leave = new AbortController();
    const listen = async ({ openRequests }: NonNullable<typeof shell.desktop>): Promise<void> => {
      for await (const request of await openRequests(undefined, { signal: leave.signal }))
        latest.current.answer(request);
    };
    if (shell.desktop !== null) listen(shell.desktop).catch(() => undefined);
    return () => leave.abort();
  }, [shell]);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const dropped = (event: DragEvent): void => {
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      latest.current.drop(file).catch((thrown: unknown) => addError(t('welcome.dropRefused'), thrown));
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', dropped);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', dropped);
    };
  }, [t]);
}
