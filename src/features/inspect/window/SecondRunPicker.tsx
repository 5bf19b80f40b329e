import { ActionIcon, Group, Select, Tooltip } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useRef, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { RunRecord } from '../../../shared/contract/run';
import { keysOf } from '../../../renderer/components/shortcuts';
import { compareWith } from './second-run';
import { useSecondRunChoice } from './use-second-run-choice';
import classes from '../../../renderer/components/panes.module.css';

/** Which run the open one is compared with, and a button that swaps the two. */
export function SecondRunPicker({ run, second }: { run: RunRecord; second: RunRecord | null }): ReactNode {
  const t = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const { others, swap } = useSecondRunChoice(run, second, () => {
    input.current?.focus();
    input.current?.click();
  });
  const key = keysOf('secondRun').join('+');
  return (
    <Group gap="2xs" wrap="nowrap">
      <Select
        ref={input}
        className={classes.secondRun}
        aria-label={t('compare.secondRun', { key })}
        placeholder={others.length === 0 ? t('compare.noSecondRun') : `${t('compare.secondRunPlaceholder')} (${key})`}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('compare.secondRunEnd') }}
        nothingFoundMessage={t('compare.noSecondRun')}
        data={others}
        value={second?.runId ?? null}
        onChange={(runId) => compareWith(runId)}
      />
      {swap !== null && (
        <Tooltip label={t('compare.swap')}>
          <ActionIcon variant="default" size={36} aria-label={t('compare.swap')} onClick={swap}>
            <IconArrowsExchange size={18} />
          </ActionIcon>
        </Tooltip>
      )}
    </Group>
  );
}
