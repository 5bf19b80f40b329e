import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { RulesChoice } from '../../../shared/contract/rules';
import { emptySentence } from '../charts/public';
import { WEEKS_TOLD_AHEAD } from '../contract/limits';

/** Which shelf runs empty first, if one does soon; nothing otherwise, and where the data cannot tell. */
export function EmptyShelfLine({ runId, rules }: { runId: string; rules: RulesChoice | undefined }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useEngine();
  const { data } = useQuery({
    ...queries.shelf.empty.queryOptions({ input: { runId, ...(rules !== undefined && { rules }) } }),
    retry: false,
  });
  const soon = data?.shelves.filter(({ weeks }) => weeks !== null && weeks <= WEEKS_TOLD_AHEAD) ?? [];
  const [first] = soon;
  if (first === undefined) return null;
  const { whose } = first;
  return (
    <Text size="sm" role="status">
      {emptySentence(first, '', { t, format })}{' '}
      {soon.length > 1 && `${t('shelfSteps.further', { count: soon.length - 1 })} `}
      {whose?.kind === 'segment' && (
        <Anchor component={Link} href={`/segment/${encodeURIComponent(whose.id)}`} size="sm" underline="always">
          {t('shelfSteps.toSegment')}
        </Anchor>
      )}
    </Text>
  );
}
