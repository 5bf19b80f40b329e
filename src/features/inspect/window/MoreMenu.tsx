import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowsExchange, IconCheck, IconDotsVertical, IconUserX, IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { RunRecord } from '../../../shared/contract/run';
import { askToForget } from '../../../renderer/stores/forget-question';
import { compareWith } from './second-run';
import { useSecondRunChoice } from './use-second-run-choice';

/** What is done with a profile less often, where the window has no room for a button each. */
export function MoreMenu({
  run,
  second,
  data,
  profile,
}: {
  run: RunRecord;
  second: RunRecord | null;
  data: string;
  profile: string;
}): ReactNode {
  const t = useTexts();
  const [opened, setOpened] = useState(false);
  const { others, swap } = useSecondRunChoice(run, second, () => setOpened(true));
  const label = t('compare.more', { profile });
  return (
    <Menu position="bottom-end" width={280} opened={opened} onChange={setOpened}>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={label} title={label}>
          <IconDotsVertical size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah="60vh" style={{ overflowY: 'auto' }}>
        <Menu.Label>{t(others.length === 0 ? 'compare.noSecondRun' : 'compare.secondRunPlaceholder')}</Menu.Label>
        {others.map(({ value, label: name }) => (
          <Menu.Item
            key={value}
            aria-current={value === second?.runId || undefined}
            rightSection={value === second?.runId && <IconCheck size={16} aria-hidden />}
            onClick={() => compareWith(value)}
          >
            {name}
          </Menu.Item>
        ))}
        {second !== null && (
          <Menu.Item leftSection={<IconX size={16} aria-hidden />} onClick={() => compareWith(null)}>
            {t('compare.secondRunEnd')}
          </Menu.Item>
        )}
        {swap !== null && (
          <Menu.Item leftSection={<IconArrowsExchange size={16} aria-hidden />} onClick={swap}>
            {t('compare.swap')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconUserX size={16} aria-hidden />} onClick={() => askToForget({ data, profile })}>
          {t('privacy.forget')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
