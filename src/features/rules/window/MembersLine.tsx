import { Anchor, Text } from '@mantine/core';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useActiveRun } from '../../../renderer/stores/engine-data';
import type { RuleMembers } from '../../../shared/contract/rules';
import type { MembersSince } from '../contract/members-since';

/** Whether the members that a rule took from a segment are those of today, and the way to take these. */
export function MembersLine({
  data,
  members,
  since,
  onTake,
}: {
  data: string;
  members: RuleMembers;
  /** Undefined until it is known. */
  since: MembersSince | undefined;
  onTake: (members: RuleMembers) => void;
}): ReactNode {
  const t = useTexts();
  const take = useTakeMembers(data, onTake);
  if (since === undefined) return null;
  const { isKnown, came, left } = since;
  const isSame = came === 0 && left === 0;
  const text = !isKnown
    ? t('rules.membersUnknown')
    : isSame
      ? t('rules.membersSame')
      : t('rules.membersChanged', { came, left });
  return (
    <>
      <Text size="sm" c={isKnown && isSame ? 'dimmed' : 'var(--shelfwise-warning)'}>
        {text}{' '}
        {isKnown && !isSame && (
          <Anchor component="button" type="button" size="sm" onClick={() => take.mutate(members)}>
            {t('rules.membersToday', { name: members.name })}
          </Anchor>
        )}
      </Text>
      {take.error !== null && <ErrorNotice error={take.error} />}
    </>
  );
}

/** Takes the members that a segment has today, of the open run where it asks for one. */
export function useTakeMembers(
  data: string,
  onTake: (members: RuleMembers) => void,
): UseMutationResult<RuleMembers, Error, { segment: string }> {
  const { client } = useEngine();
  const runId = useActiveRun()?.runId;
  return useMutation({
    mutationFn: ({ segment }: { segment: string }) =>
      client.rules.members({ data, segment, ...(runId !== undefined && { runId }) }),
    onSuccess: onTake,
  });
}
