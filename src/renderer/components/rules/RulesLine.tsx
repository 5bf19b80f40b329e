import { Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../locales/use-texts';
import type { RulesOfScreen } from '../../stores/use-counting-rules';
import { ErrorNotice } from '../ErrorNotice';
import { GoneOfRules, RuleNames } from './RuleNames';
import { RulesDay } from './RulesDay';

/** The saved rules that count for the lists of a screen, and the day for which they do; hidden if no rule is on. */
export function RulesLine({ rules: { data, counting, error, date, setDate } }: { rules: RulesOfScreen }): ReactNode {
  const t = useTexts();
  if (error !== null) return <ErrorNotice title={t('rules.unreadable')} error={error} />;
  if (counting == null) return null;
  return (
    <Group gap="md" align="baseline" role="group" aria-label={t('rules.counting')}>
      {/* Beside the day, whatever rules are called. */}
      <Stack gap="2xs" flex="1 1 260px" miw={0}>
        <Text size="sm" fw={600}>
          {t('rules.counting')}
        </Text>
        <RuleNames of={counting} data={data} />
        <GoneOfRules gone={counting.gone} data={data} />
      </Stack>
      <RulesDay date={date} onDate={setDate} />
    </Group>
  );
}
