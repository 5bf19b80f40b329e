/** What a refresh added, in words. */
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Refresh } from '../contract/refresh';

/** @returns null if the folder could not be added */
export function useCame({ dataset }: Refresh): string | null {
  const t = useTexts();
  if (dataset === null) return null;
  const rows = dataset.events.reduce((sum, { added }) => sum + added, 0);
  const [profiles, titles] = [dataset.profiles, dataset.items].map(({ before, after }) => after - before);
  return [
    t('refresh.rows', { count: rows }),
    profiles !== 0 && t('refresh.profiles', { count: profiles! }),
    titles !== 0 && t('refresh.titles', { count: titles! }),
  ]
    .filter(Boolean)
    .join(' · ');
}
