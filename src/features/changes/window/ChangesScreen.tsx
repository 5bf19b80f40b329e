import { Anchor, Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { ChangedLists, ChangesRequest } from '../contract/changes';
import { MOST_TITLES_NAMED } from '../contract/limits';
import { changesSummary } from '../contract/summary';
import { compareWith } from '../../inspect/window/public';
import { BackToRuns } from '../../../renderer/actions/BackToRuns';
import { useShowRun } from '../../../renderer/actions/use-show-run';
import { FirstOf } from '../../../renderer/components/FirstOf';
import { GenreName } from '../../../renderer/components/labels/GenreName';
import { TitleCover } from '../../../renderer/components/titles/TitleCover';
import { Query } from '../../../renderer/components/Query';
import { Screen } from '../../../renderer/components/Screen';
import { Section } from '../../../renderer/components/Section';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { listText, placeOfProfile } from '../../../renderer/components/origin';
import { DecideChanged } from './DecideChanged';
import { MovesTable } from './MovesTable';
import { placeOfSide, sideOf } from './side-of-place';
import { SideChooser } from './SideChooser';

/** How the delivered lists of a run differ from those of an earlier one, with ways into a list and into review. */
export function ChangesScreen(): ReactNode {
  const t = useTexts();
  const { before, after } = useParams<{ before: string; after: string }>();
  const { queries } = useEngine();
  const request = { before: sideOf(before), after: sideOf(after) };
  const told = useQuery(queries.changes.lists.queryOptions({ input: request }));
  return (
    <Screen title={t('shell.screen.changes')} subtitle={<BackToRuns />}>
      <SideChooser {...request} />
      <Query of={told} lines={12}>
        {(changes) => <Changes changes={changes} request={request} />}
      </Query>
    </Screen>
  );
}

function Changes({ changes, request }: { changes: ChangedLists; request: ChangesRequest }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const [, go] = useLocation();
  const show = useShowRun();
  const { before, after, changed, titlesMoved } = changes;
  const reason = (one: ChangedLists['reasons'][number]['reason']): string => t(`changes.reason.${one}`);
  const [lead, ...more] = changesSummary(changes, { t, format });
  const notes = [...more, ...(before.rules !== null || after.rules !== null ? [t('changes.underRules')] : [])];
  return (
    <Stack gap="lg">
      <Section
        title={lead}
        actions={
          <Button
            variant="default"
            leftSection={<IconChecklist size={16} aria-hidden />}
            onClick={() => {
              show(after.runId, after.data);
              go('/review');
            }}
          >
            {t('changes.review')}
          </Button>
        }
      >
        <Text size="sm" role="status">
          {notes.join(' ')}
        </Text>
      </Section>
      {changed > 0 && (
        <>
          <DecideChanged changes={changes} request={request} />
          <MovesTable
            title={t('changes.reasons')}
            columns={[t('changes.reason')]}
            rows={changes.reasons.map((one) => ({ ...one, key: one.reason, cells: [reason(one.reason)] }))}
          />
          <MovesTable
            title={t('changes.segments')}
            columns={[t('changes.segment'), t('changes.changedLists')]}
            rows={changes.segments.map((one) => ({
              ...one,
              key: one.id,
              cells: [
                <Anchor key="segment" component={Link} href={`/segment/${encodeURIComponent(one.id)}`} size="sm">
                  {one.name}
                </Anchor>,
                t('audience.shareOf', { count: format.count(one.changed), all: format.count(one.profiles) }),
              ],
            }))}
          />
          <MovesTable
            title={t('changes.groups')}
            columns={[t('changes.group'), t('changes.before'), t('changes.after')]}
            rows={changes.groups.map((one) => ({
              ...one,
              key: one.group ?? '',
              cells: [
                one.group === null ? t('titles.missing') : <GenreName key="group" group={one.group} />,
                format.count(one.before),
                format.count(one.after),
              ],
            }))}
          />
          <MovesTable
            title={t('changes.titles')}
            description={
              titlesMoved > changes.titles.length
                ? t('changes.more', { shown: format.count(changes.titles.length), all: format.count(titlesMoved) })
                : undefined
            }
            columns={[t('changes.title'), t('changes.reason'), t('changes.before'), t('changes.after')]}
            rows={changes.titles.map((one) => ({
              ...one,
              key: one.item,
              cells: [
                <Group key="title" gap="sm" wrap="nowrap">
                  <TitleCover item={one.item} title={one.title ?? one.item} />
                  <Anchor
                    component={Link}
                    href={`/titles/${encodeURIComponent(one.item)}`}
                    size="sm"
                    onClick={() => show(after.runId, after.data)}
                  >
                    {one.title ?? one.item}
                  </Anchor>
                </Group>,
                reason(one.reason),
                format.count(one.before),
                format.count(one.after),
              ],
            }))}
          />
          <ChangedTable changes={changes} request={request} reason={reason} />
        </>
      )}
    </Stack>
  );
}

function ChangedTable({
  changes: { before, after, lists, changed },
  request,
  reason,
}: {
  changes: ChangedLists;
  request: ChangesRequest;
  reason: (one: ChangedLists['reasons'][number]['reason']) => string;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const show = useShowRun();
  const all = lists.map(({ profile }) => profile);
  const named = (moved: ChangedLists['lists'][number]['came']): ReactNode => (
    <FirstOf all={moved} most={MOST_TITLES_NAMED}>
      {(shown) => shown.map(({ item, title, reason: why }) => `${title ?? item} (${reason(why)})`).join(', ')}
    </FirstOf>
  );
  return (
    <Section
      flush
      title={t('changes.lists')}
      description={
        changed > lists.length
          ? t('changes.more', { shown: format.count(lists.length), all: format.count(changed) })
          : undefined
      }
    >
      <Table horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('changes.profile')}</Table.Th>
            <Table.Th ta="right">{t('changes.shared')}</Table.Th>
            <Table.Th>{t('changes.came')}</Table.Th>
            <Table.Th>{t('changes.went')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lists.map(({ profile, shared, came, went }) => (
            <Table.Tr key={profile}>
              <Table.Th scope="row" fw={600}>
                <Anchor
                  component={Link}
                  href={placeOfProfile(profile, {
                    kind: 'changes',
                    values: {
                      before: placeOfSide(request.before),
                      after: placeOfSide(request.after),
                      list: listText(all, profile),
                    },
                  })}
                  size="sm"
                  aria-label={t('changes.beside', { profile })}
                  onClick={() => {
                    show(after.runId, after.data);
                    compareWith(before.runId, 'changes');
                  }}
                >
                  {profile}
                </Anchor>
              </Table.Th>
              <Table.Td ta="right">{format.count(shared)}</Table.Td>
              <Table.Td>{named(came)}</Table.Td>
              <Table.Td>{named(went)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
