import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { skipToken, useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { Link, useLocation, useParams } from 'wouter';
import { useTexts } from '../../../renderer/locales/use-texts';
import { screenRow } from '../../screens';
import type { ChangedLists, ChangesRequest } from '../contract/changes';
import { changesSummary, reasonText } from '../contract/summary';
import { BackToRuns } from '../../../renderer/actions/BackToRuns';
import { useShowRun } from '../../../renderer/actions/use-show-run';
import { BackLink } from '../../../renderer/components/BackLink';
import { GenreName } from '../../../renderer/components/labels/GenreName';
import { TitleCover } from '../../../renderer/components/titles/TitleCover';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { Query } from '../../../renderer/components/Query';
import { Screen } from '../../../renderer/components/Screen';
import { Section } from '../../../renderer/components/Section';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { ApproveChanged } from './ApproveChanged';
import { ChangedTable } from './ChangedTable';
import { DecideChanged } from './DecideChanged';
import { MovesTable } from './MovesTable';
import {
  type CameFrom,
  cameFromOf,
  isOfNextExport,
  type Side,
  sideOf,
} from '../../../renderer/components/changes-place';
import { SideChooser } from './SideChooser';
import { useDelivery } from './use-delivery';

/** How the delivered lists of a run differ from those of an earlier one, with ways into a list and into review. */
export function ChangesScreen(): ReactNode {
  const t = useTexts();
  const params = useParams<{ before: string; after: string; from?: string }>();
  const { queries } = useEngine();
  const before = useDelivery(useMemo(() => sideOf(params.before), [params.before]));
  const after = useDelivery(useMemo(() => sideOf(params.after), [params.after]));
  const request =
    before.choice === null || after.choice === null ? null : { before: before.choice, after: after.choice };
  const from = cameFromOf(params.from);
  const told = useQuery(queries.changes.lists.queryOptions({ input: request ?? skipToken }));
  const failed = before.failed ?? after.failed;
  const isTuningGone = before.isTuningGone || after.isTuningGone;
  return (
    <Screen
      title={t('shell.screen.changes')}
      subtitle={
        from === undefined ? (
          <BackToRuns />
        ) : (
          <BackLink to={screenRow(from).place}>{t(`shell.screen.${from}`)}</BackLink>
        )
      }
    >
      <SideChooser before={before} after={after} from={from} />
      {isTuningGone ? (
        <Text role="status">{t('changes.tuningGone')}</Text>
      ) : failed !== null ? (
        <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />
      ) : (
        <Query of={told} lines={12}>
          {(changes) => (
            <Changes
              changes={changes}
              request={request!}
              sides={{ before: before.side, after: after.side }}
              from={from}
            />
          )}
        </Query>
      )}
    </Screen>
  );
}

function Changes({
  changes,
  request,
  sides,
  from,
}: {
  changes: ChangedLists;
  request: ChangesRequest;
  sides: { readonly before: Side; readonly after: Side };
  from: CameFrom;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const [, go] = useLocation();
  const show = useShowRun();
  const { before, after, titlesMoved } = changes;
  const hasMoved = changes.changed > changes.reordered;
  const reason = (one: ChangedLists['reasons'][number]['reason']): string => reasonText(t, one, changes.isSameData);
  const [lead, ...more] = changesSummary(changes, { t, format });
  const notes = [...more, ...(before.rules !== null || after.rules !== null ? [t('changes.underRules')] : [])];
  return (
    <Stack gap="lg">
      <Section
        title={lead}
        actions={
          <>
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
            {/* A file that was exported is past that, and a tuning or other rules are tried here. */}
            {isOfNextExport(sides.after) && <ApproveChanged of={after} />}
          </>
        }
      >
        <Stack gap="sm">
          <Text size="sm" role="status">
            {notes.join(' ')}
          </Text>
          {hasMoved && <DecideChanged changes={changes} request={request} />}
        </Stack>
      </Section>
      {hasMoved && (
        <>
          <ChangedTable changes={changes} sides={sides} from={from} />
          <MovesTable
            title={t('changes.reasons')}
            columns={[t('changes.reason')]}
            rows={changes.reasons.map((one) => ({ ...one, key: one.reason, cells: [reason(one.reason)] }))}
          />
          <MovesTable
            title={t('changes.titles')}
            description={
              titlesMoved > changes.titles.length
                ? t('changes.more', { shown: format.count(changes.titles.length), all: format.count(titlesMoved) })
                : undefined
            }
            columns={[t('changes.title'), t('changes.reason'), t('changes.before'), t('changes.after')]}
            texts={2}
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
                one.group === null ? t('common.missing') : <GenreName key="group" group={one.group} />,
                format.count(one.before),
                format.count(one.after),
              ],
            }))}
          />
        </>
      )}
    </Stack>
  );
}
