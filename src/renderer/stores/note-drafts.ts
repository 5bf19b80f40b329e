/**
 * Unsaved notes by data set and profile, until they are saved or discarded. In memory only: a note is about a child,
 * and text its curator did not save is stored nowhere.
 */
import { create } from 'zustand';

interface NoteDraft {
  text: string;
  /** Revision of the note it changes, so that a newer save is not overwritten. */
  revision: number;
}

const useDrafts = create<Record<string, NoteDraft>>()(() => ({}));

const keyOf = (data: string, profile: string): string => `${data} ${profile}`;

export const useNoteDraft = (data: string, profile: string): NoteDraft | null =>
  useDrafts((drafts) => drafts[keyOf(data, profile)] ?? null);

export const keepNoteDraft = (data: string, profile: string, draft: NoteDraft): void =>
  useDrafts.setState({ [keyOf(data, profile)]: draft });

export const dropNoteDraft = (data: string, profile: string): void =>
  useDrafts.setState(
    (drafts) => Object.fromEntries(Object.entries(drafts).filter(([key]) => key !== keyOf(data, profile))),
    true,
  );
