import { Text, Title } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { NEUTRAL_TUNING, type TunedItem } from '../../../shared/contract/tuning';
import type { RulesChoice } from '../../../shared/contract/rules';
import type { RunRecord } from '../../../shared/contract/run';
import { Query } from '../../../renderer/components/Query';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useNameApart } from '../../../renderer/components/use-name-apart';
import { useNamesOfRules } from '../../../renderer/components/rules/use-rule-text';
import { useFormat } from '../../../renderer/locales/format';
import { ListRow } from './ListRow';
import { OtherData } from './OtherData';
import { barShares } from './movement';
import { type AsRanked, RankedBy } from './RankedBy';
import type { GroupCounts } from './shared-groups';
import titleRows from '../../../renderer/components/titles/TitleRow.module.css';
import classes from './Lists.module.css';

/** The list of the run that the open one is compared with, and the rank of each of its titles in the open one. */
export function OtherListPane({
  run,
  other,
  profile,
  rules,
  present,
  watchedGroups,
  isBefore,
  asRanked,
}: {
  run: RunRecord;
  other: RunRecord;
  profile: string;
  rules: RulesChoice | undefined;
  /** IDs of the open, tuned list in order; null while unknown. */
  present: readonly string[] | null;
  watchedGroups: GroupCounts;
  /** Whether it is the earlier of two lists whose changes are looked at. */
  isBefore: boolean;
  /** Null if no rule is on, or if the switch stands above the open list. */
  asRanked: AsRanked | null;
}): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const list = useQuery(
    queries.lists.show.queryOptions({
      input: { runId: other.runId, profile, tuning: NEUTRAL_TUNING, rules },
      placeholderData: keepPreviousData,
    }),
  );
  const nameApart = useNameApart();
  const name = isBefore ? t('compare.listBefore', { name: nameApart(other) }) : nameApart(other);
  return (
    <section className={classes.list} aria-label={t('compare.runA')}>
      <div className={classes.head}>
        <Title order={2} className={classes.letter}>
          A
        </Title>
        <Text size="sm" fw={600} truncate title={name} className={classes.name}>
          {name}
        </Text>
      </div>
      <div className={classes.notes}>
        {asRanked !== null && (
          <div className={classes.which}>
            <RankedBy {...asRanked} />
          </div>
        )}
        <OtherData a={other.dataset} b={run.dataset} />
      </div>
      <Query of={list} lines={12}>
        {({ items }) => <Rows items={items} present={present} watchedGroups={watchedGroups} />}
      </Query>
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
  const nameOfRule = useNamesOfRules();
  const shares = barShares(items.map(({ score }) => score));
  return (
    <ol className={`${titleRows.rows} ${classes.rows}`}>
      {items.map((item, index) => {
        const place = present?.indexOf(item.item) ?? -1;
        const inB = place < 0 ? t('compare.notInB') : t('compare.inB', { rank: format.count(place + 1) });
        return (
          <ListRow
            key={item.item}
            item={item}
            share={shares[index] ?? 0}
            nameOfRule={nameOfRule}
            watchedGroups={watchedGroups}
            marks={present === null ? [] : [{ key: 'inB', figure: inB, isWord: true }]}
          />
        );
      })}
    </ol>
  );
}
