import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { useEngine, useShell } from '../../../renderer/connection/engine-context';

/** The folder with pictures of titles, and how many of them can be shown. */
export function PosterFolder({
  data,
  folder,
  onChange,
}: {
  data: string;
  folder: string | null;
  onChange: (folder: string | undefined) => void;
}): ReactNode {
  const t = useTexts();
  const shell = useShell();
  const choose = async (): Promise<void> => {
    const chosen = await shell.user.pickFolder({ purpose: 'pictures' });
    if (chosen !== null) onChange(chosen);
  };
  return (
    <Stack gap="2xs" role="group" aria-label={t('labels.posters.title')}>
      <Text size="sm" fw={600}>
        {t('labels.posters.title')}
      </Text>
      <Text size="xs" c="dimmed" maw={720}>
        {t('labels.posters.help')}
      </Text>
      <Group gap="sm">
        {folder === null ? <Text size="sm">{t('labels.posters.none')}</Text> : <Code>{folder}</Code>}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPhoto size={14} aria-hidden />}
          onClick={() => void choose()}
        >
          {t('labels.posters.choose')}
        </Button>
        {folder !== null && (
          <Button size="xs" variant="default" onClick={() => onChange(undefined)}>
            {t('labels.posters.remove')}
          </Button>
        )}
      </Group>
      {folder !== null && <Found data={data} folder={folder} />}
    </Stack>
  );
}

function Found({ data, folder }: { data: string; folder: string }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  // The folder may have changed since the last look.
  const look = useQuery({ ...queries.labels.posterFolder.queryOptions({ input: { data, folder } }), staleTime: 0 });
  if (look.error !== null)
    return <ErrorNotice title={t('labels.posters.failed')} error={look.error} onRetry={() => void look.refetch()} />;
  if (look.data === undefined) return null;
  const { found, titles, refused, unmatched } = look.data;
  return (
    <Text size="sm" component="div" role="status">
      {t('labels.posters.found', { count: found, all: titles })}
      {unmatched !== null && <div>{t('labels.posters.unmatched', unmatched)}</div>}
      {refused.map(({ file, reason }) => (
        <div key={file}>{t('labels.posters.refused', { file, why: t(`labels.posters.why.${reason}`) })}</div>
      ))}
    </Text>
  );
}
