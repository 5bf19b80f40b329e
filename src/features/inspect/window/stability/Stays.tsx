import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';
import type { Stability } from '../../../../shared/contract/stability';
import { SHAKY } from '../../../../shared/limits';
import { useFormat } from '../../../../renderer/locales/format';
import classes from '../../../../renderer/components/panes.module.css';

/** How stable the list is: the share of its titles that stays when part of the history is hidden. */
export function ListStays({ stability: { share, noise } }: { stability: Stability }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  if (share === null) return null;
  return (
    <Text size="xs" c="dimmed" px="sm" pt="xs" role="status">
      {t(noise.rate === 'drawn' ? 'stability.listDrawn' : 'stability.list', {
        share: format.percent(share, 0),
        hidden: format.percent(noise.hidden, 0),
      })}
    </Text>
  );
}

/** How often one title stays in the list when part of the history is hidden. */
export function ItemStays({ stability, item }: { stability: Stability; item: string }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const found = stability.items.find((one) => one.item === item);
  if (found === undefined) return <span className={classes.stays} />;
  const percent = (part: number): string => format.percent(part, 0);
  const [share, low, high] = [percent(found.share), percent(found.low), percent(found.high)];
  return (
    <span
      className={classes.stays}
      data-shaky={found.share < SHAKY || undefined}
      title={t('stability.itemHelp', { share, low, high, copies: stability.copies })}
    >
      <span>{t('stability.item', { share })}</span>
      <span>{t('stability.range', { low, high })}</span>
    </span>
  );
}
