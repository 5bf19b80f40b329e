/** The folder being looked at or read, or read last, and how; the Data screen shows it. */
import { create } from 'zustand';
import type { Mapping } from '../../shared/contract/dataset';

interface Opening {
  /** A folder is looked at before it is read. */
  step: 'look' | 'read';
  folder: string | null;
  mapping: Mapping | null;
  /** The key file for pseudonyms that replace IDs; null keeps IDs. */
  pseudonymKey: string | null;
}

export const useOpening = create<Opening>()(() => ({ step: 'read', folder: null, mapping: null, pseudonymKey: null }));

export const tellOpening = (opening: Opening & { folder: string }): void => useOpening.setState(opening);

/** Leaves a folder that was looked at, or could not be read. */
export const leaveOpening = (): void =>
  useOpening.setState({ step: 'read', folder: null, mapping: null, pseudonymKey: null });
