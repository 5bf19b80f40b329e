import { Anchor, Box, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useRunName } from '../../../renderer/stores/engine-data';
import { hurtsText, worthText } from '../contract/condition-text';

/** What the attributes are worth to each model of a data set of which it was measured; nothing without any. */
export function ConditionLines({
  data,
  isInset,
}: {
  data: string;
  /** Whether it stands away from the borders of its section. */
  isInset: boolean;
}): ReactNode {
  const t = useTexts();
  const nameOf = useRunName();
  const { queries } = useEngine();
  const { data: conditions = [] } = useQuery(queries.runs.conditions.queryOptions({ input: { data } }));
  if (conditions.length === 0) return null;
  const lines = conditions.map(({ runId, name, measured }) => (
    <Text key={runId} size="sm">
      <Anchor component={Link} href={`/runs/${runId}`} size="sm">
        {nameOf(name)}
      </Anchor>
      {': '}
      {[worthText(measured!.worth, { t }), hurtsText(measured!.worth, { t })].filter(Boolean).join(' ')}
    </Text>
  ));
  return isInset ? (
    <Box mt="xs">{lines}</Box>
  ) : (
    <Box px="md" pb="sm">
      {lines}
    </Box>
  );
}
