import { Button, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';
import type { RecentFolder } from '../../../../shared/processes/shell-contract';
import { Query } from '../../../../renderer/components/Query';
import { useShell } from '../../../../renderer/connection/engine-context';
import { useFormat } from '../../../../renderer/locales/format';
import { lastPart, useOpenings } from '../../../../renderer/actions/use-opening';
import classes from './Welcome.module.css';

const KEY = ['shell', 'recent'];

/** Folders opened before. A missing one says so, and can be located or removed from the list. */
export function RecentFolders(): ReactNode {
  const t = useTexts();
  const shell = useShell();
  const recent = useQuery({ queryKey: KEY, queryFn: () => shell.host.recentFolders(), staleTime: 0 });
  return (
    <Query of={recent} lines={3}>
      {(folders) =>
        folders.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('welcome.recentEmpty')}
          </Text>
        ) : (
          <Stack gap={0}>
            {folders.map((folder) =>
              folder.exists ? (
                <Known key={folder.folder} recent={folder} />
              ) : (
                <Gone key={folder.folder} recent={folder} />
              ),
            )}
          </Stack>
        )
      }
    </Query>
  );
}

function Known({ recent: { folder, openedAt } }: { recent: RecentFolder }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { openFolder } = useOpenings();
  return (
    <UnstyledButton className={classes.row} onClick={() => void openFolder(folder)}>
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Text size="sm" fw={600} truncate>
          {lastPart(folder)}
        </Text>
        <Text size="xs" c="dimmed" style={{ flexShrink: 0 }}>
          {t('welcome.openedAt', { when: format.moment(openedAt) })}
        </Text>
      </Group>
      <Text size="xs" c="dimmed" truncate>
        {folder}
      </Text>
    </UnstyledButton>
  );
}

function Gone({ recent: { folder } }: { recent: RecentFolder }): ReactNode {
  const t = useTexts();
  const shell = useShell();
  const cache = useQueryClient();
  const { openFolder } = useOpenings();
  const forget = async (): Promise<void> => {
    await shell.host.removeRecentFolder({ folder });
    await cache.invalidateQueries({ queryKey: KEY });
  };
  const locate = async (): Promise<void> => {
    const found = await shell.user.pickFolder({ purpose: 'data' });
    if (found === null) return;
    await forget();
    await openFolder(found);
  };
  return (
    <Stack gap="2xs" py="xs">
      <Group gap="xs" wrap="nowrap">
        <IconAlertTriangle size={15} color="var(--shelfwise-warning)" aria-hidden />
        <Text size="sm" fw={600} truncate>
          {folder}
        </Text>
      </Group>
      <Text size="xs" c="dimmed">
        {t('welcome.gone')}
      </Text>
      <Group gap="xs">
        <Button size="compact-xs" variant="default" onClick={() => void locate()}>
          {t('welcome.locate')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => void forget()}>
          {t('welcome.remove')}
        </Button>
      </Group>
    </Stack>
  );
}
