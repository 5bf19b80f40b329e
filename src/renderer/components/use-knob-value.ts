/** The value of a knob in words. */
import { useTexts } from '../locales/use-texts';
import type { KnobName } from '../../shared/recipe/table';
import { knobText } from '../../shared/words/knob-text';
import { useFormat } from '../locales/format';
import { usePreferences } from '../stores/preferences';

export function useKnobValue(): (knob: KnobName, value: unknown) => string {
  const t = useTexts();
  const format = useFormat();
  const language = usePreferences((state) => state.language);
  return (knob, value) => knobText(knob, value, { t, format }, language);
}
