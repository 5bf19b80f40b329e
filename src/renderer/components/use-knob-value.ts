/** The value of a knob in words. */
import { useTexts } from '../locales/use-texts';
import type { RecordedKnobName } from '../../shared/recipe/earlier';
import { knobText } from '../../shared/words/knob-text';
import { useFormat } from '../locales/format';
import { usePreferences } from '../stores/preferences';

export function useKnobValue(): (knob: RecordedKnobName, value: unknown) => string {
  const t = useTexts();
  const format = useFormat();
  const language = usePreferences((state) => state.language);
  return (knob, value) => knobText(knob, value, { t, format }, language);
}
