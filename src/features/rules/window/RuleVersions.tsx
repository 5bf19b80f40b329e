import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { KeptRules } from '../../../shared/contract/rule-answers';
import { EarlierVersions } from '../../../renderer/components/EarlierVersions';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { Query } from '../../../renderer/components/Query';
import { useEngine } from '../../../renderer/connection/engine-context';

/** Earlier versions of the rules. Restoring one is a change like any other. */
export function RuleVersions({
  data,
  onRestored,
  onCompare,
}: {
  data: string;
  onRestored: (now: KeptRules) => void;
  onCompare: (revision: number) => void;
}): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const history = useQuery(queries.rules.history.queryOptions({ input: { data } }));
  const use = useMutation({
    mutationFn: (change: { revision: number; to: number }) => client.rules.restore({ data, ...change }),
    onSuccess: async (now) => {
      onRestored(now);
      await cache.invalidateQueries({ queryKey: queries.rules.history.key() });
    },
  });
  return (
    <Query of={history}>
      {({ revision, versions }) => (
        <>
          <EarlierVersions
            versions={versions}
            label={t('versions.of', { name: t('rules.history') })}
            text={({ rules, on }) => t('rules.version', { count: rules, on })}
            isBusy={use.isPending}
            onCompare={(version) => onCompare(version.revision)}
            onUse={({ revision: to }) => use.mutate({ revision, to })}
          />
          {use.error !== null && <ErrorNotice title={t('rules.failed')} error={use.error} />}
        </>
      )}
    </Query>
  );
}
