import { Alert, Badge, Group, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { NEUTRAL_TUNING, type TunedItem } from '../../../shared/contract/tuning';
import type { RulesChoice } from '../../../shared/contract/rules';
import type { RunRecord } from '../../../shared/contract/run';
import { Query } from '../../../renderer/components/Query';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { ListRow } from './ListRow';
import { barShares } from './movement';
import type { GroupCounts } from './shared-groups';
import classes from '../../../renderer/components/panes.module.css';

/** The list of the run that the open one is compared with, and the rank of each of its titles in the open one. */
export function OtherListPane({
  run,
  other,
  profile,
  rules,
  present,
  watchedGroups,
}: {
  run: RunRecord;
  other: RunRecord;
  profile: string;
  rules: RulesChoice | undefined;
  /** IDs of the open, tuned list in order; null while unknown. */
  present: readonly string[] | null;
  watchedGroups: GroupCounts;
}): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const list = useQuery(
    queries.tuning.apply.queryOptions({
      input: { runId: other.runId, profile, tuning: NEUTRAL_TUNING, rules },
      placeholderData: keepPreviousData,
    }),
  );
  const isOtherData = other.dataset.fingerprint !== run.dataset.fingerprint;
  return (
    <section className={classes.pane} aria-label={t('compare.runA')}>
      <Group wrap="nowrap" gap="xs" className={classes.paneHead}>
        <Title order={2} className={classes.runLetter}>
          A
        </Title>
        <Text size="sm" truncate title={other.name}>
          {other.name}
        </Text>
      </Group>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('compare.runA')}>
        {isOtherData && (
          <Alert
            variant="light"
            color="yellow"
            m="sm"
            icon={<IconAlertTriangle aria-hidden />}
            title={t('compare.otherDataTitle')}
            styles={{ title: { color: 'var(--mantine-color-text)' } }}
          >
            <Text size="sm" c="var(--mantine-color-text)">
              {t('compare.otherDataBody', { data: other.dataset.name })}
            </Text>
          </Alert>
        )}
        <Query of={list} lines={12}>
          {({ items }) => <Rows items={items} present={present} watchedGroups={watchedGroups} />}
        </Query>
      </div>
    </section>
  );
}

function Rows({
  items,
  present,
  watchedGroups,
}: {
  items: readonly TunedItem[];
  present: readonly string[] | null;
  watchedGroups: GroupCounts;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const shares = barShares(items.map(({ score }) => score));
  return (
    <ol className={classes.rows}>
      {items.map((item, index) => {
        const place = present?.indexOf(item.item) ?? -1;
        return (
          <ListRow key={item.item} item={item} share={shares[index] ?? 0} watchedGroups={watchedGroups}>
            {present !== null && (
              <Badge
                size="sm"
                variant={place < 0 ? 'default' : 'light'}
                tt="none"
                className={classes.badge}
                data-gone={place < 0 || undefined}
              >
                {place < 0 ? t('compare.notInB') : t('compare.inB', { rank: format.count(place + 1) })}
              </Badge>
            )}
          </ListRow>
        );
      })}
    </ol>
  );
}
