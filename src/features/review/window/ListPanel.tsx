import { ActionIcon, Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link } from 'wouter';
import { titleReason } from '../words/check-reason';
import type { CheckReason, ReviewRow } from '../contract/queue';
import { ChildScreenButton } from '../../../renderer/components/ChildScreenButton';
import { Query } from '../../../renderer/components/Query';
import { TitleRow } from '../../../renderer/components/titles/TitleRow';
import { useEngine } from '../../../renderer/connection/engine-context';
import { showChildScreen } from '../../../renderer/stores/child-screen';
import type { RulesOfScreen } from '../../../renderer/stores/use-counting-rules';
import { useOpenList } from '../../../renderer/stores/open-list';
import { usePreferences } from '../../../renderer/stores/preferences';
import { Decide } from './Decide';
import { type AskedQueue, NextList, type Step } from './NextList';
import { AlikeLink, Reasons } from './Reasons';
import { useReasonValue } from './use-reason-value';
import frame from '../../../renderer/components/frame.module.css';
import titleRows from '../../../renderer/components/titles/TitleRow.module.css';
import classes from './Review.module.css';

/** The list being decided about, beside the queue, with flagged titles marked. */
export function ListPanel({
  runId,
  data,
  rules,
  row,
  place,
  queue,
  takesFocus = false,
  onNext,
  onClose,
}: {
  runId: string;
  data: string;
  /** Applied to the list. */
  rules: RulesOfScreen;
  row: ReviewRow;
  /** Address of the profile, opened from this queue. */
  place: string;
  /** The queue beside which it stands. */
  queue: AskedQueue;
  /** Whether the list was gone on to: the button that led here went away with the focus. */
  takesFocus?: boolean;
  onNext: (to: Step) => void;
  onClose: () => void;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useEngine();
  const { profile } = row;
  const { choice: given } = rules;
  const list = useQuery(queries.lists.show.queryOptions({ input: { runId, profile, ...given } }));
  // Fresh state: a decision may have been made since the row was selected, here or elsewhere.
  const odd = useQuery(queries.review.queue.queryOptions({ input: { runId, profile, ...given, start: 0, end: 1 } }));
  const rest = useQuery({
    ...queries.review.queue.queryOptions({ input: { runId, profile, ...given, of: 'rest', start: 0, end: 1 } }),
    enabled: odd.data?.total === 0,
  });
  const now = odd.data?.rows[0] ?? rest.data?.rows[0] ?? row;
  const failedBy = (item: string): string[] =>
    now.reasons.flatMap((reason) => titleReason({ t, format }, reason, item, valueOf(reason.check)) ?? []);
  /** The check that found a title in the most lists, if in others too. */
  const alikeOf = (item: string) =>
    now.reasons
      .flatMap(({ check, titles }) => titles.filter((one) => one.item === item).map((one) => ({ ...one, check })))
      .toSorted((left, right) => right.lists - left.lists)
      .find(({ lists }) => lists > 1);
  const valueOf = useReasonValue(data);
  const language = usePreferences((state) => state.language);
  const listName = t('checks.listOf', { profile });
  const panel = useRef<HTMLElement>(null);
  // The button goes with the focus, which the list of the queue takes back.
  const close = (): void => {
    onClose();
    setTimeout(() => useOpenList.getState().enter?.());
  };
  useEffect(() => {
    if (takesFocus) panel.current?.focus();
  }, [takesFocus]);
  return (
    <aside ref={panel} className={`${frame.behind} ${classes.panel}`} aria-label={listName} tabIndex={0}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Title order={2}>{listName}</Title>
          <Group gap="2xs" wrap="nowrap">
            <ChildScreenButton onShow={() => showChildScreen({ runId, profile, rules: given.rules })} />
            <ActionIcon variant="subtle" color="gray" aria-label={t('checks.close')} onClick={close}>
              <IconX size={18} />
            </ActionIcon>
          </Group>
        </Group>
        <Reasons row={now} data={data} />
        <Decide runId={runId} row={now} hasKeys={false} />
        <Group justify="space-between" gap="xs">
          <Anchor component={Link} href={place} size="sm">
            {t('checks.openProfile')}
          </Anchor>
          <NextList queue={queue} profile={profile} onNext={onNext} />
        </Group>
        <Query of={list} lines={12}>
          {({ items }) => (
            <ol className={`${titleRows.rows} ${titleRows.flush}`}>
              {items.map(({ item, title, group, rank, newTitle }) => (
                <TitleRow
                  key={item}
                  item={item}
                  title={title}
                  group={group}
                  place={rank}
                  facts={newTitle === null ? [] : [{ text: t('common.newTitle'), tone: 'new' as const }]}
                >
                  {/* Beside episode and genre they would cut one another. */}
                  {failedBy(item).map((text) => (
                    <Text key={text} size="xs" c="var(--shelfwise-warning)">
                      {text}
                    </Text>
                  ))}
                  {newTitle !== null && (
                    <Text size="xs" c="dimmed">
                      {newTitle.sentence[language]}
                    </Text>
                  )}
                  <Alike of={alikeOf(item)} />
                </TitleRow>
              ))}
            </ol>
          )}
        </Query>
      </Stack>
    </aside>
  );
}

/** Leads to all lists in which the same check found a title. */
function Alike({ of }: { of: (CheckReason['titles'][number] & { check: string }) | undefined }): ReactNode {
  const t = useTexts();
  if (of === undefined) return null;
  const { check, item, title, lists: count } = of;
  const name = title ?? item;
  return (
    <AlikeLink alike={{ check, item, name }} label={t('checks.alike.title', { count, title: name })}>
      {t('checks.alike.these', { count })}
    </AlikeLink>
  );
}
