import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link } from 'wouter';
import { NewTitleBadge } from '../../../renderer/components/NewTitleBadge';
import { TitleName } from '../../../renderer/components/TitleName';
import type { PlacedNewTitle } from './use-new-titles';
import { WhyButton } from '../../../renderer/components/WhyButton';
import classes from '../../../renderer/components/panes.module.css';

/** Titles without viewings that the saved rules bring into the list. */
export function NewTitles({
  titles,
  explained,
  onExplain,
}: {
  titles: readonly PlacedNewTitle[];
  explained: string | null;
  onExplain: (item: string | null) => void;
}): ReactNode {
  const t = useTexts();
  if (titles.length === 0) return null;
  return (
    <>
      <Title order={3} px="sm" pt="sm">
        {t('compare.newTitles')}
      </Title>
      <Text size="xs" c="dimmed" px="sm">
        {t('compare.newTitlesHelp')}
      </Text>
      <ol className={classes.rows}>
        {titles.map(({ item, title, place }) => {
          const name = title ?? item;
          return (
            <li key={item} className={classes.item} data-item={item}>
              <span className={classes.rank}>
                <span className="shelfwise-visually-hidden">{t('compare.rank', { rank: place })}</span>
                <span aria-hidden>{place}</span>
              </span>
              <Group gap="xs" wrap="nowrap" miw={0} flex={1}>
                <TitleName title={name}>
                  {(shown) => (
                    <Text
                      component={Link}
                      href={`/titles/${encodeURIComponent(item)}`}
                      size="sm"
                      className={classes.titleLink}
                    >
                      {shown}
                    </Text>
                  )}
                </TitleName>
                <NewTitleBadge />
              </Group>
              <WhyButton item={{ item, title }} isOpen={item === explained} onExplain={onExplain} />
            </li>
          );
        })}
      </ol>
    </>
  );
}
