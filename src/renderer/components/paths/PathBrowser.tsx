/** One folder at a time: a click or Enter goes into a folder, or takes a file. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FolderListing } from '../../../shared/processes/shell-contract';
import { ErrorNotice } from '../ErrorNotice';
import { FolderEntries } from './FolderEntries';
import type { PathRequest } from '../../connection/path-request';
import type { ShellClient } from '../../connection/shell';

/** The last folder of each kind of dialog, in which its next begins: data is not saved where other data was opened. */
const lastFolders: Partial<Record<PathRequest['kind'], string>> = {};

/** All files of a folder that is to be chosen are shown, to know it by what is in it. */
const extensionsOf = (request: PathRequest): string[] =>
  request.kind === 'folder' ? ['*'] : request.filter.extensions;

const extensionOf = (name: string): string => /\.[^.]+$/.exec(name)?.[0].toLowerCase() ?? '';

/** A path of the host, absolute and in its own form, as the folder and the name in it. */
function partsOf(path: string): { folder: string; name: string } {
  const cut = path.lastIndexOf(path.startsWith('/') ? '/' : '\\') + 1;
  return { folder: path.slice(0, cut), name: path.slice(cut) };
}

/**
 * What a typed path means: the folder to go to, and the file in it that is there or may be made under a name of its kind.
 * @throws where the host cannot tell
 */
async function typedPath(
  host: ShellClient['host'],
  request: Exclude<PathRequest, { kind: 'folder' }>,
  place: string,
): Promise<{ folder: string; file: string | null }> {
  const { path, kind } = await host.pathState({ path: place });
  const { folder, name } = partsOf(path);
  if (kind === 'file') return { folder, file: path };
  const isNewFile =
    request.kind === 'save' &&
    kind === 'missing' &&
    extensionOf(name) === extensionOf(request.suggestedName) &&
    (await host.pathState({ path: folder })).kind === 'folder';
  return isNewFile ? { folder, file: path } : { folder: path, file: null };
}

export function PathBrowser(props: {
  host: ShellClient['host'];
  page: ShellClient['page'];
  request: PathRequest;
  onChoose: (path: string) => void;
}): ReactNode {
  const { host, page, request, onChoose } = props;
  const { t } = useTranslation();
  const [folder, setFolder] = useState(lastFolders[request.kind] ?? null);
  const [typed, setTyped] = useState<string | null>(null);
  const [name, setName] = useState(request.kind === 'save' ? request.suggestedName : '');
  const files = extensionsOf(request);
  const listing = useQuery({
    queryKey: ['shell', 'folder', folder, files],
    queryFn: () => page.listFolder({ files, ...(folder !== null && { folder }) }),
    staleTime: 0,
    placeholderData: (before) => before,
  });
  /** What was asked for last, by a click or by Go: an answer to anything earlier is of no use any more. */
  const step = useRef(0);
  useEffect(() => () => void step.current++, []);
  /** Set in the event itself: a click that comes right after Go must find that its folder is not shown yet. */
  const [isGoing, setGoing] = useState(false);
  const go = (to: string): void => {
    step.current++;
    setGoing(false);
    setFolder(to);
    setTyped(null);
  };
  /** What stands in the field, gone to or not; null where that is the folder that is shown. */
  const typedFolder = typed === null || typed.trim() === '' ? null : typed.trim();
  /** Takes a file that was typed, or goes to its folder to save under its name; anything else is looked into as a folder. */
  const goTyped = async (place: string): Promise<void> => {
    if (request.kind === 'folder') return go(place);
    const mine = ++step.current;
    setGoing(true);
    // The listing shows the error if the host cannot read the folder.
    const found = await typedPath(host, request, place).catch(() => ({ folder: place, file: null }));
    if (mine !== step.current) return;
    if (request.kind === 'file' && found.file !== null) return onChoose(found.file);
    if (found.file !== null) setName(partsOf(found.file).name);
    go(found.folder);
  };
  const submitTyped = (event: FormEvent): void => {
    event.preventDefault();
    if (typedFolder !== null) void goTyped(typedFolder);
  };
  const save = ({ folder: into, separator }: FolderListing): void => {
    // Nobody saves into a folder but the one whose address he sees; what is in it is shown first.
    if (typedFolder !== null && typedFolder !== into) void goTyped(typedFolder);
    else onChoose(`${into.replace(/[\\/]$/, '')}${separator}${name}`);
  };
  /** The folder that is being read is not the one that is still shown. */
  const isLooking = listing.isPending || listing.isPlaceholderData || isGoing;
  const shown = listing.data;
  useEffect(() => {
    // Not where it is asked for: the answer to an earlier question may come last.
    if (shown !== undefined && !isLooking) lastFolders[request.kind] = shown.folder;
  }, [shown, isLooking, request.kind]);
  const address = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    // An address that comes while the field is in use would put the caret behind it, and what is typed then as well.
    if (typed === null && address.current === document.activeElement) address.current?.select();
  }, [shown?.folder, typed]);
  return (
    <Stack gap="sm">
      <form onSubmit={submitTyped}>
        <Group align="end" gap="xs" wrap="nowrap">
          <TextInput
            ref={address}
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
          onFile={request.kind === 'file' ? onChoose : null}
          empty={t(request.kind === 'folder' ? 'paths.emptyFolder' : 'paths.empty')}
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
        <SaveName name={name} onName={setName} listing={shown} isLooking={isLooking} onSave={() => save(shown)} />
      )}
    </Stack>
  );
}

function SaveName(props: {
  name: string;
  onName: (name: string) => void;
  listing: FolderListing;
  isLooking: boolean;
  onSave: () => void;
}): ReactNode {
  const { name, onName, listing, isLooking, onSave } = props;
  const { t } = useTranslation();
  const replaces = listing.entries.some((entry) => entry.kind === 'file' && entry.name === name);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (name !== '' && !isLooking) onSave();
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
