import { Group, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../locales/use-texts';
import { RulesDay } from './RulesDay';
import type { RulesInUse } from '../../stores/use-applied-rules';

/** Applies the saved rules to what is checked and exported; hidden if no rule is on. */
export function RulesSwitch({ rules: { saved, isOn, date, setOn, setDate } }: { rules: RulesInUse }): ReactNode {
  const t = useTexts();
  const count = saved?.set.rules.filter(({ on }) => on).length ?? 0;
  if (count === 0) return null;
  return (
    <Group gap="md" align="flex-start">
      <Switch
        label={t('rules.apply')}
        description={t('rules.applyHelp', { count })}
        checked={isOn}
        onChange={({ currentTarget }) => setOn(currentTarget.checked)}
      />
      {isOn && <RulesDay date={date} onDate={setDate} />}
    </Group>
  );
}
