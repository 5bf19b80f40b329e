/** Changed labels per data set, until they are saved or discarded. */
import { create } from 'zustand';
import { labelKey, type Label, type LabelsContent } from '../../../shared/contract/labels';

export interface LabelDraft extends LabelsContent {
  /** The folder with pictures of titles. */
  posters?: string | undefined;
  /** Revision of the labels it changes, so that a newer save is not overwritten. */
  revision: number;
}

const useDrafts = create<Record<string, LabelDraft>>()(() => ({}));

export const useLabelDraft = (data: string): LabelDraft | null => useDrafts((drafts) => drafts[data] ?? null);

export const keepLabelDraft = (data: string, draft: LabelDraft): void => useDrafts.setState({ [data]: draft });

export const dropLabelDraft = (data: string): void =>
  useDrafts.setState((drafts) => Object.fromEntries(Object.entries(drafts).filter(([key]) => key !== data)), true);

/** Replaces the label of one thing in place; an empty text removes it. */
export function withLabel(entries: readonly Label[], of: Pick<Label, 'attribute' | 'code'>, label: string): Label[] {
  const key = labelKey(of);
  if (label === '') return entries.filter((one) => labelKey(one) !== key);
  const changed = { ...of, label };
  return entries.some((one) => labelKey(one) === key)
    ? entries.map((one) => (labelKey(one) === key ? changed : one))
    : [...entries, changed];
}

/** Labels as saved: trimmed, without empty ones. */
export const tidyLabels = (entries: readonly Label[]): Label[] =>
  entries.flatMap((one) => {
    const label = one.label.trim();
    return label === '' ? [] : [{ ...one, label }];
  });
