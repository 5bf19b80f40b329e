/** A short summary of what a run changed from its parent; null without a parent. */
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Run } from '../../../shared/contract/run-life';
import { recipeDifferences } from '../../../shared/recipe/schema';
import { KNOBS } from '../../../shared/recipe/table';
import { useKnobValue } from '../../../renderer/components/use-knob-value';
import { useRuns } from '../../../renderer/stores/engine-data';
import { usePreferences } from '../../../renderer/stores/preferences';
import { useNameApart } from '../../../renderer/components/use-name-apart';

/** Number of changes named; more are counted. */
const MOST_NAMED = 2;

export function useParentText(run: Run): string | null {
  const t = useTexts();
  const nameApart = useNameApart();
  const knobValue = useKnobValue();
  const language = usePreferences((state) => state.language);
  const { data: runs = [] } = useRuns();
  if (run.parent === null) return null;
  const parent = runs.find(({ runId }) => runId === run.parent);
  if (parent === undefined) return t('runs.parentGone', { parent: run.parent });
  const changes = recipeDifferences(parent.recipe, run.recipe).map(
    ({ knob, right }) => `${KNOBS[knob].label[language]} ${knobValue(knob, right)}`,
  );
  if (parent.seed !== run.seed) changes.push(`${t('runs.seedRow')} ${run.seed}`);
  if (changes.length === 0) return t('runs.asParent', { name: nameApart(parent) });
  const what = changes.length > MOST_NAMED ? t('runs.changedCount', { count: changes.length }) : changes.join(', ');
  return t('runs.fromParent', { name: nameApart(parent), what });
}
