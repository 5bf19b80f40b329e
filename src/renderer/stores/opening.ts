/** The folder that is looked at, being read or was read last, and how; the Data screen shows it. */
import { create } from 'zustand';
import type { Mapping } from '../../shared/contract/dataset';

interface Opening {
  /** Before it is read, a folder is looked at. */
  step: 'look' | 'read';
  folder: string | null;
  mapping: Mapping | null;
  /** The key file of the pseudonyms that stand in the place of IDs; null where IDs stay as they are. */
  pseudonymKey: string | null;
}

export const useOpening = create<Opening>()(() => ({ step: 'read', folder: null, mapping: null, pseudonymKey: null }));

export const tellOpening = (opening: Opening & { folder: string }): void => useOpening.setState(opening);

/** Back from a folder that was looked at, or could not be read. */
export const leaveOpening = (): void =>
  useOpening.setState({ step: 'read', folder: null, mapping: null, pseudonymKey: null });
