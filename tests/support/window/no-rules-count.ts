/** The rules of a screen whose data has none. */
import type { RulesOfScreen } from '../../../src/renderer/stores/use-counting-rules';

export const NO_RULES_COUNT: RulesOfScreen = {
  data: '',
  counting: null,
  error: null,
  date: '2026-11-26',
  day: undefined,
  choice: {},
  setDate: () => undefined,
};
