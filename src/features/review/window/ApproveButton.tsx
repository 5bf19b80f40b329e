import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconRosetteDiscountCheck, IconRosetteDiscountCheckFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { approvalHolding } from '../../../shared/contract/approvals';
import { ApproveDialog, useApprovalText } from '../../../renderer/actions/ApproveDialog';
import { KeepHead } from './heads/KeepHead';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import type { RulesOfScreen } from '../../../renderer/stores/use-counting-rules';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useMainAction } from '../../../renderer/stores/main-action';

/**
 * Who approved the lists of a run, as the rules make them on the day, for export; approves them, or withdraws the
 * approval. @param undecided number of flagged lists without a decision
 */
export function ApproveButton({
  runId,
  undecided,
  rules: { choice },
}: {
  runId: string;
  undecided: number;
  rules: RulesOfScreen;
}): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const approvalText = useApprovalText();
  const [opened, { open, close }] = useDisclosure(false);
  const lists = { runId, ...choice };
  const approvals = useQuery(queries.review.approvals.queryOptions({ input: lists }));
  const current = approvalHolding(approvals.data);
  const standing = approvals.data?.standing ?? null;
  const label = t('checks.approve');
  useMainAction(current === null ? { label, run: open, blocked: null } : null);
  if (approvals.error !== null) return <ErrorNotice error={approvals.error} onRetry={() => void approvals.refetch()} />;
  return (
    <>
      <Group gap="sm" wrap="nowrap">
        {current !== null ? (
          <Group gap="2xs" wrap="nowrap">
            <IconRosetteDiscountCheckFilled
              size={18}
              aria-hidden
              color="var(--mantine-color-anchor)"
              style={{ flexShrink: 0 }}
            />
            <Text size="sm">{approvalText(current)}</Text>
          </Group>
        ) : (
          standing !== null && (
            <Text size="sm" c="dimmed">
              {standing === 'holds' ? approvalText(approvals.data!.current!) : t(`checks.standing.${standing}`)}
            </Text>
          )
        )}
        {current !== null && <KeepHead runId={runId} />}
        {current === null ? (
          <Button leftSection={<IconRosetteDiscountCheck size={16} aria-hidden />} onClick={open}>
            {label}
          </Button>
        ) : (
          <Button variant="default" onClick={open}>
            {t('checks.withdraw')}
          </Button>
        )}
      </Group>
      <ApproveDialog lists={lists} current={current} undecided={undecided} opened={opened} onClose={close} />
    </>
  );
}
