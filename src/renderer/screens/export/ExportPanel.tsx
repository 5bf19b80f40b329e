/** Format, target, and what became of the export. */
import { Alert, Button, Group, SegmentedControl, Stack, Switch, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconFileExport } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportRecord, RunRecord } from '../../../shared/contract';
import { EXPORT_FORMAT_ROWS, EXPORT_FORMATS, type ExportFormat } from '../../../shared/export-formats';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Hash } from '../../components/Hash';
import { KeyValue } from '../../components/KeyValue';
import { Section } from '../../components/Section';
import { useEngine, useShell } from '../../connection/engine-context';
import { useKeyFile } from '../../actions/use-key-file';
import { useDatasets } from '../../stores/engine-data';
import { useEngineText } from '../../locales/engine-text';
import { useFormat } from '../../locales/format';
import { en } from '../../locales/en';
import { useMainActionStore } from '../../stores/main-action';

export function ExportPanel({
  run,
  format,
  onFormat,
  raw,
  onRaw,
}: {
  run: RunRecord;
  format: ExportFormat;
  onFormat: (format: ExportFormat) => void;
  raw: boolean;
  onRaw: (raw: boolean) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const shell = useShell();
  const dataset = useDatasets().data?.find(({ fingerprint }) => fingerprint === run.dataset.fingerprint);
  const [originals, setOriginals] = useState(false);
  const keyFile = useKeyFile();
  const exporting = useMutation({
    mutationFn: async (): Promise<ExportRecord | null> => {
      const { extension, fileName } = EXPORT_FORMAT_ROWS[format];
      const pseudonymKey = originals && dataset?.pseudonyms ? await keyFile('export', dataset.name) : undefined;
      if (pseudonymKey === null) return null;
      const out = await shell.user.pickSaveFile({
        suggestedName: `${fileName(run.runId)}.${extension}`,
        filter: { name: t(`exporting.formats.${format}`), extensions: [extension] },
      });
      if (out === null) return null;
      const record = await client.runs.export({
        runId: run.runId,
        out,
        format,
        raw,
        ...(pseudonymKey && { pseudonymKey }),
      });
      await cache.invalidateQueries({ queryKey: queries.runs.exports.key() });
      return record;
    },
  });
  const label = t('exporting.go');
  useExportAction(label, () => exporting.mutate());
  return (
    <Section title={t('exporting.format')}>
      <Stack gap="md" align="flex-start">
        <div>
          <SegmentedControl
            aria-label={t('exporting.format')}
            value={format}
            onChange={(value) => {
              onFormat(value as ExportFormat);
              exporting.reset();
            }}
            data={EXPORT_FORMATS.map((value) => ({ value, label: t(`exporting.formats.${value}`) }))}
          />
          <Text size="sm" c="dimmed" mt={6}>
            {t(`exporting.formatHelp.${format}`)}
          </Text>
        </div>
        {EXPORT_FORMAT_ROWS[format].guardsTexts && (
          <Switch
            label={t('exporting.raw')}
            description={t('exporting.rawHelp')}
            checked={raw}
            onChange={(event) => onRaw(event.currentTarget.checked)}
          />
        )}
        {dataset?.pseudonyms !== undefined && (
          <Switch
            label={t('pseudonyms.originals')}
            description={t('pseudonyms.originalsHelp')}
            checked={originals}
            onChange={(event) => setOriginals(event.currentTarget.checked)}
          />
        )}
        <KeyValue
          facts={[
            [t('exporting.run'), `${run.name} (${run.runId})`],
            [t('exporting.watched'), t(`exporting.watchedPolicy.${run.recipe['scoring.watched']}`)],
          ]}
        />
        <Button
          loading={exporting.isPending}
          leftSection={<IconFileExport size={16} aria-hidden />}
          onClick={() => exporting.mutate()}
        >
          {label}
        </Button>
        {exporting.error !== null && (
          <ErrorNotice title={t('exporting.failed')} error={exporting.error} onRetry={() => exporting.mutate()} />
        )}
        {exporting.data && <Exported record={exporting.data} />}
      </Stack>
    </Section>
  );
}

function useExportAction(label: string, run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const action = { label, run: () => latest.current(), blocked: null };
    useMainActionStore.setState({ action });
    return () => {
      if (useMainActionStore.getState().action === action) useMainActionStore.setState({ action: null });
    };
  }, [label]);
}

function Exported({ record }: { record: ExportRecord }): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { desktop } = useShell();
  return (
    <Alert
      w="100%"
      variant="light"
      role="status"
      icon={<IconCircleCheck aria-hidden />}
      title={t('exporting.done')}
      styles={{ title: { color: 'var(--shelfwise-good)' } }}
    >
      <KeyValue
        facts={[
          [t('exporting.path'), record.path],
          [t('exporting.hash'), <Hash key="hash" value={record.sha256} whole />],
          [t('exporting.listLength'), format.count(record.profiles)],
        ]}
      />
      <Checks checks={record.checks} />
      {desktop !== null && (
        <Button mt="xs" size="xs" variant="default" onClick={() => void desktop.showInFolder({ path: record.path })}>
          {t('common.showInFolder')}
        </Button>
      )}
    </Alert>
  );
}

type KnownCheck = keyof typeof en.exporting.check;
const isKnown = (check: string): check is KnownCheck => Object.hasOwn(en.exporting.check, check);

function Checks({ checks }: Pick<ExportRecord, 'checks'>): ReactNode {
  const { t } = useTranslation();
  const engineText = useEngineText();
  return (
    <Stack gap={4} mt="xs" component="ul" p={0} style={{ listStyle: 'none' }} aria-label={t('exporting.checks')}>
      {checks.map(({ check, passed, detail, said }) => (
        <Group key={check} component="li" gap="sm" wrap="nowrap" align="flex-start">
          {passed ? (
            <IconCircleCheck size={17} color="var(--shelfwise-good)" role="img" aria-label={t('exporting.passed')} />
          ) : (
            <IconCircleX size={17} color="var(--shelfwise-problem)" role="img" aria-label={t('exporting.notPassed')} />
          )}
          <Text size="sm" component="span">
            {isKnown(check) ? t(`exporting.check.${check}`) : check}
            <Text span size="sm" c="dimmed">
              {' '}
              {engineText({ message: detail, said })}
            </Text>
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
