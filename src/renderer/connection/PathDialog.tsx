/** A page cannot ask the system for a path of this computer: this dialog looks into its folders through the web host. */
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHostShell } from './engine-context';
import { PathBrowser } from './PathBrowser';
import { usePathRequest, type PathRequest } from './path-request';

const TITLES = {
  folder: 'paths.titleFolder',
  file: 'paths.titleFile',
  save: 'paths.titleSave',
} as const satisfies Record<PathRequest['kind'], string>;

export function PathDialog(): ReactNode {
  const { t } = useTranslation();
  const host = useHostShell();
  const open = usePathRequest((state) => state.open);
  if (host === null || open === null) return null;
  const { request, answer } = open;
  return (
    <Modal
      opened
      onClose={() => answer(null)}
      title={t(TITLES[request.kind])}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <PathBrowser host={host} request={request} onChoose={answer} />
    </Modal>
  );
}
