import { Alert, Button } from '@mantine/core';
import { IconCircleCheck, IconFolderPlus, IconRefresh, IconSchool } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useLocation, useParams } from 'wouter';
import type { Dataset, Mapping } from '../../../shared/contract/dataset';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { OfferedRules } from '../../../renderer/components/rules/OfferedRules';
import { Screen } from '../../../renderer/components/Screen';
import { Section } from '../../../renderer/components/Section';
import { WorkProgress } from '../../../renderer/components/WorkProgress';
import { useShowPart } from '../../../renderer/components/use-show-part';
import { NoData } from '../../../renderer/actions/NoData';
import { useAdding } from './use-adding';
import { lastPart, useOpenings } from '../../../renderer/actions/use-opening';
import { useEngine } from '../../../renderer/connection/engine-context';
import { forgetWork, useWork } from '../../../renderer/stores/activity';
import { useActiveDataset, useDatasets } from '../../../renderer/stores/engine-data';
import { useMainAction } from '../../../renderer/stores/main-action';
import { leaveOpening, useOpening } from '../../../renderer/stores/opening';
import { AddedData } from './AddedData';
import { ActivitySection } from './ActivitySection';
import { DatasetFacts } from './DatasetFacts';
import { DeleteDataset } from './DeleteDataset';
import { FilesTable } from './FilesTable';
import { Findings } from './Findings';
import { ImportFailed } from './ImportFailed';
import { LABELS_PART, LabelsSection } from '../../labels/window/public';
import { BackButton, LookAtFolder } from './LookAtFolder';
import { MappingForm } from './MappingForm';
import { RowIssues, type WhichRows } from './RowIssues';
import { SourceNotice } from './SourceNotice';
import { useMappingForm } from './use-mapping-form';
import { UnreadableDatasets } from './UnreadableDatasets';

/** The open data set: what was read, what was repaired or rejected, and what deserves a look. */
export function DataScreen(): ReactNode {
  const t = useTexts();
  const datasets = useDatasets();
  const dataset = useActiveDataset();
  const { step, folder } = useOpening();
  const work = useWork('import', folder);
  const isDone = work?.state.kind === 'done';
  // The "read" notice stays until another screen opens.
  useEffect(
    () => () => {
      if (isDone && folder !== null) forgetWork('import', folder);
    },
    [isDone, folder],
  );
  if (step === 'look' && folder !== null)
    return (
      <LookAtFolder
        key={folder}
        folder={folder}
        back={
          <BackButton
            name={dataset === null ? t('data.look.leave') : t('data.backTo', { name: dataset.name })}
            onClick={leaveOpening}
          />
        }
      />
    );
  // If another folder could not be read, the screen is about that folder until the curator goes back.
  if (dataset !== null && folder !== null && folder !== dataset.folder && work?.state.kind === 'failed')
    return (
      <Screen
        key={folder}
        title={t('data.openFailed', { name: lastPart(folder) })}
        subtitle={folder}
        actions={
          <BackButton name={t('data.backTo', { name: dataset.name })} onClick={() => forgetWork('import', folder)} />
        }
      >
        <FromTheTop />
        <ImportState />
      </Screen>
    );
  if (dataset !== null)
    return (
      <OpenDataset key={dataset.fingerprint} dataset={dataset}>
        <ImportState />
      </OpenDataset>
    );
  return (
    <Screen title={t('shell.screen.data')}>
      <ImportState />
      <UnreadableDatasets />
      {datasets.error !== null && <ErrorNotice error={datasets.error} onRetry={() => void datasets.refetch()} />}
      {work?.state.kind !== 'running' && datasets.data !== undefined && <NoData of="data" />}
    </Screen>
  );
}

/** Scrolls to the top when one screen replaces another at the same address. */
function FromTheTop(): ReactNode {
  const top = useRef<HTMLSpanElement>(null);
  // Not as the value of the arrow: newer browsers answer a scroll with a promise, which React would call as a clean-up.
  useEffect(() => {
    top.current?.closest('[data-region] > :last-child')?.scrollTo(0, 0);
  }, []);
  return <span ref={top} hidden />;
}

function OpenDataset({ dataset, children }: { dataset: Dataset; children: ReactNode }): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  const { part } = useParams<{ part?: string }>();
  useShowPart(part === LABELS_PART ? part : null);
  const { readFolder } = useOpenings();
  const add = useAdding();
  const [which, setWhich] = useState<WhichRows>('all');
  const train = t('data.train');
  useMainAction({ label: train, run: () => go('/train'), blocked: null });
  return (
    <Screen
      title={dataset.name}
      subtitle={dataset.folder}
      actions={
        <>
          <DeleteDataset dataset={dataset} />
          {dataset.added === undefined && (
            <Button
              variant="default"
              leftSection={<IconRefresh size={16} aria-hidden />}
              onClick={() => void readFolder(dataset.folder, dataset.mapping ?? undefined)}
            >
              {t('data.readAgain')}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconFolderPlus size={16} aria-hidden />}
            onClick={() => void add(dataset)}
          >
            {t('adding.button')}
          </Button>
          <Button leftSection={<IconSchool size={16} aria-hidden />} onClick={() => go('/train')}>
            {train}
          </Button>
        </>
      }
    >
      {children}
      <AddedData dataset={dataset} />
      <UnreadableDatasets />
      <SourceNotice dataset={dataset} />
      <OfferedRules data={dataset.fingerprint} />
      <div data-tour="data">
        <Findings dataset={dataset} onShowRejected={() => setWhich('rejected')} />
      </div>
      <div data-tour-tells="data">
        <DatasetFacts dataset={dataset} />
      </div>
      <FilesTable files={dataset.files} />
      <RowIssues dataset={dataset} which={which} onWhich={setWhich} />
      <ActivitySection dataset={dataset} />
      <LabelsSection dataset={dataset} />
      {dataset.mapping !== null && <MappedColumns folder={dataset.folder} mapping={dataset.mapping} />}
    </Screen>
  );
}

/** For a folder read by a mapping: what each column was read as, with a way to change it and read again. */
function MappedColumns({ folder, mapping }: { folder: string; mapping: Mapping }): ReactNode {
  const { queries } = useEngine();
  const { data: view } = useQuery(queries.datasets.look.queryOptions({ input: { folder }, gcTime: 0, retry: false }));
  const form = useMappingForm(mapping);
  return <MappingForm folder={folder} form={form} mapping={mapping} view={view ?? null} />;
}

/** The state of the last import of a folder. */
function ImportState(): ReactNode {
  const t = useTexts();
  const { folder, mapping } = useOpening();
  const work = useWork('import', folder);
  if (work === null || folder === null) return null;
  switch (work.state.kind) {
    case 'running':
      return (
        <Section title={t('data.reading')} description={t('data.readingBody')}>
          <WorkProgress work={work} />
        </Section>
      );
    case 'failed':
      return <ImportFailed key={folder} folder={folder} mapping={mapping} error={work.state.error} />;
    case 'stopped':
      return (
        <Alert variant="light" color="gray" role="status">
          {t('data.stopped')}
        </Alert>
      );
    case 'done':
      // What was read is on the screen.
      return work.state.result.imported ? (
        <span role="status" className="shelfwise-visually-hidden">
          {t('data.imported')}
        </span>
      ) : (
        <Alert variant="light" role="status" icon={<IconCircleCheck aria-hidden />} py="xs">
          {t('data.already')}
        </Alert>
      );
  }
}
