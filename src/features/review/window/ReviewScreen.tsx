import { Button, Group, Progress, SegmentedControl, Text } from '@mantine/core';
import { UndecidedLine } from '../../../renderer/components/UndecidedLine';
import { useDocumentTitle } from '@mantine/hooks';
import { IconArrowsShuffle, IconX } from '@tabler/icons-react';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useLocation } from 'wouter';
import { checkName } from '../words/check-reason';
import type { Dataset } from '../../../shared/contract/dataset';
import type { ReviewRow } from '../contract/checks';
import type { Run } from '../../../shared/contract/run-life';
import { RunGate } from '../../../renderer/actions/RunGate';
import { EmptyState } from '../../../renderer/components/EmptyState';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { DataGrid } from '../../../renderer/components/grid/DataGrid';
import { RulesLine } from '../../../renderer/components/rules/RulesLine';
import { useCountingRules } from '../../../renderer/stores/use-counting-rules';
import { ScreenTitle } from '../../../renderer/components/ScreenTitle';
import { keysOf } from '../../../renderer/components/shortcuts';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useStaleCount } from '../../../renderer/stores/use-stale-count';
import { ApproveButton } from './ApproveButton';
import { ChecksPane } from './ChecksPane';
import { ListPanel } from './ListPanel';
import { ShareButton } from './ShareButton';
import { useDecide } from './use-decide';
import { useReviewColumns } from './use-review-columns';
import classes from './Review.module.css';

const STATES = ['open', 'decided', 'all', 'rest'] as const;
type State = (typeof STATES)[number];

/** Number of lists sampled from the rest. */
const REST_SAMPLE = 20;

/** Flagged lists of a run and who answers for them: checks, queue, decisions, approval. */
export function ReviewScreen(): ReactNode {
  const t = useTexts();
  useDocumentTitle(`${t('shell.screen.review')} · Shelfwise`);
  return <RunGate>{(run, dataset) => <ReviewOf key={run.runId} run={run} dataset={dataset} />}</RunGate>;
}

function ReviewOf({ run, dataset }: { run: Run; dataset: Dataset }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const cache = useQueryClient();
  const [, go] = useLocation();
  const { runId } = run;
  const [state, setState] = useState<State>('open');
  const [check, setCheck] = useState<string | null>(null);
  const [seed, setSeed] = useState(1);
  const [selected, setSelected] = useState<ReviewRow | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const rules = useCountingRules(run.dataset.fingerprint);
  const { choice } = rules;
  const report = useQuery(queries.checks.run.queryOptions({ input: { runId, ...choice } }));
  const asked = useMemo(
    () => ({
      runId,
      of: state === 'rest' ? ('rest' as const) : ('odd' as const),
      ...(state === 'open' || state === 'decided' ? { state } : {}),
      ...(state === 'rest' ? { sample: { seed, count: REST_SAMPLE } } : {}),
      ...(check === null || state === 'rest' ? {} : { check }),
      ...choice,
    }),
    [runId, state, seed, check, choice],
  );
  const count = useQuery(
    queries.review.queue.queryOptions({ input: { ...asked, start: 0, end: 0 }, placeholderData: keepPreviousData }),
  );
  const readPage = useMemo(
    () => (start: number, end: number) =>
      cache.fetchQuery(queries.review.queue.queryOptions({ input: { ...asked, start, end } })),
    [cache, queries, asked],
  );
  const stale = useStaleCount('review');
  const columns = useReviewColumns();
  const { decide, error: decideError } = useDecide(runId);
  const choose = (next: string | null): void => {
    setCheck(next);
    // Flagged lists are never in "rest".
    if (next !== null && state === 'rest') setState('open');
  };
  const { odd = 0, decided = 0, total = 0 } = count.data ?? {};
  const chosen = report.data?.checks.find(({ id }) => id === check);
  const chosenName = chosen === undefined ? '' : checkName(t, chosen);
  const error = report.error ?? count.error ?? failure;
  return (
    <div className={classes.screen} data-open={selected !== null || undefined}>
      <aside className={classes.checks} aria-label={t('checks.list')} tabIndex={0}>
        <ChecksPane dataset={dataset} report={report} chosen={check} onChoose={choose} />
      </aside>
      <div className={classes.main}>
        <Group justify="space-between" gap="xs md" align="flex-start">
          <div>
            <ScreenTitle>{t('shell.screen.review')}</ScreenTitle>
            <Text size="sm" c="dimmed" role="status">
              {count.data === undefined || report.data === undefined
                ? t('common.loading')
                : t('checks.lead', { lists: report.data.lists, odd, decided })}
            </Text>
          </div>
          <Group gap="xs">
            <ShareButton data={run.dataset.fingerprint} />
            <ApproveButton runId={runId} undecided={odd - decided} rules={rules} />
          </Group>
        </Group>
        <UndecidedLine run={run} />
        <RulesLine rules={rules} />
        {odd > 0 && <Progress value={(100 * decided) / odd} aria-label={t('checks.progress')} size="sm" />}
        <Group gap="xs">
          <SegmentedControl
            size="sm"
            aria-label={t('checks.which')}
            value={state}
            onChange={(value) => setState(value as State)}
            data={STATES.map((value) => ({ value, label: t(`checks.states.${value}`) }))}
          />
          {state === 'rest' && (
            <Button
              variant="default"
              leftSection={<IconArrowsShuffle size={16} aria-hidden />}
              onClick={() => setSeed(seed + 1)}
            >
              {t('checks.anotherSample')}
            </Button>
          )}
          {check !== null && state !== 'rest' && (
            <Button
              variant="light"
              rightSection={<IconX size={14} aria-hidden />}
              aria-label={`${t('checks.only', { check: chosenName })}. ${t('checks.onlyEnd')}`}
              onClick={() => setCheck(null)}
            >
              {t('checks.only', { check: chosenName })}
            </Button>
          )}
        </Group>
        {error !== null && <ErrorNotice title={t('checks.failed')} error={error} />}
        {decideError !== null && <ErrorNotice title={t('checks.decideFailed')} error={decideError} />}
        <div className={classes.rows}>
          {count.data !== undefined && total === 0 ? (
            <EmptyState
              scene="search"
              title={t('checks.emptyTitle')}
              body={t('checks.emptyBody')}
              action={{
                label: t('checks.emptyAction'),
                onClick: () => {
                  setState('rest');
                  setSeed(seed + 1);
                },
              }}
            />
          ) : (
            <DataGrid
              name={`review.${runId}.${state}.${check ?? ''}`}
              label={t('checks.queue')}
              columns={columns}
              idOf={(row) => row.profile}
              readPage={readPage}
              version={stale}
              onError={setFailure}
              onOpen={(row) => go(`/compare/${encodeURIComponent(row.profile)}`)}
              onSelect={setSelected}
              // The keys decide about the list beside the queue. Once closed, its row can open it again.
              selectsFocused={selected !== null}
              {...(selected === null && { selected })}
              keys={{
                KeyF: (row) => void decide({ row, decision: 'fine' }),
                KeyR: (row) => void decide({ row, decision: 'rule' }),
                KeyA: (row) => void decide({ row, decision: 'again' }),
              }}
            />
          )}
        </div>
        <Text size="xs" c="dimmed">
          {t('checks.keys', { undo: keysOf('undo').join('+') })}
        </Text>
      </div>
      {selected !== null && (
        <ListPanel
          key={selected.profile}
          runId={runId}
          rules={rules}
          row={selected}
          onClose={() => setSelected(null)}
        />
      )}
    </div>
  );
}
