import { Button, ScrollArea, Stack, Text } from '@mantine/core';
import { IconCornerLeftUp, IconFile, IconFolder } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../locales/use-texts';
import type { FolderListing } from '../../../shared/processes/shell-contract';

const HEIGHT = 320;

function Entry(props: { icon: ReactNode; name: string; onClick: (() => void) | null }): ReactNode {
  const { icon, name, onClick } = props;
  if (onClick === null)
    return (
      <Text size="sm" c="dimmed" px="sm" py="xs">
        {name}
      </Text>
    );
  return (
    <Button variant="subtle" color="gray" size="sm" justify="start" leftSection={icon} onClick={onClick}>
      {name}
    </Button>
  );
}

/** The contents of a folder as a list of buttons. */
export function FolderEntries(props: {
  listing: FolderListing;
  onFolder: (folder: string) => void;
  /** Null shows files without selecting them: to recognise a folder, or to see taken names. */
  onFile: ((file: string) => void) | null;
  /** Text of an empty list. */
  empty: string;
  note: string | null;
}): ReactNode {
  const { listing, onFolder, onFile, empty, note } = props;
  const t = useTexts();
  const { parent, entries } = listing;
  return (
    <ScrollArea.Autosize mah={HEIGHT} role="group" aria-label={t('paths.list')} viewportProps={{ tabIndex: 0 }}>
      <Stack gap={0} align="stretch">
        {parent !== null && (
          <Entry icon={<IconCornerLeftUp size={16} />} name={t('paths.up')} onClick={() => onFolder(parent)} />
        )}
        {entries.map(({ kind, name, path }) => (
          <Entry
            key={path}
            name={name}
            icon={kind === 'folder' ? <IconFolder size={16} /> : <IconFile size={16} />}
            onClick={kind === 'folder' ? () => onFolder(path) : onFile && (() => onFile(path))}
          />
        ))}
        {entries.length === 0 && (
          <Text size="sm" c="dimmed" p="sm">
            {empty}
          </Text>
        )}
        {note !== null && (
          <Text size="sm" p="sm">
            {note}
          </Text>
        )}
      </Stack>
    </ScrollArea.Autosize>
  );
}
