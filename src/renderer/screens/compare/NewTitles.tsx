/** Titles without viewings that the saved rules bring into the list, and why each of them is there. */
import { Box, CloseButton, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { NewTitleBadge } from '../../components/NewTitleBadge';
import { TitleName } from '../../components/TitleName';
import { useFormat } from '../../locales/format';
import { usePreferences } from '../../stores/preferences';
import { CopiedSentence } from './CopiedSentence';
import type { PlacedNewTitle } from './use-new-titles';
import { WhyButton } from './WhyButton';
import classes from './Compare.module.css';

export function NewTitles({
  titles,
  explained,
  onExplain,
}: {
  titles: readonly PlacedNewTitle[];
  explained: string | null;
  onExplain: (item: string | null) => void;
}): ReactNode {
  const { t } = useTranslation();
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

/** In the place of the parts of a score, which such a title does not have. */
export function WhyNewTitle({
  told: { item, title, place, newTitle },
  onClose,
}: {
  told: PlacedNewTitle;
  onClose: () => void;
}): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const language = usePreferences((state) => state.language);
  const { after, like, sentence } = newTitle;
  return (
    <section className={classes.pane} aria-label={t('compare.why')}>
      <Group justify="space-between" wrap="nowrap" className={classes.paneHead}>
        <Title order={2}>{t('compare.why')}</Title>
        <CloseButton aria-label={t('compare.whyClose')} onClick={onClose} />
      </Group>
      <Box className={classes.scroll} tabIndex={0} role="group" aria-label={t('compare.why')}>
        <Stack gap="md" p="sm">
          <div>
            <Group gap="xs">
              <Text fw={600}>{title ?? item}</Text>
              <NewTitleBadge />
            </Group>
            <Text size="xs" c="dimmed" role="status">
              {t('compare.newTitlePlace', { rank: place })}
            </Text>
          </div>
          <CopiedSentence text={sentence[language]} />
          <Text size="xs" c="dimmed">
            {t('compare.newTitleLead')}
          </Text>
          {after !== null && (
            <div>
              <Title order={3}>{t('compare.newTitleAfter')}</Title>
              <Text size="sm">{after.title ?? after.item}</Text>
            </div>
          )}
          {like.length > 0 && (
            <div>
              <Title order={3}>{t('compare.newTitleLike')}</Title>
              <ul className={classes.effects}>
                {like.map((one) => (
                  <li key={one.item}>
                    <Group justify="space-between" wrap="nowrap" gap="xs">
                      <Text size="sm" truncate title={one.title ?? one.item}>
                        {one.title ?? one.item}
                      </Text>
                      <Text size="xs" c="dimmed" flex="none">
                        {t('titles.similarity', { value: format.percent(one.likeness) })}
                      </Text>
                    </Group>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </Stack>
      </Box>
    </section>
  );
}
