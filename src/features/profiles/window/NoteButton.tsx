import { Button, Group, Kbd, Popover, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHistory, IconNote } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Note } from '../../../shared/contract/kept';
import { LONGEST_NOTE } from '../../../shared/limits';
import { EarlierVersions } from '../../../renderer/components/EarlierVersions';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { Query } from '../../../renderer/components/Query';
import { useKeys } from '../../../renderer/components/use-keys';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { addUndo } from '../../../renderer/stores/notices';
import { dropNoteDraft, keepNoteDraft, useNoteDraft } from '../../../renderer/stores/note-drafts';

/** A curator's note on the profile, shown to anyone who opens it next. */
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
  const isDrafted = useNoteDraft(data, profile) !== null;
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
          variant={isNoted || isDrafted ? 'light' : 'default'}
          leftSection={<IconNote size={16} aria-hidden />}
          rightSection={<Kbd size="sm">N</Kbd>}
          onClick={toggle}
        >
          {t(isDrafted ? 'compare.noteUnsaved' : isNoted ? 'compare.noteShow' : 'compare.note')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('compare.noteOn', { profile })}>
        <Query of={note}>
          {(read) => (
            <NoteForm key={`${profile} ${read.revision}`} data={data} profile={profile} note={read} onDone={close} />
          )}
        </Query>
      </Popover.Dropdown>
    </Popover>
  );
}

function NoteForm({
  data,
  profile,
  note,
  onDone,
}: {
  data: string;
  profile: string;
  note: Note;
  onDone: () => void;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const draft = useNoteDraft(data, profile);
  const { text, revision } = draft ?? note;
  const [showsVersions, { toggle: toggleVersions }] = useDisclosure(false);
  const refresh = async (written: Note): Promise<void> => {
    cache.setQueryData(queries.profiles.note.queryKey({ input: { data, profile } }), written);
    await Promise.all([
      cache.invalidateQueries({ queryKey: queries.profiles.page.key() }),
      cache.invalidateQueries({ queryKey: queries.profiles.noteHistory.key() }),
    ]);
  };
  const tellDeleted = (written: Note): void =>
    void addUndo(
      (say) => say('compare.noteDeleted', { profile }),
      ['compare', 'profiles'],
      async () =>
        refresh(await client.profiles.restoreNote({ data, profile, revision: written.revision, to: note.revision })),
      {
        key: queries.profiles.key(),
        isStill: async () => (await client.profiles.note({ data, profile })).revision === written.revision,
      },
    );
  const save = useMutation({
    mutationFn: (typed: string) => client.profiles.setNote({ data, profile, text: typed.trim(), revision }),
    onSuccess: async (written) => {
      dropNoteDraft(data, profile);
      await refresh(written);
      if (written.text === '' && note.text !== '') tellDeleted(written);
      onDone();
    },
  });
  return (
    <Stack gap="xs">
      <Textarea
        label={t('compare.noteOn', { profile })}
        autosize
        minRows={4}
        maxRows={12}
        maxLength={LONGEST_NOTE}
        data-autofocus
        value={text}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || save.isPending) return;
          event.preventDefault();
          save.mutate(text);
        }}
        aria-keyshortcuts="Control+Enter"
        onChange={(event) => keepNoteDraft(data, profile, { text: event.currentTarget.value, revision })}
      />
      <Text size="xs" c="dimmed">
        {draft !== null
          ? t('compare.noteDraft')
          : note.changedAt === null || note.text === ''
            ? t('compare.noteLead')
            : t('compare.noteChanged', { moment: format.moment(note.changedAt) })}
      </Text>
      {save.error !== null && <ErrorNotice title={t('compare.noteFailed')} error={save.error} />}
      {showsVersions && (
        <NoteVersions
          data={data}
          profile={profile}
          onRestored={async (restored) => {
            dropNoteDraft(data, profile);
            await refresh(restored);
          }}
        />
      )}
      <Group justify="flex-end" gap="xs">
        {note.revision > 0 && (
          <Button
            size="xs"
            variant="subtle"
            mr="auto"
            aria-expanded={showsVersions}
            leftSection={<IconHistory size={14} aria-hidden />}
            onClick={toggleVersions}
          >
            {t('versions.title')}
          </Button>
        )}
        {note.text !== '' && (
          <Button size="xs" variant="default" disabled={save.isPending} onClick={() => save.mutate('')}>
            {t('compare.noteDelete')}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            dropNoteDraft(data, profile);
            onDone();
          }}
        >
          {t(draft === null ? 'common.cancel' : 'compare.noteDrop')}
        </Button>
        <Button size="xs" loading={save.isPending} title="Ctrl+Enter" onClick={() => save.mutate(text)}>
          {t('compare.noteSave')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Earlier versions of the note. Restoring one is a change like any other. */
function NoteVersions({
  data,
  profile,
  onRestored,
}: {
  data: string;
  profile: string;
  onRestored: (note: Note) => Promise<void>;
}): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const history = useQuery(queries.profiles.noteHistory.queryOptions({ input: { data, profile } }));
  const use = useMutation({
    mutationFn: (change: { revision: number; to: number }) => client.profiles.restoreNote({ data, profile, ...change }),
    onSuccess: onRestored,
  });
  return (
    <Query of={history}>
      {({ revision, versions }) => (
        <>
          <EarlierVersions
            versions={versions}
            label={t('versions.title')}
            text={({ text }) => text || t('versions.emptyNote')}
            isBusy={use.isPending}
            onUse={({ revision: to }) => use.mutate({ revision, to })}
          />
          {use.error !== null && <ErrorNotice title={t('compare.noteFailed')} error={use.error} />}
        </>
      )}
    </Query>
  );
}
