import { Button, Stack, Text, Textarea } from '@mantine/core';
import { useDebouncedCallback, useDisclosure } from '@mantine/hooks';
import { IconHistory } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode, RefObject } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Note } from '../../../shared/contract/kept';
import { LONGEST_NOTE } from '../../../shared/limits';
import { EarlierVersions } from '../../../renderer/components/EarlierVersions';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { Query } from '../../../renderer/components/Query';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { addUndo } from '../../../renderer/stores/notices';
import { dropNoteDraft, keepNoteDraft, noteDraft, useNoteDraft } from '../../../renderer/stores/note-drafts';

/** Milliseconds without typing after which a note is saved: each save is a version that can be brought back. */
const TYPING_PAUSE = 1000;

interface Of {
  readonly data: string;
  readonly profile: string;
}

/** The note on a profile, saved by itself in a pause of typing and as one leaves it. @param label above the field; null where a heading says it */
export function NoteField({
  label,
  field,
  ...of
}: Of & { label: string | null; field?: RefObject<HTMLTextAreaElement | null> }): ReactNode {
  const { queries } = useEngine();
  const note = useQuery(queries.profiles.note.queryOptions({ input: of }));
  return (
    <Query of={note}>{(read) => <Field key={of.profile} {...of} note={read} label={label} field={field} />}</Query>
  );
}

function Field({
  data,
  profile,
  note,
  label,
  field,
}: Of & { note: Note; label: string | null; field: RefObject<HTMLTextAreaElement | null> | undefined }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const draft = useNoteDraft(data, profile);
  const [showsVersions, { toggle: toggleVersions }] = useDisclosure(false);
  const { client, queries } = useEngine();
  const history = useQuery(
    queries.profiles.noteHistory.queryOptions({ input: { data, profile }, enabled: showsVersions }),
  );
  const { save, refresh } = useSaving({ data, profile }, note);
  const saveSoon = useDebouncedCallback(() => save.mutate(), { delay: TYPING_PAUSE, flushOnUnmount: true });
  const saveNow = (): void => {
    saveSoon.cancel();
    if (draft !== null) save.mutate();
  };
  return (
    <Stack gap="2xs">
      <Textarea
        ref={field}
        {...(label === null ? { 'aria-label': t('compare.noteOn', { profile }) } : { label })}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={LONGEST_NOTE}
        data-autofocus
        value={draft?.text ?? note.text}
        onBlur={saveNow}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) saveNow();
          // The keys of the page work again.
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
        aria-keyshortcuts="Control+Enter"
        onChange={(event) => {
          keepNoteDraft(data, profile, {
            text: event.currentTarget.value,
            revision: draft?.revision ?? note.revision,
          });
          saveSoon();
        }}
      />
      <Text size="xs" c="dimmed" role="status">
        {draft !== null
          ? t('compare.noteDraft')
          : note.changedAt === null || note.text === ''
            ? t('compare.noteLead')
            : t('compare.noteChanged', { moment: format.moment(note.changedAt) })}
      </Text>
      {save.error !== null && <ErrorNotice title={t('compare.noteFailed')} error={save.error} />}
      {note.revision > 0 && (
        <Button
          size="xs"
          variant="subtle"
          style={{ alignSelf: 'start' }}
          aria-expanded={showsVersions}
          leftSection={<IconHistory size={14} aria-hidden />}
          onClick={toggleVersions}
        >
          {t('versions.title')}
        </Button>
      )}
      {showsVersions && (
        <EarlierVersions
          history={history}
          label={t('versions.title')}
          text={({ text: earlier }) => earlier || t('versions.emptyNote')}
          failed={t('compare.noteFailed')}
          restore={(step) => client.profiles.restoreNote({ data, profile, ...step })}
          onRestored={async (restored) => {
            dropNoteDraft(data, profile);
            await refresh(restored);
          }}
        />
      )}
    </Stack>
  );
}

/** Saves what is typed, one save after the other. */
function useSaving(of: Of, note: Note) {
  const { data, profile } = of;
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const refresh = async (written: Note): Promise<void> => {
    cache.setQueryData(queries.profiles.note.queryKey({ input: of }), written);
    await Promise.all([
      cache.invalidateQueries({ queryKey: queries.profiles.page.key() }),
      cache.invalidateQueries({ queryKey: queries.profiles.noteHistory.key() }),
    ]);
  };
  const tellDeleted = (written: Note): void =>
    void addUndo(
      (say) => say('compare.noteDeleted', { profile }),
      ['compare', 'profiles'],
      async () => refresh(await client.profiles.restoreNote({ ...of, revision: written.revision, to: note.revision })),
      {
        key: queries.profiles.key(),
        isStill: async () => (await client.profiles.note(of)).revision === written.revision,
      },
    );
  const save = useMutation({
    scope: { id: `note ${data} ${profile}` },
    mutationFn: async () => {
      const draft = noteDraft(data, profile);
      if (draft === null) return null;
      const { text, revision } = draft;
      return { text, written: await client.profiles.setNote({ ...of, text: text.trim(), revision }) };
    },
    onSuccess: async (saved) => {
      if (saved === null) return;
      const { text, written } = saved;
      // What was typed meanwhile is about the new version.
      const draft = noteDraft(data, profile);
      if (draft === null || draft.text === text) dropNoteDraft(data, profile);
      else keepNoteDraft(data, profile, { ...draft, revision: written.revision });
      await refresh(written);
      if (written.text === '' && note.text !== '') tellDeleted(written);
    },
    // Another program wrote meanwhile: what is typed goes upon its version, which stays among the earlier ones.
    onError: async () => {
      const draft = noteDraft(data, profile);
      const newest = await client.profiles.note(of);
      cache.setQueryData(queries.profiles.note.queryKey({ input: of }), newest);
      if (draft !== null) keepNoteDraft(data, profile, { ...draft, revision: newest.revision });
    },
  });
  return { save, refresh };
}
