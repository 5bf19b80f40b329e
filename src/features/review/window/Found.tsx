import { Group, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { findsLists } from '../contract/check-table';
import type { CheckReport } from '../contract/checks';
import { checkName, isProgramCheck } from '../words/check-reason';
import classes from './Review.module.css';

/** One check: its name and the number of lists that it flags, by which they are chosen. */
export function Found({
  check: { id, name: given, count, mode, notApplicable },
  before,
  isChosen,
  isExplained,
  onChoose,
}: {
  check: CheckReport['checks'][number];
  /** How many it flagged before a setting was changed; null where nothing was changed or found. */
  before: number | null;
  isChosen: boolean;
  /** Whether it says what it finds: else on hover, so that the names and numbers are seen at one look. */
  isExplained: boolean;
  onChoose: (check: string | null) => void;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const name = checkName(t, { id, name: given });
  const help =
    notApplicable !== null
      ? t(`checks.notApplicable.${notApplicable}`)
      : isProgramCheck(id)
        ? t(`checks.help.${id}`)
        : t('checks.ownHelp');
  const canChoose = count !== null && count > 0 && findsLists(id);
  const found = mode === 'off' ? t('checks.off') : count === null ? '–' : format.count(count);
  const isChanged = before !== null && before !== count;
  const line = (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Text size="sm" fw={count !== null && count > 0 ? 600 : 400} span>
        {name}
      </Text>{' '}
      <Text size="sm" c={mode === 'stop' && (count ?? 0) > 0 ? 'var(--shelfwise-warning)' : 'dimmed'} span>
        {isChanged ? t('checks.fromTo', { before: format.count(before), now: found }) : found}
      </Text>
    </Group>
  );
  return (
    <>
      {canChoose ? (
        <UnstyledButton
          className={classes.check}
          data-chosen={isChosen || undefined}
          aria-pressed={isChosen}
          aria-description={isExplained ? undefined : help}
          title={isExplained ? undefined : help}
          onClick={() => onChoose(isChosen ? null : id)}
        >
          {line}
        </UnstyledButton>
      ) : (
        <div className={classes.check} title={isExplained ? undefined : help}>
          {line}
        </div>
      )}
      {(isExplained || notApplicable !== null) && (
        <Text size="xs" c="dimmed" className={classes.help}>
          {help}
        </Text>
      )}
    </>
  );
}
