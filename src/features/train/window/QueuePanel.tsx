import { ActionIcon, Group, Stack, Text, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { QueueEntry } from '../../../shared/contract/run-life';
import { Section } from '../../../renderer/components/Section';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useEngineText } from '../../../renderer/locales/engine-text';
import { useQueue } from '../../../renderer/stores/engine-data';
import { addError } from '../../../renderer/stores/notices';

/** The training queue of the workspace, shared by all windows and the command line. */
export function QueuePanel(): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const { data: queue = [] } = useQueue();
  if (queue.length === 0) return null;
  const change = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (thrown) {
      addError(t('train.queueFailed'), thrown);
    }
    await cache.invalidateQueries({ queryKey: queries.queue.key() });
  };
  const move = (id: string, before: string | null): void => void change(() => client.queue.move({ id, before }));
  return (
    <Section title={t('train.queued')} description={t('train.queuedHelp')}>
      <Stack gap="2xs" component="ol" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('train.queued')}>
        {queue.map((entry, place) => (
          <Group key={entry.id} component="li" justify="space-between" wrap="nowrap">
            <Entry entry={entry} />
            <Group gap="3xs" wrap="nowrap">
              {place > 0 && (
                <Action
                  label={t('train.queueUp')}
                  name={nameOf(entry)}
                  icon={<IconArrowUp size={14} />}
                  onClick={() => move(entry.id, queue[place - 1]!.id)}
                />
              )}
              {place < queue.length - 1 && (
                <Action
                  label={t('train.queueDown')}
                  name={nameOf(entry)}
                  icon={<IconArrowDown size={14} />}
                  onClick={() => move(entry.id, queue[place + 2]?.id ?? null)}
                />
              )}
              <Action
                label={t('train.unqueue')}
                name={nameOf(entry)}
                icon={<IconX size={14} />}
                onClick={() => void change(() => client.queue.remove({ id: entry.id }))}
              />
            </Group>
          </Group>
        ))}
      </Stack>
    </Section>
  );
}

const nameOf = ({ name, recipe, datasetName }: QueueEntry): string => name || (recipe?.model ?? datasetName);

function Entry({ entry }: { entry: QueueEntry }): ReactNode {
  const t = useTexts();
  const engineText = useEngineText();
  const { name, recipe, seed, datasetName, problem } = entry;
  return (
    <div style={{ minWidth: 0 }}>
      <Text size="sm" truncate>
        {name || (recipe && t(`common.models.${recipe.model}`))}{' '}
        <Text span size="xs" c="dimmed">
          {datasetName} · {t('train.seed')} {seed}
        </Text>
      </Text>
      {problem !== null && (
        <Text size="xs" c="var(--shelfwise-warning)">
          {t('train.queueProblem')} {engineText(problem)}
        </Text>
      )}
    </div>
  );
}

function Action({
  label,
  name,
  icon,
  onClick,
}: {
  label: string;
  name: string;
  icon: ReactNode;
  onClick: () => void;
}): ReactNode {
  return (
    <Tooltip label={label}>
      <ActionIcon size="sm" variant="subtle" color="gray" aria-label={`${label}: ${name}`} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}
