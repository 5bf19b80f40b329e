import type { ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';
import type { Stability } from '../../../../shared/contract/stability';
import { SHAKY } from '../../../../shared/limits';
import { StabilityGlyph } from '../../../../renderer/components/titles/TitleRow';
import type { RowMark } from '../../../../renderer/components/titles/TitleText';
import { useFormat } from '../../../../renderer/locales/format';

/** How stable the list is: the share of its titles that stays when part of the history is hidden. */
export function ListStays({ stability: { share, noise } }: { stability: Stability }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  if (share === null) return null;
  return (
    <span
      role="status"
      title={t(noise.rate === 'drawn' ? 'stability.listDrawn' : 'stability.list', {
        share: format.percent(share, 0),
        hidden: format.percent(noise.hidden, 0),
      })}
    >
      {t('stability.steady', { share: format.percent(share, 0) })}
    </span>
  );
}

/** How often one title stays in the list when part of the history is hidden; nothing if unknown. */
export function useStays(stability: Stability | null, item: string): RowMark[] {
  const t = useTexts();
  const format = useFormat();
  const found = stability?.items.find((one) => one.item === item);
  if (stability === null || found === undefined) return [];
  const percent = (part: number): string => format.percent(part, 0);
  const [share, low, high] = [percent(found.share), percent(found.low), percent(found.high)];
  return [
    {
      key: 'stays',
      glyph: <StabilityGlyph share={found.share} />,
      figure: `${t('stability.item', { share })} (${t('stability.range', { low, high })})`,
      tone: found.share < SHAKY ? 'warning' : undefined,
      hint: t('stability.itemHelp', { share, low, high, copies: stability.copies }),
    },
  ];
}
