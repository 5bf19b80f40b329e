import { ActionIcon, Group, Select, Tooltip } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useRef, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { hasLists } from '../../../shared/contract/run-life';
import type { RunRecord } from '../../../shared/contract/run';
import { keysOf } from '../../../renderer/components/shortcuts';
import { useKeys } from '../../../renderer/components/use-keys';
import { useNarrow } from '../../../renderer/components/use-narrow';
import { useNameApart } from '../../../renderer/components/use-name-apart';
import { useRuns } from '../../../renderer/stores/engine-data';
import { activateRun } from '../../../renderer/stores/selection';
import { compareWith, useSecondRun } from './second-run';
import classes from '../../../renderer/components/panes.module.css';

/** Runs that have lists, those of the open data first, without the open one. */
function useOthers(run: RunRecord): RunRecord[] {
  const { data: runs = [] } = useRuns();
  const isSame = (other: RunRecord): boolean => other.dataset.fingerprint === run.dataset.fingerprint;
  return runs
    .filter((other) => other.runId !== run.runId && hasLists(other))
    .sort((left, right) => Number(isSame(right)) - Number(isSame(left)));
}

/** Which run the open one is compared with, and a button that swaps the two. */
export function SecondRunPicker({ run, second }: { run: RunRecord; second: RunRecord | null }): ReactNode {
  const t = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const others = useOthers(run);
  const nameApart = useNameApart();
  const key = keysOf('secondRun').join('+');
  // Without a keyboard, a key takes room for nothing.
  const isNarrow = useNarrow();
  const isSwappable = second !== null && second.dataset.fingerprint === run.dataset.fingerprint;
  const swap = (): void => {
    if (!isSwappable) return;
    activateRun(second.runId, second.dataset.fingerprint);
    compareWith(run.runId, useSecondRun.getState().from);
  };
  const open = (event: KeyboardEvent): void => {
    // Otherwise the shortcut's letter would be typed into the field.
    event.preventDefault();
    input.current?.focus();
    input.current?.click();
  };
  useKeys([
    // R alone is a decision about the list, in a queue.
    ['shift+R', open, { usePhysicalKeys: true }],
    ['S', swap, { usePhysicalKeys: true }],
  ]);
  return (
    <Group gap="2xs" wrap="nowrap">
      <Select
        ref={input}
        className={classes.secondRun}
        aria-label={t('compare.secondRun', { key })}
        placeholder={
          others.length === 0
            ? t('compare.noSecondRun')
            : `${t('compare.secondRunPlaceholder')}${isNarrow ? '' : ` (${key})`}`
        }
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('compare.secondRunEnd') }}
        nothingFoundMessage={t('compare.noSecondRun')}
        data={others.map((other) => ({ value: other.runId, label: labelOf(other) }))}
        value={second?.runId ?? null}
        onChange={(runId) => compareWith(runId)}
      />
      {isSwappable && (
        <Tooltip label={t('compare.swap')}>
          <ActionIcon variant="default" size={36} aria-label={t('compare.swap')} onClick={swap}>
            <IconArrowsExchange size={18} />
          </ActionIcon>
        </Tooltip>
      )}
    </Group>
  );

  function labelOf(other: RunRecord): string {
    const { dataset } = other;
    const name = nameApart(other);
    return dataset.fingerprint === run.dataset.fingerprint
      ? name
      : t('compare.ofOtherData', { name, data: dataset.name });
  }
}
