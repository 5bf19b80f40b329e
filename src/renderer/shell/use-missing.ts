/** What a screen of the rail waits for, in words; null once it has it. */
import { type ScreenName, screenRow } from '../../features/screens';
import { useTexts } from '../locales/use-texts';
import { useDatasets } from '../stores/engine-data';
import { useSelection } from '../stores/selection';

export function useMissing(screen: ScreenName): string | null {
  const t = useTexts();
  const dataset = useSelection((state) => state.dataset);
  const { data: datasets } = useDatasets();
  const { needs } = screenRow(screen);
  if (needs === undefined) return null;
  const isGone = datasets?.every(({ fingerprint }) => fingerprint !== dataset) === true;
  return dataset === null || isGone ? t('shell.waits.data') : null;
}
