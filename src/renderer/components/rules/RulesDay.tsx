import { useState, type ReactNode } from 'react';
import { useTexts } from '../../locales/use-texts';
import { DayField, isDay } from './DayField';

/**
 * The day on which the rules are applied. Input counts once it is a valid day; incomplete input reverts to the previous
 * day.
 */
export function RulesDay({
  date,
  onDate,
  label,
  size = 'xs',
}: {
  date: string;
  onDate: (date: string) => void;
  /** Where more than one day stands on the screen. */
  label?: string;
  size?: 'xs' | 'sm';
}): ReactNode {
  const t = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <DayField
      size={size}
      w={160}
      label={label ?? t('rules.date')}
      value={typed ?? date}
      onChange={(text) => {
        setTyped(isDay(text) ? null : text);
        if (isDay(text)) onDate(text);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
