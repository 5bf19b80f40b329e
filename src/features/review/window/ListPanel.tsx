import { ActionIcon, Anchor, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link } from 'wouter';
import { checkName, reasonText } from '../words/check-reason';
import { DECISIONS, type ReviewRow } from '../contract/checks';
import { LONGEST_KEPT_NAME } from '../../../shared/limits';
import { ChildScreenButton } from '../../../renderer/components/ChildScreenButton';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { Query } from '../../../renderer/components/Query';
import { TitleRow } from '../../../renderer/components/titles/TitleRow';
import { useEngine } from '../../../renderer/connection/engine-context';
import { showChildScreen } from '../../../renderer/stores/child-screen';
import type { RulesOfScreen } from '../../../renderer/stores/use-counting-rules';
import { usePreferences } from '../../../renderer/stores/preferences';
import { useDecision } from './own-decisions';
import { useDecide } from './use-decide';
import { useReasonValue } from './use-reason-value';
import classes from './Review.module.css';

/** The list being decided about, beside the queue, with flagged titles marked. */
export function ListPanel({
  runId,
  rules,
  row,
  onClose,
}: {
  runId: string;
  /** Applied to the list. */
  rules: RulesOfScreen;
  row: ReviewRow;
  onClose: () => void;
}): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const { profile } = row;
  const { choice: given } = rules;
  const list = useQuery(queries.tuning.apply.queryOptions({ input: { runId, profile, ...given } }));
  // Fresh state: a decision may have been made since the row was selected, here or elsewhere.
  const odd = useQuery(queries.review.queue.queryOptions({ input: { runId, profile, ...given, start: 0, end: 1 } }));
  const rest = useQuery({
    ...queries.review.queue.queryOptions({ input: { runId, profile, ...given, of: 'rest', start: 0, end: 1 } }),
    enabled: odd.data?.total === 0,
  });
  const now = odd.data?.rows[0] ?? rest.data?.rows[0] ?? row;
  /** Names of the checks that a title failed. */
  const failedBy = (item: string): string[] =>
    now.reasons
      .filter(({ titles }) => titles.some((failing) => failing.item === item))
      .map(({ check, name }) => checkName(t, { id: check, name }));
  const valueOf = useReasonValue();
  const language = usePreferences((state) => state.language);
  const listName = t('checks.listOf', { profile });
  return (
    <aside className={classes.panel} aria-label={listName} tabIndex={0}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Title order={2}>{listName}</Title>
          <Group gap="2xs" wrap="nowrap">
            <ChildScreenButton onShow={() => showChildScreen({ runId, profile, rules: given.rules })} />
            <ActionIcon variant="subtle" color="gray" aria-label={t('checks.close')} onClick={onClose}>
              <IconX size={18} />
            </ActionIcon>
          </Group>
        </Group>
        <ul className={classes.reasons}>
          {now.reasons.map((reason) => (
            <li key={reason.check}>
              <Text size="sm">{reasonText(t, reason, valueOf(reason.check))}</Text>
            </li>
          ))}
          {now.reasons.length === 0 && (
            <li>
              <Text size="sm">{t('checks.noReason')}</Text>
            </li>
          )}
        </ul>
        <Decide runId={runId} row={now} />
        <Anchor component={Link} href={`/compare/${encodeURIComponent(profile)}`} size="sm">
          {t('checks.openProfile')}
        </Anchor>
        <Query of={list} lines={12}>
          {({ items }) => (
            <ol className={classes.titles}>
              {items.map(({ item, title, group, rank, newTitle }) => (
                <TitleRow
                  key={item}
                  item={item}
                  title={title}
                  group={group}
                  place={rank}
                  facts={[
                    ...(newTitle === null ? [] : [{ text: t('common.newTitle'), tone: 'new' as const }]),
                    ...failedBy(item).map((text) => ({ text, tone: 'warning' as const })),
                  ]}
                >
                  {newTitle !== null && (
                    <Text size="xs" c="dimmed">
                      {newTitle.sentence[language]}
                    </Text>
                  )}
                </TitleRow>
              ))}
            </ol>
          )}
        </Query>
      </Stack>
    </aside>
  );
}

function Decide({ runId, row }: { runId: string; row: ReviewRow }): ReactNode {
  const t = useTexts();
  const { decide, error } = useDecide(runId);
  const decision = useDecision(runId, row);
  /**
   * Text typed for the owner and the row it was typed over, so that another curator's newer entry is not overwritten.
   */
  const [typed, setTyped] = useState<{ text: string; row: ReviewRow } | null>(null);
  const made = decision.runId === runId || decision.runId === null ? decision.decision : null;
  const keepOwner = async (): Promise<void> => {
    if (typed === null) return;
    if (await decide({ row: typed.row, owner: typed.text.trim() }))
      setTyped((now) => (now?.text === typed.text ? null : now));
  };
  return (
    <Stack gap="xs">
      <Group gap="2xs" role="group" aria-label={t('checks.decideFor', { profile: row.profile })}>
        {DECISIONS.map((one) => (
          <Button
            key={one}
            size="compact-sm"
            variant={made === one ? 'filled' : 'default'}
            aria-pressed={made === one}
            onClick={() => void decide({ row, decision: made === one ? null : one })}
          >
            {t(`checks.decisions.${one}`)}
          </Button>
        ))}
      </Group>
      <TextInput
        size="xs"
        label={t('checks.owner')}
        maxLength={LONGEST_KEPT_NAME}
        value={typed?.text ?? decision.owner}
        onChange={({ currentTarget: { value } }) => setTyped({ text: value, row: typed?.row ?? row })}
        onBlur={() => void keepOwner()}
        onKeyDown={(event) => event.key === 'Enter' && void keepOwner()}
      />
      {error !== null && <ErrorNotice title={t('checks.decideFailed')} error={error} />}
    </Stack>
  );
}
