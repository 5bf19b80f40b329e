import { Anchor, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { Approval, ShownApproval } from '../../shared/contract/approvals';
import type { AppliedTuning } from '../../shared/contract/applied-tuning';
import type { RulesChoice } from '../../shared/contract/rules';
import { LONGEST_KEPT_NAME, LONGEST_NOTE } from '../../shared/limits';
import { ErrorNotice } from '../components/ErrorNotice';
import { ReasonedButton } from '../components/ReasonedButton';
import { useEngine } from '../connection/engine-context';
import { useFormat } from '../locales/format';
import { closeWithRun } from '../stores/notice-of-run';
import { addUndo } from '../stores/notices';
import { useTexts } from '../locales/use-texts';
import { WorseModel } from './WorseModel';

/** The lists that are approved: those of a run under the rules that count and a tuning. */
export interface ApprovedLists {
  readonly runId: string;
  readonly rules?: RulesChoice;
  readonly tuning?: AppliedTuning;
}

/** Who approved lists, and for an approval of a bundle, which bundle says so. */
export function useApprovalText(): (approval: Pick<ShownApproval, 'by' | 'at' | 'brought'>) => string {
  const t = useTexts();
  const format = useFormat();
  return ({ by, at, brought }) => {
    const moment = format.moment(at);
    if (brought === undefined) return t('checks.approvedBy', { by, moment });
    return t('checks.approvedElsewhere', { by, moment, file: brought.file ?? t('checks.someBundle') });
  };
}

/**
 * Approves lists for export, or takes their approval back. @param current the approval of these lists; null without
 * one @param undecided number of flagged lists without a decision
 */
export function ApproveDialog({
  lists,
  current,
  undecided,
  opened,
  onClose,
}: {
  lists: ApprovedLists;
  current: Approval | null;
  undecided: number;
  opened: boolean;
  onClose: () => void;
}): ReactNode {
  const t = useTexts();
  const label = t(current === null ? 'checks.approve' : 'checks.withdraw');
  return (
    <Modal opened={opened} onClose={onClose} title={label} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <ApproveForm lists={lists} current={current} undecided={undecided} onDone={onClose} />
    </Modal>
  );
}

function ApproveForm({
  lists,
  current,
  undecided,
  onDone,
}: {
  lists: ApprovedLists;
  current: Approval | null;
  undecided: number;
  onDone: () => void;
}): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const format = useFormat();
  const [by, setBy] = useState(current?.by ?? '');
  const [reason, setReason] = useState('');
  const save = useMutation({
    mutationFn: () => {
      const signed = { by: by.trim(), reason: reason.trim() };
      return current === null
        ? client.review.approve({ ...lists, ...signed })
        : client.review.withdraw({ runId: lists.runId, ...signed });
    },
    onSuccess: async (approvals) => {
      await refresh();
      onDone();
      const approved = approvals.current;
      if (current !== null || approved === null) return;
      const { runId } = lists;
      const id = addUndo(
        (say) => say('checks.approvedNow', { by: approved.by }),
        ['review', 'export', 'changes'],
        () => client.review.withdraw({ runId, by: approved.by, reason: t('checks.approveUndone') }).finally(refresh),
        {
          // Another window may have taken it back.
          key: queries.review.approvals.key(),
          // What was sent is approved: taking that back in passing would tell of lists that nobody approved.
          isStill: async () =>
            (await client.review.approvals(lists)).current?.at === approved.at &&
            !(await client.runs.exports({ runId })).some(({ exportedAt }) => exportedAt > approved.at),
        },
      );
      closeWithRun(id, runId);
    },
  });
  // The queue may be ordered by what changed since the last approval; a run is in use by it.
  const refresh = async (): Promise<void> => {
    for (const { key } of [queries.review, queries.runs.list]) await cache.invalidateQueries({ queryKey: key() });
  };
  const canSave = by.trim() !== '' && reason.trim() !== '';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (canSave) save.mutate();
      }}
    >
      <Stack gap="sm">
        <Text size="sm">
          {current === null
            ? t('checks.approveLead')
            : `${t('checks.approvedBy', { by: current.by, moment: format.moment(current.at) })}: ${current.reason}`}
        </Text>
        {current === null && <WorseModel runId={lists.runId} onKept={onDone} />}
        {current === null && undecided > 0 && (
          <Text size="sm">
            {t('checks.approveOpen', { count: undecided })}{' '}
            <Anchor component={Link} href="/review" size="sm" underline="always" onClick={onDone}>
              {t('checks.decideFirst')}
            </Anchor>
          </Text>
        )}
        <TextInput
          label={t('checks.by')}
          required
          maxLength={LONGEST_KEPT_NAME}
          data-autofocus
          value={by}
          onChange={(event) => setBy(event.currentTarget.value)}
        />
        <Textarea
          label={t(current === null ? 'checks.reason' : 'checks.withdrawReason')}
          required
          autosize
          minRows={2}
          maxRows={8}
          maxLength={LONGEST_NOTE}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {save.error !== null && <ErrorNotice title={t('checks.approveFailed')} error={save.error} />}
        <Group justify="flex-end">
          <ReasonedButton
            reason={canSave ? null : t('checks.approveNeeds')}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            {t(current === null ? 'checks.approve' : 'checks.withdraw')}
          </ReasonedButton>
        </Group>
      </Stack>
    </form>
  );
}
