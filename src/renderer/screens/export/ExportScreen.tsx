/** Exports the lists of the run that is shown: the format, a preview, the checks, the file's hash. */
import { Button } from '@mantine/core';
import { IconFileExport, IconSchool, IconUserX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { hasLists, type RunRecord } from '../../../shared/contract';
import { DEFAULT_EXPORT_FORMAT, type ExportFormat } from '../../../shared/export-formats';
import { EmptyState } from '../../components/EmptyState';
import { Screen } from '../../components/Screen';
import { useEngineText } from '../../locales/engine-text';
import { useActiveRun } from '../../stores/engine-data';
import { EarlierExports } from './EarlierExports';
import { ExportPanel } from './ExportPanel';
import { Preview } from './Preview';

export function ExportScreen(): ReactNode {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const run = useActiveRun();
  const engineText = useEngineText();
  if (run?.forgotten !== undefined)
    return (
      <Screen title={t('shell.screen.export')}>
        <EmptyState icon={IconUserX} title={t('privacy.runForgotten')} body={engineText(run.forgotten)} />
      </Screen>
    );
  if (run === null || !hasLists(run))
    return (
      <Screen title={t('shell.screen.export')}>
        <EmptyState icon={IconFileExport} title={t('exporting.empty')} body={t('exporting.emptyBody')}>
          <Button leftSection={<IconSchool size={16} aria-hidden />} onClick={() => go('/train')}>
            {t('exporting.train')}
          </Button>
        </EmptyState>
      </Screen>
    );
  return <ExportOf key={run.runId} run={run} />;
}

function ExportOf({ run }: { run: RunRecord }): ReactNode {
  const { t } = useTranslation();
  const [format, setFormat] = useState<ExportFormat>(DEFAULT_EXPORT_FORMAT);
  const [raw, setRaw] = useState(false);
  return (
    <Screen title={t('shell.screen.export')} subtitle={t('exporting.lead', { run: run.name })}>
      <ExportPanel run={run} format={format} onFormat={setFormat} raw={raw} onRaw={setRaw} />
      <Preview run={run} format={format} raw={raw} />
      <EarlierExports run={run} />
    </Screen>
  );
}
