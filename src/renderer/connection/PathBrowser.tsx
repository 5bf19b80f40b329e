/** One folder at a time: a click or Enter goes into a folder, or takes a file. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FolderListing } from '../../shared/shell-api';
import { ErrorNotice } from '../components/ErrorNotice';
import type { HostShellClient } from './connect';
import { FolderEntries } from './FolderEntries';
import type { PathRequest } from './path-request';

/** Where the last dialog ended, so that the next one begins there. */
let lastFolder: string | null = null;

function extensionsOf(request: PathRequest): string[] {
  if (request.kind === 'folder') return [];
  return request.filter === null ? ['*'] : request.filter.extensions;
}

export function PathBrowser(props: {
  host: HostShellClient;
  request: PathRequest;
  onChoose: (path: string) => void;
}): ReactNode {
  const { host, request, onChoose } = props;
  const { t } = useTranslation();
  const [folder, setFolder] = useState(lastFolder);
  const [typed, setTyped] = useState<string | null>(null);
  const files = extensionsOf(request);
  const listing = useQuery({
    queryKey: ['shell', 'folder', folder, files],
    queryFn: () => host.listFolder({ files, ...(folder !== null && { folder }) }),
    staleTime: 0,
    placeholderData: (before) => before,
  });
  const go = (to: string): void => {
    lastFolder = to;
    setFolder(to);
    setTyped(null);
  };
  /** What stands in the field, gone to or not; null where that is the folder that is shown. */
  const typedFolder = typed === null || typed.trim() === '' ? null : typed.trim();
  const goTyped = (event: FormEvent): void => {
    event.preventDefault();
    if (typedFolder !== null) go(typedFolder);
  };
  const shown = listing.data;
  return (
    <Stack gap="sm">
      <form onSubmit={goTyped}>
        <Group align="end" gap="xs" wrap="nowrap">
          <TextInput
            flex={1}
            label={t('paths.address')}
            value={typed ?? shown?.folder ?? ''}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            spellCheck={false}
            data-autofocus
          />
          <Button type="submit" variant="default">
            {t('paths.go')}
          </Button>
        </Group>
      </form>
      {listing.error !== null && <ErrorNotice error={listing.error} />}
      {shown !== undefined && (
        <FolderEntries
          listing={shown}
          onFolder={go}
          onFile={request.kind === 'save' ? null : onChoose}
          note={shown.truncated ? t('paths.truncated') : null}
        />
      )}
      {request.kind === 'folder' && (
        <Group justify="end">
          <Button
            // The folder that is being looked into is not the one that is still shown.
            loading={listing.isPending || listing.isPlaceholderData}
            disabled={listing.isError}
            onClick={() => onChoose(typedFolder ?? shown!.folder)}
          >
            {t('paths.chooseThis')}
          </Button>
        </Group>
      )}
      {request.kind === 'save' && shown !== undefined && (
        <SaveName suggestedName={request.suggestedName} listing={shown} onChoose={onChoose} />
      )}
    </Stack>
  );
}

function SaveName(props: {
  suggestedName: string;
  listing: FolderListing;
  onChoose: (path: string) => void;
}): ReactNode {
  const { listing, onChoose } = props;
  const { t } = useTranslation();
  const [name, setName] = useState(props.suggestedName);
  const replaces = listing.entries.some((entry) => entry.kind === 'file' && entry.name === name);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (name !== '') onChoose(`${listing.folder.replace(/[\\/]$/, '')}${listing.separator}${name}`);
  };
  return (
    <form onSubmit={save}>
      <Group align="end" gap="xs" wrap="nowrap">
        <TextInput
          flex={1}
          label={t('paths.name')}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={name === '' ? t('paths.nameMissing') : null}
          spellCheck={false}
        />
        <Button type="submit">{t('paths.save')}</Button>
      </Group>
      {replaces && (
        <Text size="sm" role="status">
          {t('paths.replaces')}
        </Text>
      )}
    </form>
  );
}
