import { Alert, Button, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useEngine } from '../../connection/engine-context';
import { useFormat } from '../../locales/format';
import { useTexts } from '../../locales/use-texts';
import { ErrorNotice } from '../ErrorNotice';

/** Offers the rules of the data set that a plain import of the changed folder left behind; hidden without such rules. */
export function OfferedRules({ data }: { data: string }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const { data: before } = useQuery(queries.rules.before.queryOptions({ input: { data } }));
  const adopt = useMutation({
    mutationFn: (from: string) => client.rules.adopt({ data, from }),
    onSuccess: () => cache.invalidateQueries({ queryKey: queries.rules.key() }),
  });
  if (before == null) return null;
  return (
    <Alert variant="light" color="brick" role="note">
      <Text size="sm">
        {t('rules.left', {
          name: before.name,
          moment: format.moment(before.importedAt),
          rules: before.rules,
          on: before.on,
        })}
      </Text>
      <Button
        mt="xs"
        size="compact-md"
        variant="default"
        loading={adopt.isPending}
        onClick={() => adopt.mutate(before.data)}
      >
        {t('rules.adopt')}
      </Button>
      {adopt.error !== null && <ErrorNotice title={t('rules.failed')} error={adopt.error} />}
    </Alert>
  );
}
