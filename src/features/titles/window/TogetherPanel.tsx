import { ActionIcon, Group, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { RunRecord } from '../../../shared/contract/run';
import { AudienceOfTitles } from './audience/Audience';
import frame from '../../../renderer/components/frame.module.css';

/** The audience of several titles beside the list, asked about as one. */
export function TogetherPanel({
  data,
  run,
  ids,
  onClose,
}: {
  data: string;
  run: RunRecord;
  ids: readonly string[];
  onClose: () => void;
}): ReactNode {
  const t = useTexts();
  const name = t('audience.togetherOf', { count: ids.length });
  const titles = useMemo(() => ({ ids: [...ids] }), [ids]);
  return (
    <aside className={frame.behind} aria-label={name} tabIndex={0}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb="md">
        <Title order={2}>{name}</Title>
        <ActionIcon variant="subtle" color="gray" aria-label={t('audience.togetherClose')} onClick={onClose}>
          <IconX size={18} />
        </ActionIcon>
      </Group>
      <AudienceOfTitles data={data} run={run} titles={titles} />
    </aside>
  );
}
