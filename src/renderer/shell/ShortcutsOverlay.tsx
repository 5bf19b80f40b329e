/** All keys, on ?. */
import { Group, Kbd, Modal, Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NUMBERED_SCREENS } from '../../shared/screens';

const isMac = typeof navigator !== 'undefined' && navigator.userAgent.includes('Mac');
const MOD = isMac ? '⌘' : 'Ctrl';

export function ShortcutsOverlay({ opened, onClose }: { opened: boolean; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const rows: [keys: string[], what: string][] = [
    [[MOD, 'K'], t('shell.shortcuts.palette')],
    ...NUMBERED_SCREENS.map((screen, index): [string[], string] => [
      [MOD, String(index + 1)],
      t('shell.shortcuts.goTo', { screen: t(`shell.screen.${screen}`) }),
    ]),
    [[MOD, 'Enter'], t('shell.shortcuts.mainAction')],
    [['F6'], t('shell.shortcuts.nextRegion')],
    [['Shift', 'F6'], t('shell.shortcuts.previousRegion')],
    [['Enter'], t('shell.shortcuts.open')],
    [['X'], t('shell.shortcuts.reviewed')],
    [['C'], t('shell.shortcuts.compareTwo')],
    [['J', 'K'], t('shell.shortcuts.nextProfile')],
    [['W'], t('shell.shortcuts.why')],
    [['E'], t('shell.shortcuts.whatIf')],
    [['N'], t('shell.shortcuts.note')],
    [['L'], t('shell.shortcuts.nextMask')],
    [['R'], t('shell.shortcuts.secondRun')],
    [['S'], t('shell.shortcuts.swap')],
    [['Esc'], t('shell.shortcuts.escape')],
    [['?'], t('shell.shortcuts.help')],
  ];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('shell.shortcuts.title')}
      size="md"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Table withRowBorders={false} verticalSpacing={3} horizontalSpacing={0}>
        <Table.Tbody>
          {rows.map(([keys, what]) => (
            <Table.Tr key={keys.join(' ')}>
              <Table.Td>{what}</Table.Td>
              <Table.Td>
                <Group gap={4} wrap="nowrap" justify="end">
                  {keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
