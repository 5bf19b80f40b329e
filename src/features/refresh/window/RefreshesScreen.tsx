import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useLocation } from 'wouter';
import { EmptyState } from '../../../renderer/components/EmptyState';
import { Query } from '../../../renderer/components/Query';
import { Screen } from '../../../renderer/components/Screen';
import { Section } from '../../../renderer/components/Section';
import { useEngine } from '../../../renderer/connection/engine-context';
import { RefreshTable } from './RefreshTable';
import { StartRefresh } from './StartRefresh';

/** The weekly job: what the next refresh starts from, the progress of the current one, and past results. */
export function RefreshesScreen(): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  const { queries } = useEngine();
  const base = useQuery(queries.refresh.base.queryOptions());
  const refreshes = useQuery(queries.refresh.list.queryOptions());
  return (
    <Screen title={t('shell.screen.refreshes')} subtitle={t('refresh.screenLead')}>
      <Query of={base} lines={5}>
        {(begun) =>
          begun === null ? (
            <EmptyState
              scene="model"
              title={t('refresh.emptyTitle')}
              body={t('refresh.emptyBody')}
              action={{ label: t('runs.train'), onClick: () => go('/train') }}
            />
          ) : (
            <StartRefresh base={begun} last={refreshes.data?.[0]} />
          )
        }
      </Query>
      <Section title={t('refresh.last')} flush={refreshes.data !== undefined && refreshes.data.length > 0}>
        <Query of={refreshes} lines={6}>
          {(listed) => <RefreshTable refreshes={listed} />}
        </Query>
      </Section>
    </Screen>
  );
}
