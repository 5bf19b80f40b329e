import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApproveDialog, type ApprovedLists, useApprovalText } from '../../../renderer/actions/ApproveDialog';
import { approvalHolding } from '../../../shared/contract/approvals';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useTexts } from '../../../renderer/locales/use-texts';

/** What lets the lists of a refresh leave: a person's approval, and then the file. */
export function Leaving({ lists, onWrite }: { lists: ApprovedLists; onWrite: () => void }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const approvalText = useApprovalText();
  const [opened, { open, close }] = useDisclosure(false);
  const { data: approvals } = useQuery(queries.review.approvals.queryOptions({ input: lists }));
  const holding = approvalHolding(approvals);
  if (approvals === undefined) return null;
  return (
    <>
      {holding === null ? (
        <Button size="compact-md" onClick={open}>
          {t('checks.approve')}
        </Button>
      ) : (
        <>
          <Text size="sm">{approvalText(holding)}</Text>
          <Button size="compact-md" onClick={onWrite}>
            {t('refresh.write')}
          </Button>
        </>
      )}
      <ApproveDialog lists={lists} current={null} undecided={0} opened={opened} onClose={close} />
    </>
  );
}
