/** The words of one report: its language, and the labels and the time zone of its data set. */
import { knownNames } from '../../../shared/labels/known-names';
import { labelBook } from '../../../shared/labels/label-book';
import type { Language } from '../../../shared/words/templates';
import { createFormat, dayFormat } from '../../../shared/words/format';
import { textsIn } from '../../../shared/words/texts';
import type { LabelledWording } from '../../../shared/words/wording';
import { DEFAULT_TIME_ZONE, isKnownTimeZone } from '../../../shared/values/time-zone';
import type { ReportData } from './report-data';

export interface ReportWording extends LabelledWording {
  readonly language: Language;
  /** A day of the data, in its time zone. */
  readonly day: (time: string) => string;
  readonly zone: string;
  /** The time zone for the times of actions. */
  readonly ownZone: string;
}

/** @param asked the reader's time zone */
export function reportWording(
  { dataset, labels }: Pick<ReportData, 'dataset' | 'labels'>,
  language: Language,
  asked: string = Intl.DateTimeFormat().resolvedOptions().timeZone,
): ReportWording {
  const t = textsIn(language);
  const [zone, ownZone] = [knownZone(labels.timeZone), knownZone(asked)];
  return {
    language,
    t,
    format: createFormat(language, ownZone),
    labels: labelBook(dataset, labels, knownNames(dataset, t)),
    day: dayFormat(language, zone),
    zone,
    ownZone,
  };
}

/** A time zone unknown to this computer is shown as UTC, and named so. */
export const knownZone = (zone: string): string => (isKnownTimeZone(zone) ? zone : DEFAULT_TIME_ZONE);
