/** What is typed into notes and not saved yet, by data set and profile: it outlasts the field, and is in memory only. */
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

export const noteDraft = (data: string, profile: string): NoteDraft | null =>
  useDrafts.getState()[keyOf(data, profile)] ?? null;

export const keepNoteDraft = (data: string, profile: string, draft: NoteDraft): void =>
  useDrafts.setState({ [keyOf(data, profile)]: draft });

export const dropNoteDraft = (data: string, profile: string): void =>
  useDrafts.setState(
    (drafts) => Object.fromEntries(Object.entries(drafts).filter(([key]) => key !== keyOf(data, profile))),
    true,
  );
