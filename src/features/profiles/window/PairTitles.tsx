import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { TitleRow } from '../../../renderer/components/titles/TitleRow';
import { useTexts } from '../../../renderer/locales/use-texts';
import titleRows from '../../../renderer/components/titles/TitleRow.module.css';
import classes from './Pair.module.css';

/**
 * Titles of one of two profiles. Titles that the other profile has too come first, or are marked if the order is a
 * rank.
 */
export function PairTitles({
  label,
  titles,
  others,
  isRanked,
}: {
  label: string;
  titles: readonly { item: string; title: string | null; group?: string | null }[];
  /** IDs of the other profile's titles, in order. */
  others: readonly string[];
  isRanked: boolean;
}): ReactNode {
  const t = useTexts();
  const placeOf = new Map(others.map((item, place) => [item, place + 1]));
  const inOrder = isRanked
    ? titles
    : [...titles].sort((left, right) => Number(placeOf.has(right.item)) - Number(placeOf.has(left.item)));
  const List = isRanked ? 'ol' : 'ul';
  return (
    <div className={classes.titles}>
      <Title order={3}>{label}</Title>
      {titles.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('compare.noHistoryTitle')}
        </Text>
      ) : (
        <List className={`${titleRows.rows} ${titleRows.flush} ${classes.list}`} tabIndex={0} aria-label={label}>
          {inOrder.map(({ item, title, group = null }, index) => {
            const place = placeOf.get(item);
            const shared = isRanked ? t('pair.otherRank', { rank: place ?? 0 }) : t('pair.both');
            return (
              <TitleRow
                key={item}
                item={item}
                title={title}
                group={group}
                isLink
                {...(isRanked && { place: index + 1 })}
                facts={place === undefined ? [] : [{ text: shared, tone: 'new' }]}
                data-shared={place !== undefined || undefined}
              />
            );
          })}
        </List>
      )}
    </div>
  );
}
