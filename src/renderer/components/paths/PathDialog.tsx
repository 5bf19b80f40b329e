/** A page cannot ask the system for a path of this computer: this dialog looks into its folders through the web host. */
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLast } from '../use-last';
import { useShell } from '../../connection/engine-context';
import { PathBrowser } from './PathBrowser';
import { usePathRequest, type PathRequest } from '../../connection/path-request';

const TITLES = {
  folder: 'paths.titleFolder',
  file: 'paths.titleFile',
  save: 'paths.titleSave',
} as const satisfies Record<PathRequest['kind'], string>;

export function PathDialog(): ReactNode {
  const { t } = useTranslation();
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
        // Its own for each request: the dialog of the last one may still be on its way out.
        <PathBrowser key={shown.number} host={host} page={page} request={shown.request} onChoose={shown.answer} />
      )}
    </Modal>
  );
}
