/** What waits for its turn. */
import { ActionIcon, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '../../components/Section';
import { takeFromQueue, useQueue } from '../../stores/queue';

export function QueuePanel(): ReactNode {
  const { t } = useTranslation();
  const queue = useQueue((state) => state.queue);
  if (queue.length === 0) return null;
  return (
    <Section title={t('train.queued')} description={t('train.queuedHelp')}>
      <Stack gap={4}>
        {queue.map(({ id, name, recipe, seed, datasetName }) => (
          <Group key={id} justify="space-between" wrap="nowrap">
            <Text size="sm" truncate>
              {name === '' ? t(`common.models.${recipe.model}`) : name}{' '}
              <Text span size="xs" c="dimmed">
                {datasetName} · {t('train.seed')} {seed}
              </Text>
            </Text>
            <Tooltip label={t('train.unqueue')}>
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={`${t('train.unqueue')}: ${name || recipe.model}`}
                onClick={() => takeFromQueue(id)}
              >
                <IconX size={14} />
              </ActionIcon>
            </Tooltip>
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
