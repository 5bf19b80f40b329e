/**
 * The one place that decides the day of a timestamp: in the time zone chosen for the data set. Stored times are UTC.
 */
import { DEFAULT_TIME_ZONE, isKnownTimeZone } from '../../../shared/values/time-zone';
import { dayFormat } from '../../../shared/words/format';
import { usePreferences } from '../../stores/preferences';
import { useSelection } from '../../stores/selection';
import { useSavedLabels } from './use-labels';

interface Days {
  /** A day in the calendar of the user's language. */
  readonly day: (time: string) => string;
  /** The time zone, to show where it matters. */
  readonly zone: string;
}

/**
 * For a data set, by default the open one. A time zone that this computer does not know becomes UTC and is named so.
 */
export function useDays(data?: string): Days {
  const open = useSelection((state) => state.dataset);
  const { timeZone } = useSavedLabels(data ?? open);
  const language = usePreferences((state) => state.language);
  const zone = isKnownTimeZone(timeZone) ? timeZone : DEFAULT_TIME_ZONE;
  return { day: dayFormat(language, zone), zone };
}
