import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { TitleCover } from '../../../../renderer/components/titles/TitleCover';
import { useTexts } from '../../../../renderer/locales/use-texts';
import type { TunedItem } from '../../../../shared/contract/tuning';
import { type OddTitle, placesAround } from './card-content';
import classes from './Card.module.css';

/** An odd title, large: why it is odd, in how many lists it is, and what stands around it in this one. */
export function OddTitleView({
  odd: { item, title, lists },
  why,
  list,
}: {
  odd: Pick<OddTitle, 'item' | 'title' | 'lists'>;
  why: readonly string[];
  /** The list of the child; undefined until it is read. */
  list: readonly Pick<TunedItem, 'item' | 'title' | 'rank'>[] | undefined;
}): ReactNode {
  const t = useTexts();
  const name = title ?? item;
  return (
    <article className={classes.odd} data-item={item} aria-label={name}>
      <div className={classes.large}>
        <TitleCover item={item} title={name} size="fill" />
      </div>
      <div>
        <Title order={3} className={classes.title}>
          {name}
        </Title>
        {why.map((sentence) => (
          <Text key={sentence} size="sm">
            {sentence}
          </Text>
        ))}
        {lists > 0 && (
          <Text size="xs" c="dimmed">
            {t('deck.inLists', { count: lists })}
          </Text>
        )}
      </div>
      <ol className={classes.around} aria-label={t('deck.around')}>
        {placesAround(list ?? [], item).map((one) => (
          <li key={one.item} aria-current={one.item === item || undefined}>
            <span aria-hidden>{one.rank}</span>
            <span title={one.title ?? one.item}>
              <TitleCover item={one.item} title={one.title ?? one.item} />
            </span>
            <span className="shelfwise-visually-hidden">
              {t('deck.place', { rank: one.rank, title: one.title ?? one.item })}
            </span>
          </li>
        ))}
      </ol>
    </article>
  );
}
