/** One folder at a time: a click or Enter goes into a folder, or takes a file. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FolderListing } from '../../../shared/shell-contract';
import { ErrorNotice } from '../ErrorNotice';
import { FolderEntries } from './FolderEntries';
import type { PathRequest } from '../../connection/path-request';
import type { ShellClient } from '../../connection/shell';

/** The last folder that was there, so that the next dialog begins in it. */
let lastFolder: string | null = null;

const extensionsOf = (request: PathRequest): string[] => (request.kind === 'folder' ? [] : request.filter.extensions);

const extensionOf = (name: string): string => /\.[^.]+$/.exec(name)?.[0].toLowerCase() ?? '';

/** A path of the host, absolute and in its own form, as the folder and the name in it. */
function partsOf(path: string): { folder: string; name: string } {
  const cut = path.lastIndexOf(path.startsWith('/') ? '/' : '\\') + 1;
  return { folder: path.slice(0, cut), name: path.slice(cut) };
}

export function PathBrowser(props: {
  host: ShellClient['host'];
  page: ShellClient['page'];
  request: PathRequest;
  onChoose: (path: string) => void;
}): ReactNode {
  const { host, page, request, onChoose } = props;
  const { t } = useTranslation();
  const [folder, setFolder] = useState(lastFolder);
  const [typed, setTyped] = useState<string | null>(null);
  const [name, setName] = useState(request.kind === 'save' ? request.suggestedName : '');
  const files = extensionsOf(request);
  const listing = useQuery({
    queryKey: ['shell', 'folder', folder, files],
    queryFn: async () => {
      const found = await page.listFolder({ files, ...(folder !== null && { folder }) });
      lastFolder = found.folder;
      return found;
    },
    staleTime: 0,
    placeholderData: (before) => before,
  });
  const go = (to: string): void => {
    setFolder(to);
    setTyped(null);
  };
  /** What stands in the field, gone to or not; null where that is the folder that is shown. */
  const typedFolder = typed === null || typed.trim() === '' ? null : typed.trim();
  /** Takes a file that was typed, or goes to its folder to save under its name; anything else is looked into as a folder. */
  const goTyped = useMutation({
    mutationFn: async (place: string): Promise<void> => {
      if (request.kind === 'folder') return go(place);
      const { path, kind } = await host.pathState({ path: place });
      if (request.kind === 'file') return kind === 'file' ? onChoose(path) : go(path);
      const parts = partsOf(path);
      const isNewFile =
        kind === 'missing' &&
        extensionOf(parts.name) === extensionOf(request.suggestedName) &&
        (await host.pathState({ path: parts.folder })).kind === 'folder';
      if (kind !== 'file' && !isNewFile) return go(path);
      setName(parts.name);
      go(parts.folder);
    },
    // The listing shows the error if the host cannot read the folder.
    onError: (_, place) => go(place),
  });
  const submitTyped = (event: FormEvent): void => {
    event.preventDefault();
    if (typedFolder !== null) goTyped.mutate(typedFolder);
  };
  /** The folder that is being read is not the one that is still shown. */
  const isLooking = listing.isPending || listing.isPlaceholderData || goTyped.isPending;
  const shown = listing.data;
  return (
    <Stack gap="sm">
      <form onSubmit={submitTyped}>
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
          <Button loading={isLooking} disabled={listing.isError} onClick={() => onChoose(typedFolder ?? shown!.folder)}>
            {t('paths.chooseThis')}
          </Button>
        </Group>
      )}
      {request.kind === 'save' && shown !== undefined && (
        <SaveName name={name} onName={setName} listing={shown} isLooking={isLooking} onChoose={onChoose} />
      )}
    </Stack>
  );
}

function SaveName(props: {
  name: string;
  onName: (name: string) => void;
  listing: FolderListing;
  isLooking: boolean;
  onChoose: (path: string) => void;
}): ReactNode {
  const { name, onName, listing, isLooking, onChoose } = props;
  const { t } = useTranslation();
  const replaces = listing.entries.some((entry) => entry.kind === 'file' && entry.name === name);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (name !== '' && !isLooking) onChoose(`${listing.folder.replace(/[\\/]$/, '')}${listing.separator}${name}`);
  };
  return (
    <form onSubmit={save}>
      <Group align="end" gap="xs" wrap="nowrap">
        <TextInput
          flex={1}
          label={t('paths.name')}
          value={name}
          onChange={({ currentTarget }) => onName(currentTarget.value)}
          error={name === '' ? t('paths.nameMissing') : null}
          spellCheck={false}
        />
        <Button type="submit" loading={isLooking}>
          {t('paths.save')}
        </Button>
      </Group>
      {replaces && (
        <Text size="sm" role="status">
          {t('paths.replaces')}
        </Text>
      )}
    </form>
  );
}
