import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTexts } from '../../locales/use-texts';
import type { FolderListing } from '../../../shared/processes/shell-contract';
import { ErrorNotice } from '../ErrorNotice';
import { folderToBegin } from '../../../shared/processes/last-folders';
import { today } from '../../../shared/values/day';
import { freeFileName } from '../../../shared/values/file-name';
import { noteFolder, useLastFolders } from '../../stores/last-folders';
import { FolderEntries } from './FolderEntries';
import type { PathRequest } from '../../connection/path-request';
import type { ShellClient } from '../../connection/shell';

/** Shows all files when picking a folder, so that it can be recognised. */
const extensionsOf = (request: PathRequest): string[] =>
  request.kind === 'folder' ? ['*'] : request.filter.extensions;

const extensionOf = (name: string): string => /\.[^.]+$/.exec(name)?.[0].toLowerCase() ?? '';

/** Splits an absolute path in the host's form into folder and name. */
function partsOf(path: string): { folder: string; name: string } {
  const cut = path.lastIndexOf(path.startsWith('/') ? '/' : '\\') + 1;
  return { folder: path.slice(0, cut), name: path.slice(cut) };
}

/**
 * Resolves a typed path: the folder to go to, and the file that exists there or may be created.
 * @throws if the host cannot tell
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

const proposedIn = (request: PathRequest, listing: FolderListing | undefined): string =>
  request.kind === 'save'
    ? freeFileName(request.suggestedName, listing?.entries.map(({ name }) => name) ?? [], today())
    : '';

/** Browses one folder at a time: a click or Enter opens a folder, or picks a file. */
export function PathBrowser(props: {
  host: ShellClient['host'];
  page: ShellClient['page'];
  request: PathRequest;
  onChoose: (path: string) => void;
}): ReactNode {
  const { host, page, request } = props;
  const onChoose = (path: string): void => {
    if (request.kind !== 'folder') noteFolder(request, partsOf(path).folder.replace(/(?<=[^:\\/])[\\/]$/, ''));
    props.onChoose(path);
  };
  const t = useTexts();
  const [begun] = useState(() => folderToBegin(useLastFolders.getState(), request));
  const [folder, setFolder] = useState(begun);
  const [typed, setTyped] = useState<string | null>(null);
  const [typedName, setName] = useState<string | null>(null);
  const files = extensionsOf(request);
  const listing = useQuery({
    queryKey: ['shell', 'folder', folder, files],
    queryFn: () => page.listFolder({ files, ...(folder !== null && { folder }) }),
    staleTime: 0,
    placeholderData: (before) => before,
  });
  /** Counts requests by click or Go: answers to earlier ones are dropped. */
  const step = useRef(0);
  useEffect(() => () => void step.current++, []);
  /** Set in the event handler itself, so that a click right after Go finds its folder not shown yet. */
  const [isGoing, setGoing] = useState(false);
  const go = (to: string): void => {
    step.current++;
    setGoing(false);
    setFolder(to);
    setTyped(null);
  };
  /** The text in the field; null if it is empty or untouched. */
  const typedFolder = typed === null || typed.trim() === '' ? null : typed.trim();
  /** Picks a typed file, or goes to its folder to save under its name; anything else opens as a folder. */
  const goTyped = async (place: string): Promise<void> => {
    if (request.kind === 'folder') return go(place);
    const mine = ++step.current;
    setGoing(true);
    // If the host cannot read the folder, the listing shows the error.
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
  const save = async ({ folder: into, separator }: FolderListing): Promise<void> => {
    const fileIn = (place: string): string => `${place.replace(/[\\/]$/, '')}${separator}${name}`;
    if (typedFolder === null || typedFolder === into) return onChoose(fileIn(into));
    // A typed folder is saved into at once where that replaces nothing; otherwise it is opened first, with a warning.
    const mine = ++step.current;
    setGoing(true);
    const kindOf = (path: string): Promise<string | null> =>
      host.pathState({ path }).then(
        ({ kind }) => kind,
        () => null,
      );
    const isFree = (await kindOf(typedFolder)) === 'folder' && (await kindOf(fileIn(typedFolder))) === 'missing';
    if (mine !== step.current) return;
    if (isFree) onChoose(fileIn(typedFolder));
    else await goTyped(typedFolder);
  };
  /** The shown folder is not the one being read. */
  const isLooking = listing.isPending || listing.isPlaceholderData || isGoing;
  const shown = listing.data;
  /** What is proposed lies beside the files of the folder; what a person typed may replace one. */
  const name = typedName ?? proposedIn(request, shown);
  useEffect(() => {
    // Set here, not on request: the answer to an earlier request may arrive last.
    if (shown !== undefined && !isLooking && request.kind !== 'save') noteFolder(request, shown.folder);
  }, [shown, isLooking, request]);
  const isGone = listing.isError && folder !== null && folder === begun;
  // A folder that is gone since begins nothing.
  useEffect(() => {
    if (isGone) setFolder(null);
  }, [isGone]);
  const address = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    // Selects an address that arrives while the field has the focus; otherwise the caret would end up behind it.
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
            // A folder that is not found stays to be corrected.
            value={typed ?? shown?.folder ?? folder ?? ''}
            onFocus={({ currentTarget }) => typed === null && currentTarget.select()}
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
        <SaveName name={name} onName={setName} listing={shown} isLooking={isLooking} onSave={() => void save(shown)} />
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
  const t = useTexts();
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
