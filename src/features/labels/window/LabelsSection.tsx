import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
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
import { dropLabelDraft, keepLabelDraft, type LabelDraft, tidyLabels, useLabelDraft } from './label-drafts';
import { LabelsTable } from './LabelsTable';
import { LabelVersions } from './LabelVersions';
import { PosterFolder } from './PosterFolder';

/**
 * Display settings of the data set: names of attributes and values, colours of genres, time zone, pictures of titles.
 */
export function LabelsSection({ dataset }: { dataset: Dataset }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const saved = useQuery(queries.labels.get.queryOptions({ input: { data: dataset.fingerprint } }));
  return (
    <Section title={t('labels.title')} description={t('labels.lead')}>
      <Query of={saved}>{(labels) => <LabelEditor dataset={dataset} saved={labels} />}</Query>
    </Section>
  );
}

function LabelEditor({ dataset, saved }: { dataset: Dataset; saved: Labels }): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const data = dataset.fingerprint;
  const draft = useLabelDraft(data);
  const labels: LabelDraft = draft ?? saved;
  const change = (part: Partial<LabelDraft>): void => {
    const { entries, colours, timeZone, genres, posters, revision } = labels;
    keepLabelDraft(data, { entries, colours, timeZone, genres, posters, revision, ...part });
  };
  const save = useMutation({
    mutationFn: ({ entries, colours, timeZone, posters, revision }: LabelDraft) =>
      client.labels.set({ data, revision, entries: tidyLabels(entries), colours, timeZone, posters: posters ?? null }),
    onSuccess: async (now) => {
      cache.setQueryData(queries.labels.get.queryKey({ input: { data } }), now);
      dropLabelDraft(data);
      await Promise.all([
        cache.invalidateQueries({ queryKey: queries.labels.history.key() }),
        cache.invalidateQueries({ queryKey: queries.labels.poster.key() }),
      ]);
    },
  });
  const discard = (): void => {
    dropLabelDraft(data);
    save.reset();
    void cache.invalidateQueries({ queryKey: queries.labels.key() });
  };
  return (
    <Stack gap="md">
      <Group align="flex-end" gap="md" justify="space-between">
        <TimeZone value={labels.timeZone} onChange={(timeZone) => change({ timeZone })} />
        <Group gap="xs" align="flex-end">
          <ReadTable data={data} onRead={(read) => change({ entries: mergeEntries(labels.entries, read.entries) })} />
          <VersionsPopover size={30} name={t('labels.title')}>
            {(close) => (
              <LabelVersions
                data={data}
                onRestored={(now) => {
                  cache.setQueryData(queries.labels.get.queryKey({ input: { data } }), now);
                  void cache.invalidateQueries({ queryKey: queries.labels.poster.key() });
                  dropLabelDraft(data);
                  close();
                }}
              />
            )}
          </VersionsPopover>
        </Group>
      </Group>
      <PosterFolder data={data} folder={labels.posters ?? null} onChange={(posters) => change({ posters })} />
      <LabelsTable dataset={dataset} labels={labels} onChange={change} />
      {save.error !== null && <ErrorNotice title={t('labels.failed')} error={save.error} />}
      <Group gap="sm">
        <Text size="sm" role="status">
          {draft === null ? '' : t('labels.unsaved')}
        </Text>
        {draft !== null && (
          <>
            <Button size="compact-md" loading={save.isPending} onClick={() => save.mutate(draft)}>
              {t('labels.save')}
            </Button>
            <Button size="compact-md" variant="default" onClick={discard}>
              {t('labels.discard')}
            </Button>
          </>
        )}
      </Group>
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
