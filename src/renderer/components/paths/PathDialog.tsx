import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../locales/use-texts';
import { useLast } from '../use-last';
import { useShell } from '../../connection/engine-context';
import { PathBrowser } from './PathBrowser';
import { usePathRequest, type PathRequest } from '../../connection/path-request';

const TITLES = {
  folder: 'paths.titleFolder',
  file: 'paths.titleFile',
  save: 'paths.titleSave',
} as const satisfies Record<PathRequest['kind'], string>;

/** Asks for a path of this computer. A web page has no system dialog, so it browses folders through the web host. */
export function PathDialog(): ReactNode {
  const t = useTexts();
  const { host, page } = useShell();
  const open = usePathRequest((state) => state.open);
  const shown = useLast(open);
  if (page === null) return null;
  return (
    <Modal
      opened={open !== null}
      onClose={() => open?.answer(null)}
      title={shown !== null && t(TITLES[shown.request.kind])}
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
