/** What can be done about the run that the open one is compared with. */
import { useTexts } from '../../../renderer/locales/use-texts';
import { hasLists } from '../../../shared/contract/run-life';
import type { RunRecord } from '../../../shared/contract/run';
import { useKeys } from '../../../renderer/components/use-keys';
import { useNameApart } from '../../../renderer/components/use-name-apart';
import { useRuns } from '../../../renderer/stores/engine-data';
import { activateRun } from '../../../renderer/stores/selection';
import { compareWith, useSecondRun } from './second-run';

/** Runs that have lists, those of the open data first, without the open one. */
function useOthers(run: RunRecord): RunRecord[] {
  const { data: runs = [] } = useRuns();
  const isSame = (other: RunRecord): boolean => other.dataset.fingerprint === run.dataset.fingerprint;
  return runs
    .filter((other) => other.runId !== run.runId && hasLists(other) && !other.marks.archived)
    .sort((left, right) => Number(isSame(right)) - Number(isSame(left)));
}

interface SecondRunChoice {
  readonly others: readonly { readonly value: string; readonly label: string }[];
  /** Exchanges the two runs; null if they are of different data. */
  readonly swap: (() => void) | null;
}

/** @param open shows what can be chosen */
export function useSecondRunChoice(run: RunRecord, second: RunRecord | null, open: () => void): SecondRunChoice {
  const t = useTexts();
  const nameApart = useNameApart();
  const labelOf = (other: RunRecord): string => {
    const { dataset } = other;
    const name = nameApart(other);
    return dataset.fingerprint === run.dataset.fingerprint
      ? name
      : t('compare.ofOtherData', { name, data: dataset.name });
  };
  const swap =
    second !== null && second.dataset.fingerprint === run.dataset.fingerprint
      ? (): void => {
          activateRun(second.runId, second.dataset.fingerprint);
          compareWith(run.runId, useSecondRun.getState().from);
        }
      : null;
  const openByKey = (event: KeyboardEvent): void => {
    // Otherwise the shortcut's letter would be typed into the field.
    event.preventDefault();
    open();
  };
  useKeys([
    // R alone is a decision about the list, in a queue.
    ['shift+R', openByKey, { usePhysicalKeys: true }],
    ['S', () => swap?.(), { usePhysicalKeys: true }],
  ]);
  return { others: useOthers(run).map((other) => ({ value: other.runId, label: labelOf(other) })), swap };
}
