/** A group of profiles or titles in plain words. */
import type { TFunction } from 'i18next';
import type { Slice } from '../contract/run';
import { en } from '../../features/words/en';
import type { LabelBook } from './label-book';

/** The engine's name for a missing value. */
const UNKNOWN = 'unknown';

type KnownLabel = keyof typeof en.runs.sliceLabels;
const isKnown = (label: string): label is KnownLabel => Object.hasOwn(en.runs.sliceLabels, label);

export interface SliceText {
  /** What the groups are based on. */
  readonly heading: string;
  /** Which of these groups it is. */
  readonly label: string;
  /** The value in the files; otherwise the label. */
  readonly code: string;
}

export function sliceText(
  { group, label }: Pick<Slice, 'group' | 'label'>,
  { t, labels }: { t: TFunction; labels: LabelBook },
): SliceText {
  const isAttribute = group !== 'history' && group !== 'titles';
  const raw = label.startsWith(`${group} `) ? label.slice(group.length + 1) : label;
  const valueOf = (): string => (isAttribute ? labels.value(group, raw) : raw);
  const shown = isKnown(label) ? t(`runs.sliceLabels.${label}`) : raw === UNKNOWN ? t('common.unknown') : valueOf();
  return {
    heading: isAttribute ? labels.attribute(group) : t(`runs.groups.${group}`),
    label: shown,
    code: isAttribute && raw !== UNKNOWN ? raw : shown,
  };
}
