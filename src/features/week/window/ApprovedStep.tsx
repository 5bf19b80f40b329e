import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { ApproveDialog, type ApprovedLists } from '../../../renderer/actions/ApproveDialog';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useMainAction } from '../../../renderer/stores/main-action';
import type { Approval, StandingApprovals } from '../../../shared/contract/approvals';
import type { StepState } from '../contract/steps';
import { StepRow } from './StepRow';

/** Who stands for the lists as the rules make them now. It can be taken back until the file is sent. */
export function ApprovedStep({
  lists,
  count,
  rules,
  approvals,
  holding,
  undecided,
  isSent,
  state,
}: {
  /** Null without lists. */
  lists: ApprovedLists | null;
  count: number;
  /** Number of rules that count. */
  rules: number;
  approvals: StandingApprovals | undefined;
  holding: Approval | null;
  undecided: number;
  isSent: boolean;
  state: StepState;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const [opened, { open, close }] = useDisclosure(false);
  const label = t('week.approve');
  const isOpen = lists !== null && holding === null && approvals !== undefined;
  useMainAction(isOpen && state === 'now' ? { label, run: open, blocked: null } : null);
  const made = rules === 0 ? t('week.lists', { count }) : t('week.listsUnderRules', { count, rules });
  const { standing = null } = approvals ?? {};
  return (
    <>
      <StepRow
        step="approved"
        state={state}
        number={lists === null ? null : count}
        text={[
          lists !== null && made,
          holding !== null &&
            t('week.approvedBy', { name: holding.by === '' ? '–' : holding.by, moment: format.moment(holding.at) }),
          holding === null && standing !== null && standing !== 'holds' && t(`checks.standing.${standing}`),
        ]
          .filter((text) => text !== false)
          .join(' · ')}
        action={
          lists !== null &&
          (holding === null
            ? state !== 'now' && (
                <Button variant="default" disabled={!isOpen} onClick={open}>
                  {label}
                </Button>
              )
            : !isSent && (
                <Button variant="subtle" size="compact-md" onClick={open}>
                  {t('week.undoApproval')}
                </Button>
              ))
        }
      >
        {undecided > 0 && (
          <Text size="sm" c="dimmed" mb="sm">
            {t('checks.approveOpen', { count: undecided })}
          </Text>
        )}
        <Button size="md" disabled={!isOpen} onClick={open}>
          {label}
        </Button>
      </StepRow>
      {/* Beside the row: a step that is folded shows none of its own parts. */}
      {lists !== null && (
        <ApproveDialog lists={lists} current={holding} undecided={undecided} opened={opened} onClose={close} />
      )}
    </>
  );
}
