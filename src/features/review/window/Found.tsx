import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { CheckReport } from '../contract/checks';
import { checkName, isProgramCheck } from '../words/check-reason';
import classes from './Review.module.css';

/** One check: its name, the number of lists that it finds, and what it looks for. */
export function Found({
  check: { id, name, count, mode, notApplicable },
  before,
}: {
  check: CheckReport['checks'][number];
  /** How many it found before a setting was changed; null where nothing was changed or found. */
  before: number | null;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const help =
    notApplicable !== null
      ? t(`checks.notApplicable.${notApplicable}`)
      : isProgramCheck(id)
        ? t(`checks.help.${id}`)
        : t('checks.ownHelp');
  const found = mode === 'off' ? t('checks.off') : count === null ? '–' : format.count(count);
  const isChanged = before !== null && before !== count;
  return (
    <>
      <Group justify="space-between" wrap="nowrap" gap="xs" className={classes.check}>
        <Text size="sm" fw={count !== null && count > 0 ? 600 : 400} span>
          {checkName(t, { id, name })}
        </Text>{' '}
        <Text size="sm" c={mode === 'stop' && (count ?? 0) > 0 ? 'var(--shelfwise-warning)' : 'dimmed'} span>
          {isChanged ? t('checks.fromTo', { before: format.count(before), now: found }) : found}
        </Text>
      </Group>
      <Text size="xs" c="dimmed" className={classes.help}>
        {help}
      </Text>
    </>
  );
}
