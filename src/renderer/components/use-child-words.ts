/** A child in words, in the language of the window. */
import { useCallback } from 'react';
import { childInWords, whoInWords } from '../../shared/words/child-in-words';
import type { ProfileView } from '../../shared/contract/recommendation';
import { useTexts } from '../locales/use-texts';
import { useLabels } from './labels/use-labels';

/** Separator of a shown set of values. */
const SEPARATOR = ', ';

/** Counts the titles of a history by group. */
export function countGroups(history: readonly { readonly group: string | null }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { group } of history)
    for (const part of group?.split(SEPARATOR) ?? []) counts.set(part, (counts.get(part) ?? 0) + 1);
  return counts;
}

interface ChildWords {
  /** "Girl, 5"; the ID until it is read. */
  who(profile: string, view: ProfileView | undefined): string;
  /** "Girl, 5", "Hangul play and magic", "18 watched". */
  whole(profile: string, view: ProfileView | undefined): string[];
}

/** @param data fingerprint */
export function useChildWords(data: string): ChildWords {
  const t = useTexts();
  const labels = useLabels(data);
  return {
    who: useCallback(
      (profile, view) => (view === undefined ? t('child.unnamed', { profile }) : whoInWords(view, labels, t)),
      [t, labels],
    ),
    whole: useCallback(
      (profile, view) => {
        if (view === undefined) return [t('child.unnamed', { profile })];
        const { attributes, history } = view;
        const taste = [...countGroups(history)]
          .map(([group, titles]) => ({ group, titles }))
          .sort((left, right) => right.titles - left.titles);
        return childInWords({ profile, attributes, watched: history.length, taste }, labels, t);
      },
      [t, labels],
    ),
  };
}
