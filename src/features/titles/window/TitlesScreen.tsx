import { Button, Group, SegmentedControl, Switch, Text } from '@mantine/core';
import { useDebouncedValue, useDocumentTitle, useMediaQuery } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useLocation, useParams } from 'wouter';
import { quantityAttributes } from '../../../shared/values/known-attributes';
import type { Dataset } from '../../../shared/contract/dataset';
import { DataGrid } from '../../../renderer/components/grid/DataGrid';
import { EmptyState } from '../../../renderer/components/EmptyState';
import { partOfPlace } from '../../../renderer/components/place';
import { NoData } from '../../../renderer/actions/NoData';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { ScreenTitle } from '../../../renderer/components/ScreenTitle';
import { SearchField } from '../../../renderer/components/SearchField';
import { useActiveDataset, useActiveRun, useDatasets } from '../../../renderer/stores/engine-data';
import { useStaleCount } from '../../../renderer/stores/use-stale-count';
import { TitlePanel } from './TitlePanel';
import { TogetherPanel } from './TogetherPanel';
import {
  setBeside,
  setBySeries,
  setNumbers,
  setTitleText,
  setTitleWhich,
  toggleSeries,
  useTitleList,
  type WhichTitles,
} from './title-list';
import { attributeOfColumn, columnOfAttribute, useTitleColumns } from './use-title-columns';
import { useTitlePages } from './use-title-pages';
import frame from '../../../renderer/components/frame.module.css';
import classes from './Titles.module.css';

/** Every title: who watched it and who gets it. Opening one shows details beside the list. */
export function TitlesScreen(): ReactNode {
  const t = useTexts();
  const dataset = useActiveDataset();
  const { isPending } = useDatasets();
  useDocumentTitle(`${t('shell.screen.titles')} · Shelfwise`);
  if (dataset !== null) return <TitlesOf key={dataset.fingerprint} dataset={dataset} />;
  if (isPending) return null;
  return <NoData of="titles" />;
}

/** Keeps which title is open beside the list, and opens it again for a person who comes back to the list. */
function useBeside(item: string | undefined): void {
  const [, go] = useLocation();
  // In a narrow window a title stands in place of the list.
  const hasRoom = useMediaQuery('(min-width: 1101px)', false, { getInitialValueInEffect: false });
  const isBack = useRef(true);
  useEffect(() => {
    const { beside } = useTitleList.getState();
    const returns = isBack.current && item === undefined && hasRoom && beside !== null;
    isBack.current = false;
    if (returns) go(`/titles/${encodeURIComponent(beside)}`, { replace: true });
    else setBeside(item === undefined ? null : partOfPlace(item));
  }, [item]);
}

function TitlesOf({ dataset }: { dataset: Dataset }): ReactNode {
  const t = useTexts();
  const { fingerprint: data, itemAttributes } = dataset;
  const [, go] = useLocation();
  const { item } = useParams<{ item?: string }>();
  const run = useActiveRun();
  const runId = run?.runId;
  const { text, which } = useTitleList();
  const [sought] = useDebouncedValue(text, 150);
  const [failure, setFailure] = useState<unknown>(null);
  /** IDs of titles that were found, asked about as one. */
  const [together, setTogether] = useState<readonly string[] | null>(null);
  const { count, readPage, readIds } = useTitlePages({ data, runId, text: sought, which });
  const bySeries = useTitleList((state) => state.bySeries);
  const open = useTitleList((state) => state.open);
  const opened = useCount(open);
  const stale = useStaleCount('titles');
  const quantities = useMemo(() => quantityAttributes(itemAttributes).map(({ name }) => name), [itemAttributes]);
  const columns = useTitleColumns({ quantities, bySeries, onToggle: toggleSeries });
  const labels = useLabels();
  const numbers = useTitleList((state) => state.numbers);
  const ranges = useMemo(() => renamed(numbers, columnOfAttribute), [numbers]);
  useBeside(item);
  return (
    <div
      className={`${frame.screen} ${classes.screen}`}
      data-open={item !== undefined || together !== null || undefined}
    >
      <div className={frame.main}>
        <Group justify="space-between" gap="xs" align="flex-end">
          <div>
            <ScreenTitle>{t('shell.screen.titles')}</ScreenTitle>
            <Text size="sm" c="dimmed" role="status">
              {count.data === undefined
                ? t('common.loading')
                : t('titles.count', { shown: count.data.total, all: count.data.all })}
            </Text>
          </div>
          <Group gap="xs" miw={0} maw="100%">
            {runId !== undefined && sought.trim() !== '' && isSeveral(count.data?.total) && (
              <Button
                size="sm"
                variant="default"
                onClick={() => {
                  go('/titles');
                  readIds().then(setTogether, setFailure);
                }}
              >
                {t('audience.together', { count: count.data!.total })}
              </Button>
            )}
            <Which runId={runId} which={which} />
            <Find text={text} />
          </Group>
        </Group>
        {count.error !== null && (
          <ErrorNotice title={t('titles.failed')} error={count.error} onRetry={() => void count.refetch()} />
        )}
        {failure !== null && <ErrorNotice title={t('titles.failed')} error={failure} />}
        <div className={frame.rows}>
          {count.data?.total === 0 ? (
            <EmptyState
              quiet
              scene="search"
              title={t('titles.emptyTitle')}
              body={
                Object.keys(numbers).length === 0
                  ? t('titles.emptyBody')
                  : t('titles.emptyWithin', { names: Object.keys(numbers).map((name) => labels.attribute(name)) })
              }
              action={{
                label: t('titles.showAll'),
                onClick: () => {
                  setTitleText('');
                  setTitleWhich('all');
                  setNumbers({});
                },
              }}
            />
          ) : (
            <DataGrid
              name={`titles.${data}`}
              label={t('titles.grid')}
              columns={columns}
              rowHeight="title"
              note={
                <Group gap="sm" wrap="nowrap">
                  <Switch
                    size="sm"
                    style={{ flexShrink: 0 }}
                    label={t('titles.bySeries')}
                    checked={bySeries}
                    onChange={({ currentTarget: { checked } }) => setBySeries(checked)}
                  />
                  <Text size="xs" c="dimmed">
                    <span className="shelfwise-keys">{t('titles.keys')}</span>{' '}
                    {runId === undefined && t('titles.noRun')}
                  </Text>
                </Group>
              }
              selectsFocused
              opensOnClick
              idOf={(row) => (row.kind === 'series' ? `series ${row.series}` : `title ${row.item}`)}
              readPage={readPage}
              ranges={ranges}
              onRanges={(next) => setNumbers(renamed(next, attributeOfColumn))}
              version={stale + opened}
              onError={setFailure}
              folds={{
                isOpen: (row) => (row.kind === 'series' ? row.isOpen : null),
                toggle: (row) => row.kind === 'series' && toggleSeries(row.series),
              }}
              onSelect={(row) => {
                // A panel is about the chosen row: with another title's beside it, the two were taken for one.
                if (item === undefined || row?.kind !== 'title' || row.item === partOfPlace(item)) return;
                go(`/titles/${encodeURIComponent(row.item)}`, { replace: true });
              }}
              onOpen={(row) => {
                if (row.kind === 'series') return toggleSeries(row.series);
                setTogether(null);
                go(`/titles/${encodeURIComponent(row.item)}`);
              }}
            />
          )}
        </div>
      </div>
      {item !== undefined && <TitlePanel data={data} run={run} item={partOfPlace(item)} />}
      {item === undefined && together !== null && run !== null && (
        <TogetherPanel data={data} run={run} ids={together} onClose={() => setTogether(null)} />
      )}
    </div>
  );
}

const renamed = <Value,>(record: Readonly<Record<string, Value>>, rename: (name: string) => string) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [rename(name), value]));

/** Counts how often the value changed. */
function useCount(value: unknown): number {
  const latest = useRef({ value, count: 0 });
  if (latest.current.value !== value) latest.current = { value, count: latest.current.count + 1 };
  return latest.current.count;
}

/** As many as a rule may name, and as pass a socket in one message. */
const MOST_TOGETHER = 1000;

const isSeveral = (found: number | undefined): boolean => found !== undefined && found > 1 && found <= MOST_TOGETHER;

const LABELS = {
  all: 'titles.all',
  recommended: 'titles.recommendedOnly',
  never: 'titles.never',
  unwatched: 'titles.unwatched',
} as const satisfies Record<WhichTitles, string>;

function Which({ runId, which }: { runId: string | undefined; which: WhichTitles }): ReactNode {
  const t = useTexts();
  const ofRun = runId === undefined ? [] : (['recommended', 'never'] as const);
  const shown: readonly WhichTitles[] = ['all', ...ofRun, 'unwatched'];
  return (
    <SegmentedControl
      size="sm"
      className={classes.which}
      aria-label={t('titles.which')}
      value={shown.includes(which) ? which : 'all'}
      onChange={(value) => setTitleWhich(value as WhichTitles)}
      data={shown.map((value) => ({ value, label: t(LABELS[value]) }))}
    />
  );
}

function Find({ text }: { text: string }): ReactNode {
  const t = useTexts();
  return (
    <SearchField
      flex="1 1 220px"
      aria-label={t('titles.find')}
      placeholder={t('titles.find')}
      value={text}
      onText={setTitleText}
      clearLabel={t('titles.clearFind')}
    />
  );
}
