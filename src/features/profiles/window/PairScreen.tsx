import { Anchor, Group, SimpleGrid, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link, useParams } from 'wouter';
import type { ProfileView } from '../../../shared/contract/recommendation';
import type { RunRecord } from '../../../shared/contract/run';
import type { TunedList } from '../../../shared/contract/tuning';
import { whoWithId } from '../../../shared/words/child-in-words';
import type { ShownValue } from '../../../shared/labels/label-book';
import { BackLink } from '../../../renderer/components/BackLink';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { AttributeName, ValueName } from '../../../renderer/components/labels/ValueName';
import { partOfPlace } from '../../../renderer/components/place';
import { Query } from '../../../renderer/components/Query';
import { Screen } from '../../../renderer/components/Screen';
import { Section } from '../../../renderer/components/Section';
import { useEngine } from '../../../renderer/connection/engine-context';
import { RunGate } from '../../../renderer/actions/RunGate';
import { PairTitles } from './PairTitles';
import classes from './Pair.module.css';

/** Two children under one model: what their attributes, histories and lists have in common. */
export function PairScreen(): ReactNode {
  const { left, right } = useParams<{ left: string; right: string }>();
  return <RunGate>{(run) => <PairOf run={run} profiles={[partOfPlace(left), partOfPlace(right)]} />}</RunGate>;
}

type ProfileWithList = ProfileView & Pick<TunedList, 'items'>;

function PairOf({
  run: { runId, name, dataset },
  profiles: [left, right],
}: {
  run: RunRecord;
  profiles: readonly [string, string];
}): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const withList = (profile: string) => ({
    queryKey: [...queries.lists.show.key(), 'with history', runId, profile],
    queryFn: async (): Promise<ProfileWithList> => {
      const [known, { items }] = await Promise.all([
        client.profiles.open({ data: dataset.fingerprint, profile }),
        client.lists.show({ runId, profile }),
      ]);
      return { ...known, items };
    },
  });
  const labels = useLabels(dataset.fingerprint);
  const named = (profile: string, known?: ProfileView): string =>
    whoWithId(known ?? { profile, attributes: [] }, labels, t);
  const one = useQuery(withList(left));
  const other = useQuery(withList(right));
  return (
    <Screen
      title={t('pair.title', { left: named(left, one.data), right: named(right, other.data) })}
      subtitle={
        <Group gap="xs">
          <BackLink to="/profiles">{t('compare.back')}</BackLink>
          {name}
        </Group>
      }
    >
      <Query of={one} lines={10}>
        {(first) => (
          <Query of={other} lines={10}>
            {(second) => <Pair first={first} second={second} />}
          </Query>
        )}
      </Query>
    </Screen>
  );
}

interface Both<Side> {
  first: Side;
  second: Side;
}

function Pair({ first, second }: Both<ProfileWithList>): ReactNode {
  const t = useTexts();
  const labels = useLabels();
  const both = [first, second] as const;
  const others = [second, first] as const;
  const shared = (lists: 'history' | 'items'): number => {
    const ids = new Set(second[lists].map(({ item }) => item));
    return first[lists].filter(({ item }) => ids.has(item)).length;
  };
  return (
    <Stack gap="lg">
      <Section title={t('compare.attributes')} flush>
        <Attributes first={first} second={second} />
      </Section>
      <Section title={t('compare.history')}>
        <Text size="sm" c="dimmed" mb="xs">
          {t('pair.sharedHistory', { count: shared('history') })}
        </Text>
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          {both.map((child, side) => (
            <PairTitles
              key={child.profile}
              label={t('pair.historyOf', { who: whoWithId(child, labels, t), count: child.history.length })}
              titles={child.history}
              others={others[side]!.history.map(({ item }) => item)}
              isRanked={false}
            />
          ))}
        </SimpleGrid>
      </Section>
      <Section title={t('compare.list')}>
        <Text size="sm" c="dimmed" mb="xs">
          {t('pair.sharedList', { count: shared('items'), of: first.items.length })}
        </Text>
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          {both.map((child, side) => (
            <PairTitles
              key={child.profile}
              label={whoWithId(child, labels, t)}
              titles={child.items}
              others={others[side]!.items.map(({ item }) => item)}
              isRanked
            />
          ))}
        </SimpleGrid>
      </Section>
    </Stack>
  );
}

/** Values that both sets contain. */
const inBoth = (one: readonly ShownValue[], other: readonly ShownValue[]): string[] => {
  const codes = new Set(other.map(({ code }) => code));
  return one.filter(({ code }) => codes.has(code)).map(({ label }) => label);
};

/** The attributes of both profiles side by side. */
export function Attributes({ first, second }: Both<ProfileView>): ReactNode {
  const t = useTexts();
  const labels = useLabels();
  return (
    <Table horizontalSpacing="clamp(6px, 1.2vw, 16px)" className={classes.attributes}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('pair.attribute')}</Table.Th>
          {[first, second].map((child) => (
            <Table.Th key={child.profile}>
              <Anchor component={Link} href={`/compare/${encodeURIComponent(child.profile)}`} size="sm" fw={600}>
                {whoWithId(child, labels, t)}
              </Anchor>
            </Table.Th>
          ))}
          <Table.Th>{t('pair.same')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {first.attributes.map(({ name, value }, index) => {
          const other = second.attributes[index]?.value ?? null;
          const isSame = value === other;
          const membersOf = (text: string | null) => (text === null ? [] : labels.members(name, text));
          const shared = isSame ? [] : inBoth(membersOf(value), membersOf(other));
          return (
            <Table.Tr key={name}>
              <Table.Th scope="row">
                <AttributeName name={name} />
              </Table.Th>
              {[value, other].map((shown, side) => (
                <Table.Td key={side} fw={isSame && value !== null ? 600 : 400}>
                  {shown === null ? t('common.missing') : <ValueName attribute={name} value={shown} />}
                </Table.Td>
              ))}
              <Table.Td>
                {isSame
                  ? t('pair.isSame')
                  : shared.length > 0
                    ? t('pair.isShared', { values: shared.join(', ') })
                    : t('pair.differs')}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
