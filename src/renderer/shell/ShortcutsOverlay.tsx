import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { KeyTable } from '../components/KeyTable';
import { SCREEN_KEYS, SHORTCUTS } from '../components/shortcuts';

/** The list of all shortcuts. */
export function ShortcutsOverlay({ opened, onClose }: { opened: boolean; onClose: () => void }): ReactNode {
  const t = useTexts();
  const [first, ...others] = SHORTCUTS.map(({ keys, what, on }): [readonly string[], string] => {
    const text = t(`shell.shortcuts.${what}`);
    const screens = on.map((screen) => t(`shell.screen.${screen}`)).join(', ');
    return [keys, on.length === 0 ? text : t('shell.shortcuts.onScreens', { what: text, screens })];
  });
  const screens = SCREEN_KEYS.map(({ keys, screen }): [readonly string[], string] => [
    keys,
    t('shell.shortcuts.goTo', { screen: t(`shell.screen.${screen}`) }),
  ]);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('shell.shortcuts.title')}
      size="md"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <KeyTable rows={[first!, ...screens, ...others]} />
    </Modal>
  );
}
