/** The day for which rules are looked at. What is typed counts once it is a day; what is left half typed goes back to the day before. */
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayField, isDay } from './DayField';

export function RulesDay({ date, onDate }: { date: string; onDate: (date: string) => void }): ReactNode {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <DayField
      size="xs"
      label={t('rules.date')}
      value={typed ?? date}
      onChange={(text) => {
        setTyped(isDay(text) ? null : text);
        if (isDay(text)) onDate(text);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
