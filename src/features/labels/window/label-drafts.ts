/** Labels that are being typed, per data set, until they are saved. They stay if they could not be. */
import { create } from 'zustand';
import { labelKey, type Label } from '../../../shared/contract/labels';

export interface Typed {
  readonly of: Pick<Label, 'attribute' | 'code'>;
  readonly text: string;
  /** The label over which it was typed, so that a newer one is not overwritten. */
  readonly base: string;
  /** Whether saving it failed. */
  readonly failed?: true;
}

type OfData = Readonly<Record<string, Typed>>;

const useTyped = create<Readonly<Record<string, OfData>>>()(() => ({}));
const NONE: OfData = {};

/** By labelKey. */
export const useTypedLabels = (data: string): OfData => useTyped((all) => all[data] ?? NONE);

export const typedOf = (data: string, of: Typed['of']): Typed | undefined => useTyped.getState()[data]?.[labelKey(of)];

export const keepTyped = (data: string, typed: Typed): void =>
  useTyped.setState((all) => ({ [data]: { ...all[data], [labelKey(typed.of)]: typed } }));

/** Ends what was typed, unless more was typed meanwhile. */
export const dropTyped = (data: string, { of, text }: Typed): void =>
  useTyped.setState((all) => {
    const key = labelKey(of);
    if (all[data]?.[key]?.text !== text) return all;
    const { [key]: _, ...others } = all[data];
    return { [data]: others };
  });

export const failTyped = (data: string, typed: Typed): void => {
  if (typedOf(data, typed.of)?.text === typed.text) keepTyped(data, { ...typed, failed: true });
};

export const dropAllTyped = (data: string): void => useTyped.setState({ [data]: NONE });

/** Replaces the label of one thing in place; an empty text removes it. */
export function withLabel(entries: readonly Label[], of: Pick<Label, 'attribute' | 'code'>, label: string): Label[] {
  const key = labelKey(of);
  if (label === '') return entries.filter((one) => labelKey(one) !== key);
  const changed = { ...of, label };
  return entries.some((one) => labelKey(one) === key)
    ? entries.map((one) => (labelKey(one) === key ? changed : one))
    : [...entries, changed];
}
