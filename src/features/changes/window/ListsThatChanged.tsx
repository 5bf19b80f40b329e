import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useShowRun } from '../../../renderer/actions/use-show-run';
import { isOfNextExport } from '../../../renderer/components/changes-place';
import { GenreName } from '../../../renderer/components/labels/GenreName';
import { Section } from '../../../renderer/components/Section';
import { TitleCover } from '../../../renderer/components/titles/TitleCover';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { ChangedLists } from '../contract/changes';
import { changesSummary, reasonText } from '../contract/summary';
import { ApproveChanged } from './ApproveChanged';
import { ChangedTable } from './ChangedTable';
import { DecideChanged } from './DecideChanged';
import type { ShownChanges } from './MovedPicture';
import { MovesTable } from './MovesTable';

/** How many lists changed, to decide about them in one pass; whose; and all titles or genres that moved, also by chance. */
export function ListsThatChanged({ changes, of, request, sides, from }: ShownChanges): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const [, go] = useLocation();
  const show = useShowRun();
  const { before, after } = changes;
  const hasMoved = changes.changed > changes.reordered;
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
          {of === 'titles' ? <AllTitles changes={changes} /> : <AllGroups changes={changes} />}
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
        </>
      )}
    </Stack>
  );
}

function AllTitles({ changes }: { changes: ChangedLists }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const show = useShowRun();
  const { after, titles, titlesMoved, isSameData } = changes;
  return (
    <MovesTable
      title={t('changes.titles')}
      description={
        titlesMoved > titles.length
          ? t('changes.more', { shown: format.count(titles.length), all: format.count(titlesMoved) })
          : undefined
      }
      columns={[t('changes.title'), t('changes.reason'), t('changes.before'), t('changes.after')]}
      texts={2}
      rows={titles.map((one) => ({
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
          reasonText(t, one.reason, isSameData),
          format.count(one.before),
          format.count(one.after),
        ],
      }))}
    />
  );
}

function AllGroups({ changes }: { changes: ChangedLists }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  return (
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
  );
}
