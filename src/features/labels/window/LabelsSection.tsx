import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Dataset } from '../../../shared/contract/dataset';
import { type LabelFile, type Labels, mergeEntries } from '../../../shared/contract/labels';
import { isKnownTimeZone } from '../../../shared/values/time-zone';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { Query } from '../../../renderer/components/Query';
import { Section } from '../../../renderer/components/Section';
import { VersionsPopover } from '../../../renderer/components/VersionsPopover';
import { useEngine, useShell } from '../../../renderer/connection/engine-context';
import { dropAllTyped, useTypedLabels } from './label-drafts';
import { LabelsTable } from './LabelsTable';
import { LabelVersions } from './LabelVersions';
import { PosterFolder } from './PosterFolder';
import { labelOf, useSaveLabels } from './use-save-labels';

/** The ID of this part of its screen. */
export const LABELS_PART = 'labels';

/**
 * Display settings of the data set: names of attributes and values, colours of genres, time zone, pictures of titles.
 */
export function LabelsSection({ dataset }: { dataset: Dataset }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const saved = useQuery(queries.labels.get.queryOptions({ input: { data: dataset.fingerprint } }));
  return (
    <Section id={LABELS_PART} title={t('labels.title')} description={t('labels.lead')}>
      <Query of={saved}>{(labels) => <LabelEditor dataset={dataset} saved={labels} />}</Query>
    </Section>
  );
}

/** What is typed is saved as the field is left; a choice as it is made. */
function LabelEditor({ dataset, saved }: { dataset: Dataset; saved: Labels }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const cache = useQueryClient();
  const data = dataset.fingerprint;
  const { save, saveTyped, error, isBusy, reset } = useSaveLabels(data);
  const unsaved = Object.values(useTypedLabels(data)).filter(({ failed }) => failed === true);
  const discard = (): void => {
    dropAllTyped(data);
    reset();
  };
  // On top of what is saved now: its reader has been told that it was changed.
  const saveAgain = async (): Promise<void> => {
    const { entries } = await cache.fetchQuery({
      ...queries.labels.get.queryOptions({ input: { data } }),
      staleTime: 0,
    });
    for (const typed of unsaved) await saveTyped({ ...typed, base: labelOf(entries, typed.of) });
  };
  return (
    <Stack gap="md">
      <Group align="flex-end" gap="md" justify="space-between">
        <TimeZone
          value={saved.timeZone}
          onChange={(timeZone) =>
            void save({
              told: (say) => say('labels.saved', { name: say('labels.timeZone') }),
              parts: () => ({ timeZone }),
            })
          }
        />
        <Group gap="xs" align="flex-end">
          <ReadTable
            data={data}
            onRead={({ entries: read }) =>
              void save({
                told: (say) => say('labels.added', { count: read.length }),
                parts: ({ entries }) => (read.length === 0 ? null : { entries: mergeEntries(entries, read) }),
              })
            }
          />
          <VersionsPopover size={30} name={t('labels.title')}>
            {(close) => (
              <LabelVersions
                data={data}
                onRestored={(now) => {
                  cache.setQueryData(queries.labels.get.queryKey({ input: { data } }), now);
                  void cache.invalidateQueries({ queryKey: queries.labels.poster.key() });
                  void cache.invalidateQueries({ queryKey: queries.labels.history.key() });
                  dropAllTyped(data);
                  close();
                }}
              />
            )}
          </VersionsPopover>
        </Group>
      </Group>
      <PosterFolder
        data={data}
        folder={saved.posters ?? null}
        onChange={(posters) =>
          void save({
            told: (say) => say('labels.saved', { name: say('labels.posters.title') }),
            parts: () => ({ posters: posters ?? null }),
          })
        }
      />
      <Text size="xs" c="dimmed">
        {t('labels.savedAsLeft')}
      </Text>
      <LabelsTable
        dataset={dataset}
        labels={saved}
        onColours={(genre, colours) =>
          void save({
            told: (say) => say('labels.saved', { name: genre }),
            parts: (now) => ({ colours: colours(now.colours) }),
          })
        }
        onTyped={saveTyped}
      />
      {error !== null && <ErrorNotice title={t('labels.failed')} error={error} />}
      {unsaved.length > 0 && (
        <Group gap="sm">
          <Text size="sm" role="status">
            {t('labels.unsaved')}
          </Text>
          <Button size="compact-md" loading={isBusy} onClick={() => void saveAgain()}>
            {t('labels.save')}
          </Button>
          <Button size="compact-md" variant="default" onClick={discard}>
            {t('labels.discard')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function TimeZone({ value, onChange }: { value: string; onChange: (zone: string) => void }): ReactNode {
  const t = useTexts();
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
  return (
    <Select
      w={320}
      size="sm"
      label={t('labels.timeZone')}
      description={isKnownTimeZone(value) ? t('labels.timeZoneHelp') : t('labels.timeZoneUnknown')}
      data={zones.includes(value) ? zones : [value, ...zones]}
      value={value}
      searchable
      allowDeselect={false}
      limit={60}
      nothingFoundMessage={t('labels.timeZoneNone')}
      onChange={(zone) => zone !== null && onChange(zone)}
    />
  );
}

/** Number of skipped rows shown by name. */
const NAMED = 5;

function ReadTable({ data, onRead }: { data: string; onRead: (read: LabelFile) => void }): ReactNode {
  const t = useTexts();
  const { client } = useEngine();
  const shell = useShell();
  const [answer, setAnswer] = useState<LabelFile | { error: unknown } | null>(null);
  const read = async (): Promise<void> => {
    setAnswer(null);
    try {
      const file = await shell.user.pickFile({ name: 'CSV, Excel', extensions: ['csv', 'tsv', 'txt', 'xlsx'] });
      if (file === null) return;
      const found = await client.labels.readFile({ data, file });
      onRead(found);
      setAnswer(found);
    } catch (error) {
      setAnswer({ error });
    }
  };
  return (
    <Stack gap="xs">
      <Button
        size="xs"
        variant="default"
        style={{ alignSelf: 'flex-end' }}
        leftSection={<IconFileImport size={14} aria-hidden />}
        title={t('labels.readHelp')}
        onClick={() => void read()}
      >
        {t('labels.read')}
      </Button>
      {answer !== null &&
        ('error' in answer ? (
          <ErrorNotice title={t('labels.readFailed')} error={answer.error} onRetry={() => void read()} />
        ) : (
          <Alert variant="light" role="status" py="xs" color={answer.leftOut.length > 0 ? 'brick' : undefined}>
            {t('labels.added', { count: answer.entries.length })}
            {answer.leftOut.slice(0, NAMED).map(({ line, text, reason }) => (
              <div key={line}>{t('labels.leftOut', { line, text, why: t(`labels.why.${reason}`) })}</div>
            ))}
            {answer.leftOut.length > NAMED && t('labels.moreLeftOut', { count: answer.leftOut.length - NAMED })}
          </Alert>
        ))}
    </Stack>
  );
}
