/** The value of a knob as a person reads it: choices and switches by their names, numbers with all their digits. */
import { useTranslation } from 'react-i18next';
import { choiceName } from '../../shared/recipe/choice-names';
import type { KnobName } from '../../shared/recipe/table';
import { useFormat } from '../locales/format';
import { usePreferences } from '../stores/preferences';

export function useKnobValue(): (knob: KnobName, value: unknown) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const language = usePreferences((state) => state.language);
  return (knob, value) => {
    if (typeof value === 'boolean') return t(value ? 'common.on' : 'common.off');
    return choiceName(knob, value, language) ?? format.value(value);
  };
}
