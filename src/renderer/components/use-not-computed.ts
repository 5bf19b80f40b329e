/** Why nothing is computed with a run of an earlier recipe version, in the window's language; null for any other run. */
import { type RecordedRecipe, whyNotComputed } from '../../shared/recipe/earlier';
import { textOf } from '../../shared/words/sentence';
import { usePreferences } from '../stores/preferences';

export function useNotComputed(run: { readonly runId: string; readonly recipe: RecordedRecipe }): string | null {
  const language = usePreferences((state) => state.language);
  const why = whyNotComputed(run);
  return why && textOf([why], language);
}
