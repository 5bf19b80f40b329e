import { Modal } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTexts } from '../../locales/use-texts';
import { keepFocus } from '../keep-focus';
import { useLast } from '../use-last';
import { useShell } from '../../connection/engine-context';
import { PathBrowser } from './PathBrowser';
import type { Translate } from '../../../shared/words/texts';
import { usePathRequest, type PathRequest } from '../../connection/path-request';

function titleOf(t: Translate, request: PathRequest): string {
  if (request.kind === 'folder') return t(`paths.folders.${request.purpose}`);
  return t(request.kind === 'file' ? 'paths.titleFile' : 'paths.titleSave');
}

/** Asks for a path of this computer. A web page has no system dialog, so it browses folders through the web host. */
export function PathDialog(): ReactNode {
  const t = useTexts();
  const { host, page } = useShell();
  const open = usePathRequest((state) => state.open);
  const shown = useLast(open);
  /** What had the focus before the first of several dialogs, one of which may open while another fades. */
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (open !== null) opener.current ??= document.activeElement;
  }, [open]);
  const giveBack = (): void => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost && opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
    opener.current = null;
    // The opener may be gone, or out of use while it works.
    keepFocus();
  };
  if (page === null) return null;
  return (
    <Modal
      opened={open !== null}
      onClose={() => open?.answer(null)}
      onExitTransitionEnd={giveBack}
      title={shown !== null && titleOf(t, shown.request)}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {shown !== null && (
        // A new browser per request: the previous dialog may still be closing.
        <PathBrowser key={shown.number} host={host} page={page} request={shown.request} onChoose={shown.answer} />
      )}
    </Modal>
  );
}
