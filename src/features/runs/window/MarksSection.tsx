import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { IconArchive, IconArchiveOff } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { hasLists, type Run } from '../../../shared/contract/run-life';
import { LONGEST_NOTE, LONGEST_RUN_NAME } from '../../../shared/limits';
import { useInUseText } from '../../../renderer/actions/use-in-use-text';
import { UseRun } from '../../../renderer/actions/UseRun';
import { Section } from '../../../renderer/components/Section';
import { StarButton } from './StarButton';
import { useMark } from './use-mark';

/** Edits the marks on a run: name, note, archived. The record itself never changes. */
export function MarksSection({ run }: { run: Run }): ReactNode {
  const t = useTexts();
  const mark = useMark(run);
  const inUse = useInUseText()(run);
  const { archived } = run.marks;
  return (
    <Section
      title={t('runs.marks')}
      description={inUse ?? t('runs.marksHelp')}
      actions={
        <>
          {run.status === 'finished' && hasLists(run) && <UseRun run={run} />}
          <StarButton run={run} />
          <Button
            size="xs"
            variant="default"
            leftSection={archived ? <IconArchiveOff size={14} aria-hidden /> : <IconArchive size={14} aria-hidden />}
            onClick={() => void mark({ archived: !archived })}
          >
            {t(archived ? 'runs.unarchive' : 'runs.archive')}
          </Button>
        </>
      }
    >
      {/* Resets the fields when another window changes the marks. */}
      <MarksForm key={run.marks.revision} run={run} />
    </Section>
  );
}

function MarksForm({ run }: { run: Run }): ReactNode {
  const t = useTexts();
  const mark = useMark(run);
  const [name, setName] = useState(run.name);
  const [note, setNote] = useState(run.marks.note);
  const isChanged = name.trim() !== run.name || note !== run.marks.note;
  // An empty name restores the one in the record.
  const save = (): Promise<boolean> =>
    mark({ ...(name.trim() !== run.name && { name: name.trim() === '' ? null : name.trim() }), note });
  return (
    <Stack
      gap="sm"
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextInput
        label={t('runs.name')}
        value={name}
        maxLength={LONGEST_RUN_NAME}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        label={t('runs.note')}
        placeholder={t('runs.notePlaceholder')}
        value={note}
        maxLength={LONGEST_NOTE}
        autosize
        minRows={2}
        maxRows={10}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {isChanged && (
        <Group gap="xs">
          <Button size="xs" type="submit">
            {t('runs.saveMarks')}
          </Button>
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              setName(run.name);
              setNote(run.marks.note);
            }}
          >
            {t('common.cancel')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
