/** What a screen of the rail waits for, in words; null once it has it. */
import { type ScreenName, screenRow } from '../../features/screens';
import { useTexts } from '../locales/use-texts';
import { useDatasets } from '../stores/engine-data';
import { useSelection } from '../stores/selection';

export function useMissing(screen: ScreenName): string | null {
  const t = useTexts();
  const { dataset, runId } = useSelection();
  const { data: datasets } = useDatasets();
  const { needs } = screenRow(screen);
  if (needs === undefined) return null;
  // Without data there is no run of it either: the next step comes first.
  const isGone = datasets?.every(({ fingerprint }) => fingerprint !== dataset) === true;
  if (dataset === null || isGone) return t('shell.waits.data');
  return needs === 'run' && runId === null ? t('shell.waits.run') : null;
}
