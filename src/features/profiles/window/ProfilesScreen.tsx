import { Button, Group, Text } from '@mantine/core';
import { useDocumentTitle, useMediaQuery } from '@mantine/hooks';
import { IconArrowsShuffle, IconFilter, IconList } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link, useLocation } from 'wouter';
import { DataGrid, type GridSort } from '../../../renderer/components/grid/DataGrid';
import { type Origin, placeOfProfile } from '../../../renderer/components/origin';
import { NoData } from '../../../renderer/actions/NoData';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { keysOf } from '../../../renderer/components/shortcuts';
import { useNarrow } from '../../../renderer/components/use-narrow';
import { SidePane } from '../../../renderer/components/SidePane';
import { useKeys } from '../../../renderer/components/use-keys';
import { ScreenTitle } from '../../../renderer/components/ScreenTitle';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useActiveDataset, useActiveRun, useDatasets, useStability } from '../../../renderer/stores/engine-data';
import { useMainAction } from '../../../renderer/stores/main-action';
import { ChoosePair, choosePair } from './ChoosePair';
import { EmptyFilters } from './EmptyFilters';
import { FilterHides } from './FilterHides';
import { Facets } from './Facets';
import { filterParts } from '../../../shared/values/filter-parts';
import { isSameFilter, tidyFilter } from './list/filter';
import { setFilter, setSample, tellOpened, useProfileList } from '../../../renderer/stores/profile-list';
import { OddLists } from './OddLists';
import { useProfileColumns } from './use-profile-columns';
import { SAMPLE, useProfilePages } from './list/use-profile-pages';
import { useReview } from './list/use-review';
import { showChildScreen } from '../../../renderer/stores/child-screen';
import { useStaleCount } from '../../../renderer/stores/use-stale-count';
import frame from '../../../renderer/components/frame.module.css';
import classes from './Profiles.module.css';

/** Every profile of the data set: filter, and open one. */
export function ProfilesScreen(): ReactNode {
  const t = useTexts();
  const dataset = useActiveDataset();
  const { isPending } = useDatasets();
  useDocumentTitle(`${t('shell.screen.profiles')} · Shelfwise`);
  if (dataset !== null) return <ProfilesOf key={dataset.fingerprint} data={dataset.fingerprint} />;
  if (isPending) return null;
  return <NoData of="profiles" />;
}

function ProfilesOf({ data }: { data: string }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const [, go] = useLocation();
  const run = useActiveRun();
  const runId = run?.runId;
  const list = useProfileList();
  const { filter, sample, first } = list;
  const count = useQuery(
    queries.profiles.page.queryOptions({
      input: { data, start: 0, end: 0, filter: tidyFilter(filter), ...(runId === undefined ? {} : { runId }) },
      placeholderData: keepPreviousData,
    }),
  );
  const [selected, setSelected] = useState<string | null>(null);
  const choose = (profile: string): void => choosePair(first, profile, go);
  const [failure, setFailure] = useState<unknown>(null);
  const readPage = useProfilePages({ data, runId, filter, sample });
  const stale = useStaleCount('profiles');
  const isMeasured = useStability(run).data?.mean != null;
  const { data: segments = [] } = useQuery(queries.segments.list.queryOptions({ input: { data } }));
  const segment = sample === null ? segments.find((one) => isSameFilter(one.filter, filter)) : undefined;
  const originOf = (sort: GridSort | undefined): Origin => {
    const order = { sort: sort?.column, down: sort?.descending === true ? '1' : undefined };
    return segment === undefined
      ? { kind: 'profiles', values: order }
      : { kind: 'segment', values: { id: segment.id, ...order } };
  };
  const columns = useProfileColumns(data, isMeasured);
  const review = useReview(data);
  // In a narrow window the grid replaces the filters until they are opened.
  const folds = useMediaQuery('(max-width: 1100px)', false, { getInitialValueInEffect: false });
  const [asked, setAsked] = useState<'press' | 'key' | null>(null);
  const isNarrow = useNarrow();
  const openFilters = (event: KeyboardEvent): void => {
    // The key is not typed into the field that takes the focus.
    event.preventDefault();
    setAsked('key');
  };
  useKeys(folds && asked === null ? [[keysOf('find').join('+'), openFilters]] : []);
  const active = filterParts(filter).length;
  const showsFilters = !folds || asked !== null;
  const takeSample = (): void => setSample((sample ?? 0) + 1);
  const label = t(sample === null ? 'profiles.sample' : 'profiles.sampleAgain');
  useMainAction({ label, run: takeSample, blocked: null });

  const { all = 0, total = 0 } = count.data ?? {};
  const isEmpty = count.data !== undefined && total === 0;
  const pair = <ChoosePair first={first} selected={selected} onChoose={choose} />;
  const shown = sample === null ? total : Math.min(SAMPLE, total);
  return (
    <div className={`${frame.screen} ${classes.screen}`} data-filters={showsFilters || undefined}>
      <div className={`${frame.main} ${classes.main}`}>
        <Group justify="space-between" gap="xs">
          <div>
            <ScreenTitle>{t('shell.screen.profiles')}</ScreenTitle>
            <Group gap="md" mih={22}>
              <Text size="sm" c="dimmed" role="status">
                {count.data === undefined
                  ? t('common.loading')
                  : sample === null
                    ? t('profiles.count', { shown, all })
                    : `${t('profiles.sampled', { shown, all: total })} · ${t('profiles.sampleSeed', { seed: `${sample}` })}`}
              </Text>
              {active > 0 && count.data !== undefined && (
                <FilterHides hidden={all - total} onClear={() => setFilter({})} />
              )}
              {/* The list of profiles comes first: the checks look at every list. */}
              {run !== null && count.data !== undefined && <OddLists run={run} all={all} />}
            </Group>
          </div>
          <Group gap="xs" wrap="nowrap">
            {run !== null && !isNarrow && (
              // Keys find it by its name: a stop here would stand between the head of the screen and the list.
              <Button component={Link} href="/map" variant="subtle" tabIndex={-1}>
                {t('shell.screen.map')}
              </Button>
            )}
            {folds && (
              <Button
                variant={showsFilters ? 'light' : 'default'}
                leftSection={<IconFilter size={16} aria-hidden />}
                aria-expanded={showsFilters}
                onClick={() => setAsked(showsFilters ? null : 'press')}
              >
                {active === 0 ? t('profiles.filters') : t('profiles.filtersOn', { number: active })}
              </Button>
            )}
            {sample !== null && (
              <Button
                variant="default"
                leftSection={<IconList size={16} aria-hidden />}
                onClick={() => setSample(null)}
              >
                {t('profiles.sampleEnd')}
              </Button>
            )}
            <Button
              variant="default"
              leftSection={<IconArrowsShuffle size={16} aria-hidden />}
              data-tour="profiles"
              onClick={takeSample}
            >
              {label}
            </Button>
          </Group>
        </Group>
        {count.error !== null && (
          <ErrorNotice title={t('profiles.failed')} error={count.error} onRetry={() => void count.refetch()} />
        )}
        {failure !== null && <ErrorNotice title={t('profiles.failed')} error={failure} />}
        {review.error !== null && <ErrorNotice title={t('profiles.reviewFailed')} error={review.error} />}
        <div className={frame.rows}>
          {isEmpty ? (
            <EmptyFilters data={data} runId={runId} filter={filter} onFilter={setFilter} />
          ) : columns === null ? null : (
            <DataGrid
              name={`profiles.${data}`}
              label={t('profiles.grid')}
              rowHeight="title"
              selectsFocused
              note={pair}
              columns={columns}
              idOf={(row) => row.profile}
              readPage={readPage}
              version={stale}
              onError={setFailure}
              // The second of a pair is chosen by what opens a profile otherwise, and by a click.
              opensOnClick={first !== null}
              onOpen={(row, place, sort) => {
                if (first !== null) {
                  if (row.profile !== first) choose(row.profile);
                  return;
                }
                tellOpened(place, sort);
                go(placeOfProfile(row.profile, originOf(sort)));
              }}
              onSelect={(row) => setSelected(row?.profile ?? null)}
              keys={{
                KeyX: (row) => review.mutate({ profile: row.profile, reviewed: !row.reviewed }),
                KeyC: (row) => choose(row.profile),
                KeyV: (row) => runId !== undefined && showChildScreen({ runId, profile: row.profile }),
              }}
            />
          )}
        </div>
        {isEmpty && pair}
        <Text size="xs" c="dimmed">
          <span className="shelfwise-keys">{t('profiles.keys')}</span> {run === null && t('profiles.noFigures')}
        </Text>
      </div>
      {/* Follows the grid in tab order, so that the keyboard reaches the first profile before the filters. */}
      <SidePane
        label={t('profiles.filters')}
        className={classes.facets}
        opened={showsFilters}
        onClose={() => setAsked(null)}
        back={t('profiles.showFound', { count: total })}
      >
        <Facets
          data={data}
          runId={runId}
          filter={filter}
          onFilter={setFilter}
          isMeasured={isMeasured}
          // On a phone, a field that takes it would bring the keyboard over the filters.
          takesFocus={asked === 'key' || (folds && !isNarrow)}
        />
      </SidePane>
    </div>
  );
}
