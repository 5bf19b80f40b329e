/** The one place that says on which day something of a data set was: in the time zone that is chosen for it. Stored times are UTC. */
import { DEFAULT_TIME_ZONE, isKnownTimeZone } from '../../../shared/values/time-zone';
import { dayFormat } from '../../../shared/words/format';
import { usePreferences } from '../../stores/preferences';
import { useSelection } from '../../stores/selection';
import { useSavedLabels } from './use-labels';

export interface Days {
  /** A day, in the calendar of the user's language. */
  readonly day: (time: string) => string;
  /** The time zone, to stand beside where it matters. */
  readonly zone: string;
}

/** Of a data set, otherwise of the open one. A time zone that this computer does not know is shown as UTC, and so named. */
export function useDays(data?: string): Days {
  const open = useSelection((state) => state.dataset);
  const { timeZone } = useSavedLabels(data ?? open);
  const language = usePreferences((state) => state.language);
  const zone = isKnownTimeZone(timeZone) ? timeZone : DEFAULT_TIME_ZONE;
  return { day: dayFormat(language, zone), zone };
}
