import type { Run } from '../../shared/contract/run-life';
import { useFormat } from '../locales/format';
import { useTexts } from '../locales/use-texts';
import { useInUse } from '../stores/use-in-use';

/** Says since when a run is in use, or was; null for one that was not chosen. */
export function useInUseText(): (run: Run) => string | null {
  const t = useTexts();
  const format = useFormat();
  const inUseOf = useInUse();
  return (run) => {
    const inUse = inUseOf(run);
    const moment = format.moment(run.marks.chosenAt ?? run.usedAt ?? run.createdAt);
    return inUse === null ? null : t(`runs.inUseHelp.${inUse}`, { moment });
  };
}
