import { Button, Kbd, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconNote } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useKeys } from '../../../renderer/components/use-keys';
import { useEngine } from '../../../renderer/connection/engine-context';
import { NoteField } from './NoteField';

/** A curator's note on the profile, shown to anyone who opens it next, where the page has no room for the field itself. */
export function NoteButton({ data, profile }: { data: string; profile: string }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const [opened, { toggle, close }] = useDisclosure(false);
  const note = useQuery(queries.profiles.note.queryOptions({ input: { data, profile } }));
  const openByKey = (event: KeyboardEvent): void => {
    // Otherwise the shortcut's letter would be typed into the field.
    event.preventDefault();
    toggle();
  };
  useKeys([['N', openByKey, { usePhysicalKeys: true }]]);
  const isNoted = (note.data?.text ?? '') !== '';
  const name = t('compare.noteOn', { profile });
  return (
    <Popover
      opened={opened}
      onChange={(open) => open || close()}
      width={440}
      position="bottom-end"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant={isNoted ? 'light' : 'default'}
          leftSection={<IconNote size={16} aria-hidden />}
          rightSection={<Kbd size="sm">N</Kbd>}
          onClick={toggle}
        >
          {t(isNoted ? 'compare.noteShow' : 'compare.note')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={name}>
        <NoteField data={data} profile={profile} label={name} />
      </Popover.Dropdown>
    </Popover>
  );
}
