/** The names of the checks of an export, as records have them: those of this version have a text each. */
import type { ExportRecord } from '../contract/run';
import { isText } from './sentence';
import type { Translate } from './texts';

/** A record of another version may hold others, which are shown as they are. */
export function exportCheckName(check: string, t: Translate): string {
  const id = `exporting.check.${check}` as const;
  return isText(id) ? t(id) : check;
}

/** warned: the file is as it should be, and lists in it could not take a rule. */
export type CheckOutcome = 'passed' | 'warned' | 'notPassed';

export function outcomeOfCheck(
  { check, passed }: ExportRecord['checks'][number],
  { rules }: Pick<ExportRecord, 'rules'>,
): CheckOutcome {
  if (!passed) return 'notPassed';
  return check === 'rules kept' && rules !== undefined && rules.unmet.length > 0 ? 'warned' : 'passed';
}
