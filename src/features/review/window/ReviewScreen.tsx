import { ActionIcon, Button, Group, Modal, Progress, Text, Title, Tooltip } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconAdjustments, IconCards, IconList } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useLocation, useParams } from 'wouter';
import { RunGate } from '../../../renderer/actions/RunGate';
import { EmptyState } from '../../../renderer/components/EmptyState';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { HelpButton } from '../../../renderer/components/HelpButton';
import { placeOfProfile, valuesOf } from '../../../renderer/components/origin';
import { UndecidedLine } from '../../../renderer/components/UndecidedLine';
import { useKeys } from '../../../renderer/components/use-keys';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useTexts } from '../../../renderer/locales/use-texts';
import { addUndo } from '../../../renderer/stores/notices';
import { useCountingRules } from '../../../renderer/stores/use-counting-rules';
import type { Dataset } from '../../../shared/contract/dataset';
import type { Run } from '../../../shared/contract/run-life';
import type { Causes as FoundCauses } from '../contract/queue';
import { ChecksPane } from './ChecksPane';
import { setChecks, useChecksBeingSet } from './checks-being-set';
import { Causes } from './deck/Causes';
import { DeckOf } from './deck/DeckOf';
import { ListForm, NOT_ALIKE } from './ListForm';
import { inputOf, placeOfQueue, type QueueView, useLastOrder, valuesOfView, viewOf } from './queue-place';
import { ShareButton } from './ShareButton';
import classes from './Review.module.css';

/** Odd lists of a run: what causes them, and each of them to be decided about, as a deck or as a list. */
export function ReviewScreen(): ReactNode {
  const t = useTexts();
  useDocumentTitle(`${t('shell.screen.review')} · Shelfwise`);
  return <RunGate>{(run, dataset) => <ReviewOf key={run.runId} run={run} dataset={dataset} />}</RunGate>;
}

/** Which lists are shown, as the address says it. */
function useQueueView(): { view: QueueView; at: string | undefined; show: (changes: Partial<QueueView>) => void } {
  const { queue } = useParams<{ queue?: string }>();
  const [, go] = useLocation();
  const values = useMemo(() => valuesOf(queue), [queue]);
  const last = useLastOrder((state) => state.order);
  const view = useMemo(() => viewOf({ order: last, ...values }), [values, last]);
  return {
    view,
    at: values['at'],
    show: (changes) => go(placeOfQueue({ ...view, ...changes }), { replace: true }),
  };
}

function ReviewOf({ run, dataset }: { run: Run; dataset: Dataset }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const { runId } = run;
  const data = run.dataset.fingerprint;
  const { view, at, show } = useQueueView();
  const rules = useCountingRules(data);
  const { choice } = rules;
  const { check, unexplained } = view;
  const causes = useQuery(
    queries.review.causes.queryOptions({
      input: { runId, ...choice, ...(check !== undefined && { also: check }) },
      placeholderData: keepPreviousData,
    }),
  );
  const isList = view.form === 'list';
  const toggle = (): void => show({ form: isList ? undefined : 'list', ...(isList && { state: 'open' }) });
  useKeys([['L', toggle, { usePhysicalKeys: true }]]);
  const confirm = useConfirm(data);
  const asked = useMemo(
    () => ({ runId, ...inputOf({ ...view, state: 'open', order: 'reach' }), ...choice }),
    [runId, view, choice],
  );
  const placeOf = (profile: string): string => {
    const walked = isList ? view : { ...view, state: 'open' as const, order: 'reach' as const };
    return placeOfProfile(profile, {
      kind: 'review',
      values: { ...valuesOfView(walked), since: new Date().toISOString() },
    });
  };
  const found = causes.data;
  return (
    <div className={classes.screen}>
      <Header found={found} chosen={{ check, unexplained }} isList={isList} data={data} onToggle={toggle} />
      <UndecidedLine run={run} />
      {causes.error !== null && <ErrorNotice title={t('checks.failed')} error={causes.error} />}
      {found !== undefined && (
        <div className={classes.columns} data-form={isList ? 'list' : 'deck'}>
          <Causes
            found={found}
            data={data}
            chosen={view}
            onChoose={(cause) => show({ ...NOT_ALIKE, ...cause })}
            onConfirm={confirm}
          />
          {isList ? (
            <div className={classes.list}>
              <ListForm runId={runId} rules={rules} view={view} at={at} found={found} show={show} placeOf={placeOf} />
            </div>
          ) : (
            <DeckOf
              key={placeOfQueue(view)}
              dataset={dataset}
              asked={asked}
              first={at}
              placeOf={placeOf}
              empty={<Done found={found} lists={dataset.profiles} show={show} />}
            />
          )}
        </div>
      )}
      <ChecksDialog dataset={dataset} run={run} choice={choice} />
    </div>
  );
}

/** The finding, how much of it is decided, and the other form. */
function Header({
  found,
  chosen: { check, unexplained },
  isList,
  data,
  onToggle,
}: {
  found: FoundCauses | undefined;
  /** The part that is open. */
  chosen: Pick<QueueView, 'check' | 'unexplained'>;
  isList: boolean;
  data: string;
  onToggle: () => void;
}): ReactNode {
  const t = useTexts();
  const { causes = [], also = null, explained = 0, lists: odd = 0, undecided = 0 } = found ?? {};
  const cause = [...causes, also].find((one) => one !== null && one.check === check);
  const part = cause ?? (unexplained === true ? found?.unexplained : undefined) ?? { lists: odd, undecided };
  const form = t(isList ? 'deck.asDeck' : 'deck.form');
  return (
    <header className={classes.header}>
      <Group gap="xs" wrap="nowrap">
        <Title order={1} className={classes.finding}>
          {found === undefined
            ? t('common.loading')
            : odd === 0
              ? t('deck.nothingOdd')
              : t('deck.finding', { causes: causes.length, explained, odd })}
        </Title>
        <HelpButton />
      </Group>
      <Group gap="sm" wrap="nowrap" data-tour="review">
        {odd > 0 && (
          <>
            <Text size="sm" c="dimmed" role="status" className={classes.decided}>
              {part.undecided === 0 ? t('deck.allDecided') : t('deck.toDecide', { count: part.undecided })}
            </Text>
            <Progress
              className={classes.progress}
              value={part.lists === 0 ? 100 : (100 * (part.lists - part.undecided)) / part.lists}
              color="var(--mantine-color-text)"
              aria-label={t('checks.progress')}
              size="sm"
            />
          </>
        )}
        <Tooltip label={`${form} (L)`}>
          <ActionIcon variant="default" size={36} aria-label={form} aria-keyshortcuts="l" onClick={onToggle}>
            {isList ? <IconCards size={18} aria-hidden /> : <IconList size={18} aria-hidden />}
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('checks.settings')}>
          <ActionIcon variant="default" size={36} aria-label={t('checks.settings')} onClick={() => setChecks(true)}>
            <IconAdjustments size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <ShareButton data={data} />
      </Group>
    </header>
  );
}

/** Nothing waits: in a part of the deck, or in all of it. */
function Done({
  found: { lists: odd, undecided },
  lists,
  show,
}: {
  found: FoundCauses;
  lists: number;
  show: (changes: Partial<QueueView>) => void;
}): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  if (undecided > 0)
    return (
      <EmptyState
        quiet
        scene="search"
        title={t('deck.partDone')}
        body={t('deck.partLeft', { count: undecided })}
        action={{ label: t('deck.all'), onClick: () => show(NOT_ALIKE) }}
      />
    );
  return (
    <EmptyState
      scene="search"
      title={t('deck.doneTitle')}
      body={odd === 0 ? t('deck.fineBody', { lists }) : t('deck.doneBody', { decided: odd, odd })}
      action={{ label: t('deck.toApprove'), onClick: () => go('/week') }}
    >
      <Button variant="subtle" onClick={() => show({ ...NOT_ALIKE, form: 'list', state: 'rest' })}>
        {t('checks.emptyAction')}
      </Button>
    </EmptyState>
  );
}

/** The checks with their limits, and whether they block: a dialog, since they are set once and not each week. */
function ChecksDialog({
  dataset,
  run: { runId },
  choice,
}: {
  dataset: Dataset;
  run: Run;
  choice: ReturnType<typeof useCountingRules>['choice'];
}): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const isSetting = useChecksBeingSet((state) => state.isSetting);
  const report = useQuery({
    ...queries.checks.run.queryOptions({ input: { runId, ...choice } }),
    enabled: isSetting,
  });
  return (
    <Modal.Stack>
      <Modal
        stackId="checks"
        size="lg"
        opened={isSetting}
        onClose={() => setChecks(false)}
        title={t('checks.list')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <ChecksPane dataset={dataset} report={report} />
      </Modal>
    </Modal.Stack>
  );
}

/** Confirms that what a rule places is meant to be there, with Undo. */
function useConfirm(data: string): (ruleSha256: string, name: string) => void {
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const refresh = () =>
    Promise.all(
      [queries.checks.key(), queries.review.causes.key()].map((queryKey) => cache.invalidateQueries({ queryKey })),
    );
  const set = async (change: (confirmed: readonly string[]) => string[]): Promise<void> => {
    const { confirmed, revision } = await client.checks.settings({ data });
    await client.checks.set({ data, revision, confirmed: change(confirmed) });
  };
  const confirm = useMutation({
    mutationFn: ({ ruleSha256 }: { ruleSha256: string; name: string }) =>
      set((confirmed) => [...confirmed.filter((one) => one !== ruleSha256), ruleSha256]),
    onSuccess: (_, { ruleSha256, name }) =>
      addUndo(
        (say) => say('deck.confirmed', { name }),
        ['review'],
        () => set((confirmed) => confirmed.filter((one) => one !== ruleSha256)).finally(refresh),
      ),
    onSettled: refresh,
  });
  return (ruleSha256, name) => confirm.mutate({ ruleSha256, name });
}
