/** A group of profiles or titles in plain words. */
import type { Translate } from '../words/texts';
import type { Slice } from '../contract/run';
import { isText } from '../words/sentence';
import type { LabelBook } from './label-book';

/** The engine's name for a missing value. */
const UNKNOWN = 'unknown';

interface SliceText {
  /** What the groups are based on. */
  readonly heading: string;
  /** Which of these groups it is. */
  readonly label: string;
  /** The value in the files; otherwise the label. */
  readonly code: string;
}

export function sliceText(
  { group, label }: Pick<Slice, 'group' | 'label'>,
  { t, labels }: { t: Translate; labels: LabelBook },
): SliceText {
  const isAttribute = group !== 'history' && group !== 'titles';
  const raw = label.startsWith(`${group} `) ? label.slice(group.length + 1) : label;
  const valueOf = (): string => (isAttribute ? labels.value(group, raw) : raw);
  const known = `runs.sliceLabels.${label}` as const;
  const shown = isText(known) ? t(known) : raw === UNKNOWN ? t('common.missing') : valueOf();
  return {
    heading: isAttribute ? labels.attribute(group) : t(`runs.groups.${group}`),
    label: shown,
    code: isAttribute && raw !== UNKNOWN ? raw : shown,
  };
}
