import { Anchor } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { ApproveDialog, type ApprovedLists, useApprovalText } from '../../../renderer/actions/ApproveDialog';
import { approvalHolding } from '../../../shared/contract/approvals';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useTexts } from '../../../renderer/locales/use-texts';

/**
 * Who approved exactly these lists, with a way to take that back, or where to approve them: tuned ones here, since
 * Review shows lists without a tuning.
 */
export function ApprovalLine({ lists }: { lists: ApprovedLists }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const approvalText = useApprovalText();
  const [opened, { open, close }] = useDisclosure(false);
  const { data: approvals } = useQuery(queries.review.approvals.queryOptions({ input: lists }));
  if (approvals === undefined) return '–';
  const { current, standing } = approvals;
  const holding = approvalHolding(approvals);
  return (
    <>
      {current !== null && standing === 'holds'
        ? approvalText(current)
        : standing === null || standing === 'holds'
          ? t('checks.notApproved')
          : t(`checks.standing.${standing}`)}{' '}
      {holding === null && lists.tuning === undefined ? (
        <Anchor component={Link} href="/review" size="sm" underline="always">
          {t('checks.goReview')}
        </Anchor>
      ) : (
        <Anchor component="button" type="button" size="sm" underline="always" onClick={open}>
          {t(holding === null ? 'checks.approve' : 'checks.withdraw')}
        </Anchor>
      )}
      <ApproveDialog lists={lists} current={holding} undecided={0} opened={opened} onClose={close} />
    </>
  );
}
