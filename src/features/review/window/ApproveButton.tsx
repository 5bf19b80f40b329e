import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Approvals } from '../../../shared/contract/approvals';
import { LONGEST_KEPT_NAME, LONGEST_NOTE } from '../../../shared/limits';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import type { RulesInUse } from '../../../renderer/stores/use-applied-rules';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { useMainAction } from '../../../renderer/stores/main-action';

/**
 * Who approved the lists of a run for export; approves them, or withdraws the approval. @param undecided number of
 * flagged lists without a decision
 */
export function ApproveButton({
  runId,
  undecided,
  rules,
}: {
  runId: string;
  undecided: number;
  rules: RulesInUse;
}): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const format = useFormat();
  const [opened, { open, close }] = useDisclosure(false);
  const approvals = useQuery(queries.review.approvals.queryOptions({ input: { runId } }));
  const under = rules.applied === null ? null : (rules.saved?.rulesSha256 ?? null);
  const last = approvals.data?.current ?? null;
  const current = last?.rulesSha256 === under ? last : null;
  const label = t(current === null ? 'checks.approve' : 'checks.approval');
  useMainAction(useMemo(() => ({ label, run: open, blocked: null }), [label, open]));
  if (approvals.error !== null) return <ErrorNotice error={approvals.error} onRetry={() => void approvals.refetch()} />;
  return (
    <>
      <Group gap="sm" wrap="nowrap">
        {current !== null && (
          <Text size="sm" c="dimmed">
            {t('checks.approvedBy', { by: current.by, moment: format.moment(current.at) })}
          </Text>
        )}
        <Button
          variant={current === null ? 'filled' : 'default'}
          leftSection={<IconRosetteDiscountCheck size={16} aria-hidden />}
          onClick={open}
        >
          {label}
        </Button>
      </Group>
      <Modal opened={opened} onClose={close} title={label} closeButtonProps={{ 'aria-label': t('common.close') }}>
        <ApproveForm runId={runId} applied={rules.applied} current={current} undecided={undecided} onDone={close} />
      </Modal>
    </>
  );
}

function ApproveForm({
  runId,
  applied,
  current,
  undecided,
  onDone,
}: {
  runId: string;
  applied: RulesInUse['applied'];
  current: Approvals['current'];
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
    mutationFn: () =>
      client.review[current === null ? 'approve' : 'withdraw']({
        runId,
        by: by.trim(),
        reason: reason.trim(),
        ...(applied !== null && { rules: applied }),
      }),
    onSuccess: async (approvals) => {
      cache.setQueryData(queries.review.approvals.queryKey({ input: { runId } }), approvals);
      await cache.invalidateQueries({ queryKey: queries.review.audit.key() });
      onDone();
    },
  });
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
        {current === null && undecided > 0 && <Text size="sm">{t('checks.approveOpen', { count: undecided })}</Text>}
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
          {!canSave && (
            <Text size="sm" c="dimmed">
              {t('checks.approveNeeds')}
            </Text>
          )}
          <Button type="submit" loading={save.isPending} disabled={!canSave}>
            {t(current === null ? 'checks.approve' : 'checks.withdraw')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
