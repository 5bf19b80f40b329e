import { Button, Group, SegmentedControl, Select, Text } from '@mantine/core';
import { IconArrowsShuffle, IconX } from '@tabler/icons-react';
import { keepPreviousData, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { DataGrid } from '../../../renderer/components/grid/DataGrid';
import { RulesLine } from '../../../renderer/components/rules/RulesLine';
import { keysOf } from '../../../renderer/components/shortcuts';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { RulesOfScreen } from '../../../renderer/stores/use-counting-rules';
import { useStaleCount } from '../../../renderer/stores/use-stale-count';
import { aboutOf } from '../contract/about';
import { MOST_DECIDED_AT_ONCE } from '../contract/limits';
import { type Causes, QUEUE_ORDERS, type QueueOrder } from '../contract/queue';
import { DecideAll } from './DecideAll';
import { EmptyQueue } from './EmptyQueue';
import { OrderText } from './OrderText';
import {
  inputOf,
  placeOfQueue,
  type QueueState,
  type QueueView,
  STATES,
  useAlikeName,
  useLastOrder,
} from './queue-place';
import { useDecide } from './use-decide';
import { useReviewColumns } from './use-review-columns';
import frame from '../../../renderer/components/frame.module.css';

/** The lists to decide about as a list: for many children, in any order and state, and a sample of those that are not odd. */
export function ListForm({
  runId,
  rules,
  view,
  at,
  found,
  show,
  placeOf,
}: {
  runId: string;
  /** Applied to the lists. */
  rules: RulesOfScreen;
  view: QueueView;
  /** The child that one comes back from. */
  at: string | undefined;
  found: Causes;
  show: (changes: Partial<QueueView>) => void;
  /** The address of the shelf of a child. */
  placeOf: (profile: string) => string;
}): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const [, go] = useLocation();
  const { state, order, seed } = view;
  const { choice } = rules;
  const [failure, setFailure] = useState<unknown>(null);
  const asked = useMemo(() => ({ runId, ...inputOf(view), ...choice }), [runId, view, choice]);
  const count = useQuery(
    queries.review.queue.queryOptions({ input: { ...asked, start: 0, end: 0 }, placeholderData: keepPreviousData }),
  );
  const left = useQuery(
    queries.review.place.queryOptions({ input: at === undefined ? skipToken : { ...asked, profile: at } }),
  );
  const readPage = useMemo(
    () => (start: number, end: number) =>
      cache.fetchQuery(queries.review.queue.queryOptions({ input: { ...asked, start, end } })),
    [cache, queries, asked],
  );
  const stale = useStaleCount('review');
  const columns = useReviewColumns(order);
  const { decide, error: decideError } = useDecide(runId);
  const alikeName = useAlikeName();
  const total = count.data?.total ?? 0;
  const isAlike = view.item !== undefined || view.value !== undefined || view.check !== undefined;
  const error = count.error ?? failure;
  return (
    <>
      <RulesLine rules={rules} />
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
            w={190}
            aria-label={t('checks.order')}
            allowDeselect={false}
            value={order}
            onChange={(value) => {
              useLastOrder.setState({ order: value as QueueOrder });
              show({ order: value as QueueOrder });
            }}
            data={QUEUE_ORDERS.map((value) => ({ value, label: t(`checks.orders.names.${value}`) }))}
          />
        )}
        {isAlike && state !== 'rest' && (
          <Button
            variant="light"
            rightSection={<IconX size={14} aria-hidden />}
            aria-label={`${t('checks.only', { check: alikeName(view) })}. ${t('checks.onlyEnd')}`}
            onClick={() => show(NOT_ALIKE)}
          >
            {t('checks.only', { check: alikeName(view) })}
          </Button>
        )}
        {isAlike && state === 'open' && total > 1 && (
          <DecideAll
            runId={runId}
            label={t('checks.alike.decide', { count: total })}
            read={async () =>
              (await client.review.queue({ ...asked, start: 0, end: MOST_DECIDED_AT_ONCE })).rows.map((row) => ({
                ...row,
                of: aboutOf(row, view),
              }))
            }
          />
        )}
      </Group>
      {error !== null && <ErrorNotice title={t('checks.failed')} error={error} />}
      {decideError !== null && <ErrorNotice title={t('checks.decideFailed')} error={decideError} />}
      <div className={frame.rows}>
        {count.data !== undefined && total === 0 ? (
          <EmptyQueue
            waiting={found.undecided}
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
            startAt={left.data?.index}
            keys={{
              KeyF: (row) => void decide({ row, decision: 'fine' }),
              KeyR: (row) => void decide({ row, decision: 'rule' }),
              KeyA: (row) => void decide({ row, decision: 'again' }),
            }}
          />
        )}
      </div>
    </>
  );
}

export const NOT_ALIKE = {
  check: undefined,
  item: undefined,
  value: undefined,
  name: undefined,
  unexplained: undefined,
} as const;
