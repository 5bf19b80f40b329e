/** The value of places for new titles, measured on the hold-out against lists without them. */
import { NO_RULES, type Rule } from '../../../shared/contract/rules';
import type { NewTitlesVerdict } from '../contract/new-titles';
import { today } from '../../../shared/values/day';
import { LIST_LENGTH } from '../../../shared/limits';
import { compareLists } from '../../../engine/delivery/judge';
import { LIST_END } from '../../../engine/runs/lists-file';
import type { RunSession } from '../../../engine/sessions/run-session';
import { rulesOnTest } from '../../../engine/delivery/hold-out';

/**
 * New titles are those without viewings before the hold-out: those first watched in it, and those without any viewing, which could not be told apart
 * then.
 * @returns null for a run that kept no lists of its hold-out, or whose titles were all watched before it
 */
export async function judgeNewTitles(
  session: RunSession,
  { count, place }: { readonly count: number; readonly place?: number | undefined },
): Promise<NewTitlesVerdict | null> {
  const rule: Rule = {
    id: 'new-titles',
    name: 'new titles',
    on: true,
    kind: 'new-titles',
    count,
    ...(place !== undefined && { place }),
  };
  const test = await rulesOnTest(session, { set: { ...NO_RULES, rules: [rule] }, date: today() });
  if (test === null) return null;
  const { rules, tested, targets, before, after } = test;
  const { isNew } = rules.data.newTitles!;
  const watched = new Set<number>();
  let [viewings, found, places] = [0, 0, 0];
  tested.forEach((row, index) => {
    const wanted = new Set(
      targets.indices
        .subarray(targets.offsets[row]!, targets.offsets[row + 1]!)
        .filter((column) => isNew[column] === 1),
    );
    for (const column of wanted) watched.add(column);
    viewings += wanted.size;
    for (const column of after.subarray(index * LIST_LENGTH, (index + 1) * LIST_LENGTH)) {
      if (column === LIST_END || isNew[column] !== 1) continue;
      places++;
      if (wanted.has(column)) found++;
    }
  });
  if (watched.size === 0) return null;
  return {
    runId: session.record.runId,
    count,
    place: place ?? null,
    titles: isNew.reduce((sum, one) => sum + one, 0),
    watched: watched.size,
    viewings,
    found,
    places,
    gain: compareLists(test, before, [after])[0]!,
  };
}
