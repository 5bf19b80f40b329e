import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { RulesChoice } from '../../../shared/contract/rules';
import { useTexts } from '../../locales/use-texts';
import type { RulesOfScreen } from '../../stores/use-counting-rules';
import { GoneOfRules } from './RuleNames';
import { useNamesOfRules } from './use-rule-text';
import { withWholeDays } from './whole-days';

/**
 * Asks before saved rules count in an export for the first time: a draft may have been saved as on when that still
 * meant nothing.
 *
 * @param of what is begun
 * @returns begin: starts at once where nothing is to be asked; dialog: to be shown on the screen
 */
export function useFirstRules(
  { data, counting, choice }: RulesOfScreen,
  of: 'exporting' | 'refresh',
): {
  begin: (start: (choice: { rules?: RulesChoice }) => void) => void;
  dialog: ReactNode;
} {
  const t = useTexts();
  const nameOf = useNamesOfRules(data);
  const [start, setStart] = useState<((choice: { rules?: RulesChoice }) => void) | null>(null);
  const answer = (given: { rules?: RulesChoice }): void => {
    setStart(null);
    start?.(given);
  };
  return {
    begin: (begun) => (counting?.isFirst === true ? setStart(() => begun) : begun(choice)),
    dialog: (
      <Modal
        opened={start !== null}
        onClose={() => setStart(null)}
        title={t(`${of}.firstTitle`)}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Stack gap="sm">
          <Text size="sm">{t(`${of}.firstBody`)}</Text>
          <List size="sm">
            {counting?.set.rules.map(({ id, name }) => (
              <List.Item key={id}>{withWholeDays(nameOf(name))}</List.Item>
            ))}
          </List>
          <GoneOfRules gone={counting?.gone ?? []} data={data} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => answer({ rules: 'none' })}>
              {t(`${of}.firstWithout`)}
            </Button>
            <Button data-autofocus onClick={() => answer(choice)}>
              {t(`${of}.firstWith`)}
            </Button>
          </Group>
        </Stack>
      </Modal>
    ),
  };
}
