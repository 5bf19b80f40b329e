import { Anchor, Button, Center, Group, NativeSelect, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import type { Dataset } from '../../../shared/contract/dataset';
import type { KeptSegment } from '../../../shared/contract/kept';
import type { Run } from '../../../shared/contract/run-life';
import { filterParts } from '../../../shared/values/filter-parts';
import { RunGate } from '../../../renderer/actions/RunGate';
import { ChildScreenButton } from '../../../renderer/components/ChildScreenButton';
import { EmptyState } from '../../../renderer/components/EmptyState';
import { Query } from '../../../renderer/components/Query';
import { Screen } from '../../../renderer/components/Screen';
import { useEngine } from '../../../renderer/connection/engine-context';
import { BackLink } from '../../../renderer/components/BackLink';
import { useTexts } from '../../../renderer/locales/use-texts';
import { showChildScreen } from '../../../renderer/stores/child-screen';
import { setFilter } from '../../../renderer/stores/profile-list';
import { FairnessSection } from '../../fairness/window/public';
import { OutcomeSection } from '../../outcome/window/public';
import { useFilterName } from '../../profiles/window/public';
import { SegmentParts } from './SegmentParts';

/** A saved segment: what sets its profiles and their lists apart, with checks, scores and rules. */
export function SegmentScreen(): ReactNode {
  return <RunGate>{(run, dataset) => <Found run={run} dataset={dataset} />}</RunGate>;
}

function Found({ run, dataset }: { run: Run; dataset: Dataset }): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  const { id } = useParams<{ id: string }>();
  const { queries } = useEngine();
  const { data: segments } = useQuery(queries.segments.list.queryOptions({ input: { data: dataset.fingerprint } }));
  if (segments === undefined) return null;
  const segment = segments.find((one) => one.id === id);
  if (segment !== undefined) return <SegmentOf key={id} run={run} segment={segment} segments={segments} />;
  return (
    <EmptyState
      alone
      scene="gone"
      title={t('segments.gone')}
      body={t('segments.goneBody')}
      action={{ label: t('compare.back'), onClick: () => go('/profiles') }}
    />
  );
}

function SegmentOf({
  run,
  segment,
  segments,
}: {
  run: Run;
  segment: KeptSegment;
  segments: readonly KeptSegment[];
}): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  const { queries } = useEngine();
  const filterName = useFilterName();
  const [against, setAgainst] = useState('');
  const other = segments.find(({ id }) => id === against);
  const described = useQuery(
    queries.segments.describe.queryOptions({
      input: { runId: run.runId, filter: segment.filter, ...(other !== undefined && { against: other.filter }) },
    }),
  );
  const { data: first } = useQuery(
    queries.profiles.page.queryOptions({
      input: { data: run.dataset.fingerprint, filter: segment.filter, start: 0, end: 1 },
    }),
  );
  const profile = first?.rows[0]?.profile;
  return (
    <Screen
      title={segment.name}
      subtitle={
        <Group gap="xs">
          <BackLink to="/profiles">{t('compare.back')}</BackLink>
          {filterParts(segment.filter).map(filterName).join(' · ')}
        </Group>
      }
      actions={
        <>
          {/* Of its first profile. */}
          {profile !== undefined && (
            <Center h={36}>
              <ChildScreenButton onShow={() => showChildScreen({ runId: run.runId, profile })} />
            </Center>
          )}
          <NativeSelect
            aria-label={t('segments.against')}
            value={against}
            onChange={({ currentTarget }) => setAgainst(currentTarget.value)}
            data={[
              { value: '', label: `${t('segments.against')}: ${t('segments.everybodyElse')}` },
              ...segments
                .filter(({ id }) => id !== segment.id)
                .map(({ id, name }) => ({ value: id, label: `${t('segments.against')}: ${name}` })),
            ]}
          />
          <Button
            leftSection={<IconUsers size={16} aria-hidden />}
            onClick={() => {
              setFilter(segment.filter);
              go('/profiles');
            }}
          >
            {t('segments.toProfiles')}
          </Button>
        </>
      }
    >
      {segments.length === 1 && (
        <Text size="sm" c="dimmed">
          {t('segments.onlyOne')}{' '}
          <Anchor component={Link} href="/profiles" size="sm" underline="always">
            {t('segments.makeAnother')}
          </Anchor>
        </Text>
      )}
      <Query of={described} lines={12}>
        {(parts) => <SegmentParts described={parts} data={run.dataset.fingerprint} filter={segment.filter} />}
      </Query>
      <FairnessSection run={run} of={segment.filter} />
      <OutcomeSection run={run} of={segment.filter} />
    </Screen>
  );
}
