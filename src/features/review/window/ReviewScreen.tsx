import { Button, Group, Progress, SegmentedControl, Select, Text } from '@mantine/core';
import { UndecidedLine } from '../../../renderer/components/UndecidedLine';
import { useDocumentTitle } from '@mantine/hooks';
import { IconArrowsShuffle, IconListCheck, IconX } from '@tabler/icons-react';
import { keepPreviousData, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useLocation, useParams } from 'wouter';
import { checkName } from '../words/check-reason';
import type { Dataset } from '../../../shared/contract/dataset';
import { QUEUE_ORDERS, type QueueOrder, type ReviewRow } from '../contract/queue';
import type { Run } from '../../../shared/contract/run-life';
import { RunGate } from '../../../renderer/actions/RunGate';
import { Details } from '../../../renderer/components/Details';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { DataGrid } from '../../../renderer/components/grid/DataGrid';
import { placeOfProfile, valuesOf } from '../../../renderer/components/origin';
import { RulesLine } from '../../../renderer/components/rules/RulesLine';
import { useCountingRules } from '../../../renderer/stores/use-counting-rules';
import { ScreenTitle } from '../../../renderer/components/ScreenTitle';
import { SidePane } from '../../../renderer/components/SidePane';
import { useNarrow } from '../../../renderer/components/use-narrow';
import { keysOf } from '../../../renderer/components/shortcuts';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useStaleCount } from '../../../renderer/stores/use-stale-count';
import { ApproveButton } from './ApproveButton';
import { ChecksPane } from './ChecksPane';
import { setChecks, useChecksBeingSet } from './checks-being-set';
import { MOST_DECIDED_AT_ONCE } from '../contract/limits';
import { DecideAll } from './DecideAll';
import { EmptyQueue } from './EmptyQueue';
import { ListPanel } from './ListPanel';
import type { Step } from './NextList';
import { OrderText } from './OrderText';
import {
  inputOf,
  placeOfQueue,
  type QueueState,
  type QueueView,
  STATES,
  useAlikeName,
  useLastOrder,
  valuesOfView,
  viewOf,
} from './queue-place';
import { ShareButton } from './ShareButton';
import { useDecide } from './use-decide';
import { useReviewColumns } from './use-review-columns';
import frame from '../../../renderer/components/frame.module.css';
import classes from './Review.module.css';

/** Flagged lists of a run and who answers for them: checks, queue, decisions, approval. */
export function ReviewScreen(): ReactNode {
  const t = useTexts();
  useDocumentTitle(`${t('shell.screen.review')} · Shelfwise`);
  return <RunGate>{(run, dataset) => <ReviewOf key={run.runId} run={run} dataset={dataset} />}</RunGate>;
}

/** Which part of the queue is shown, as the address says it. */
function useQueueView(): { view: QueueView; at: string | undefined; show: (changes: Partial<QueueView>) => void } {
  const { queue } = useParams<{ queue?: string }>();
  const [, go] = useLocation();
  const values = useMemo(() => valuesOf(queue), [queue]);
  const last = useLastOrder((state) => state.order);
  const view = useMemo(() => viewOf({ order: last, ...values }), [values, last]);
  return {
    view,
    at: values['at'],
    show: (changes) => {
      if (changes.order !== undefined) useLastOrder.setState({ order: changes.order });
      go(placeOfQueue({ ...view, ...changes }), { replace: true });
    },
  };
}

function ReviewOf({ run, dataset }: { run: Run; dataset: Dataset }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const [, go] = useLocation();
  const { runId } = run;
  const { view, at, show } = useQueueView();
  const { state, order, seed, check = null } = view;
  const alike = { check: view.check, item: view.item, value: view.value, name: view.name };
  const isAlike = view.item !== undefined || view.value !== undefined || view.check !== undefined;
  const [selected, setSelected] = useState<ReviewRow | null>(null);
  const [stepped, setStepped] = useState<Step | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const rules = useCountingRules(run.dataset.fingerprint);
  const { choice } = rules;
  const report = useQuery(queries.checks.run.queryOptions({ input: { runId, ...choice } }));
  const asked = useMemo(() => ({ runId, ...inputOf(view), ...choice }), [runId, view, choice]);
  const count = useQuery(
    queries.review.queue.queryOptions({ input: { ...asked, start: 0, end: 0 }, placeholderData: keepPreviousData }),
  );
  // The profile that one comes back from.
  const left = useQuery(
    queries.review.place.queryOptions({ input: at === undefined ? skipToken : { ...asked, profile: at } }),
  );
  const readPage = useMemo(
    () => (start: number, end: number) =>
      cache.fetchQuery(queries.review.queue.queryOptions({ input: { ...asked, start, end } })),
    [cache, queries, asked],
  );
  const stale = useStaleCount('review');
  const stepTo = useMemo(() => stepped && { id: stepped.profile, index: () => stepped.index }, [stepped]);
  // The queue comes first; the rules are a touch away.
  const isNarrow = useNarrow();
  const [isPaged, setPaged] = useState(false);
  const isSetting = useChecksBeingSet((now) => now.isSetting);
  const closeChecks = (): void => {
    setPaged(false);
    if (isNarrow) setChecks(false);
  };
  const columns = useReviewColumns(order);
  const { decide, error: decideError } = useDecide(runId);
  // Flagged lists are never in "rest".
  const ofCheck = (next: string | null): Partial<QueueView> => ({
    ...NOT_ALIKE,
    check: next ?? undefined,
    ...(next !== null && state === 'rest' && { state: 'open' }),
  });
  const choose = (next: string | null): void => show(ofCheck(next));
  const placeOf = (profile: string, of = view): string => {
    const values = { ...valuesOfView(of), since: new Date().toISOString() };
    return placeOfProfile(profile, { kind: 'review', values });
  };
  const { odd = 0, decided = 0, total = 0 } = count.data ?? {};
  const alikeName = useAlikeName();
  const own = report.data?.checks.find(({ id }) => id === check);
  const chosenName = alikeName({
    ...alike,
    ...(own !== undefined && alike.item === undefined && { name: checkName(t, own) }),
  });
  const error = report.error ?? count.error ?? failure;
  return (
    <div className={`${frame.screen} ${classes.screen}`} data-open={selected !== null || undefined}>
      <SidePane
        label={t('checks.list')}
        className={classes.checks}
        opened={!isNarrow || isPaged || isSetting}
        onClose={closeChecks}
        back={t('checks.back')}
        tabIndex={0}
      >
        <ChecksPane
          dataset={dataset}
          report={report}
          chosen={check}
          placeOf={(profile, id) => placeOf(profile, { ...view, ...ofCheck(id) })}
          onChoose={(next) => {
            choose(next);
            closeChecks();
          }}
        />
      </SidePane>
      <div className={`${frame.main} ${classes.main}`}>
        <Group justify="space-between" gap="xs" align="flex-start">
          <div>
            <ScreenTitle>{t('shell.screen.review')}</ScreenTitle>
            <Text size="sm" c="dimmed" role="status">
              {count.data === undefined || report.data === undefined
                ? t('common.loading')
                : t('checks.lead', { lists: report.data.lists, odd, decided })}
            </Text>
          </div>
          <Group gap="xs" data-tour="review">
            <ShareButton data={run.dataset.fingerprint} />
            <ApproveButton runId={runId} undecided={odd - decided} rules={rules} />
          </Group>
        </Group>
        <UndecidedLine run={run} />
        {isNarrow && rules.counting !== null ? (
          <Details title={`${t('rules.counting')} · ${format.calendarDay(rules.date)}`}>
            <RulesLine rules={rules} />
          </Details>
        ) : (
          <RulesLine rules={rules} />
        )}
        {odd > 0 && <Progress value={(100 * decided) / odd} aria-label={t('checks.progress')} size="sm" />}
        <Group gap="xs">
          <SegmentedControl
            size="sm"
            aria-label={t('checks.which')}
            value={state}
            onChange={(value) => show({ state: value as QueueState })}
            data={STATES.map((value) => ({ value, label: t(`checks.states.${value}`) }))}
          />
          {state === 'rest' ? (
            <Button
              variant="default"
              leftSection={<IconArrowsShuffle size={16} aria-hidden />}
              onClick={() => show({ seed: seed + 1 })}
            >
              {t('checks.anotherSample')}
            </Button>
          ) : (
            <Select
              // Beside the button of the checks.
              w={isNarrow ? 172 : 190}
              aria-label={t('checks.order')}
              allowDeselect={false}
              value={order}
              onChange={(value) => show({ order: value as QueueOrder })}
              data={QUEUE_ORDERS.map((value) => ({ value, label: t(`checks.orders.names.${value}`) }))}
            />
          )}
          {isNarrow && (
            <Button
              variant="default"
              leftSection={<IconListCheck size={16} aria-hidden />}
              aria-haspopup="dialog"
              onClick={() => setPaged(true)}
            >
              {t('checks.list')}
            </Button>
          )}
          {isAlike && state !== 'rest' && (
            <Button
              variant="light"
              rightSection={<IconX size={14} aria-hidden />}
              aria-label={`${t('checks.only', { check: chosenName })}. ${t('checks.onlyEnd')}`}
              onClick={() => choose(null)}
            >
              {t('checks.only', { check: chosenName })}
            </Button>
          )}
          {isAlike && state === 'open' && total > 1 && (
            <DecideAll
              runId={runId}
              label={t('checks.alike.decide', { count: total })}
              read={async () => (await client.review.queue({ ...asked, start: 0, end: MOST_DECIDED_AT_ONCE })).rows}
            />
          )}
        </Group>
        {error !== null && <ErrorNotice title={t('checks.failed')} error={error} />}
        {decideError !== null && <ErrorNotice title={t('checks.decideFailed')} error={decideError} />}
        <div className={frame.rows}>
          {count.data !== undefined && total === 0 ? (
            <EmptyQueue
              waiting={odd - decided}
              onWaiting={() => show({ ...NOT_ALIKE, state: 'open' })}
              onSample={() => show({ state: 'rest', seed: seed + 1 })}
            />
          ) : (
            <DataGrid
              name={`review.${runId}.${placeOfQueue(view)}`}
              label={t('checks.queue')}
              columns={columns}
              rowHeight="double"
              note={
                <>
                  {state !== 'rest' && <OrderText order={order} approved={count.data?.approved} />}
                  <Text size="xs" c="dimmed" className="shelfwise-keys">
                    {t('checks.keys', { undo: keysOf('undo').join('+') })}
                  </Text>
                </>
              }
              idOf={(row) => row.profile}
              readPage={readPage}
              version={stale}
              onError={setFailure}
              onOpen={(row) => go(placeOf(row.profile))}
              onSelect={(row) => {
                // What is chosen in the queue itself ends the step.
                if (row !== null && row.profile !== stepped?.profile) setStepped(null);
                setSelected(row);
              }}
              startAt={left.data?.index}
              // The keys decide about the list beside the queue. Once closed, its row can open it again.
              selectsFocused={selected !== null}
              {...(selected === null && left.data === undefined && { selected })}
              {...(selected !== null && stepTo !== null && { selected: stepTo })}
              keys={{
                KeyF: (row) => void decide({ row, decision: 'fine' }),
                KeyR: (row) => void decide({ row, decision: 'rule' }),
                KeyA: (row) => void decide({ row, decision: 'again' }),
              }}
            />
          )}
        </div>
      </div>
      {selected !== null && (
        <ListPanel
          key={selected.profile}
          runId={runId}
          data={run.dataset.fingerprint}
          rules={rules}
          row={selected}
          place={placeOf(selected.profile)}
          queue={asked}
          takesFocus={stepped?.profile === selected.profile}
          onNext={setStepped}
          onClose={() => {
            setStepped(null);
            setSelected(null);
          }}
        />
      )}
    </div>
  );
}

const NOT_ALIKE = { check: undefined, item: undefined, value: undefined, name: undefined };
