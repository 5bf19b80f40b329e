/** The folder that is being read, or was read last, and how; the Data screen shows how it went. */
import { create } from 'zustand';
import type { Mapping } from '../../shared/contract';

interface Opening {
  folder: string | null;
  mapping: Mapping | null;
  /** The key file of the pseudonyms that stand in the place of IDs; null where IDs stay as they are. */
  pseudonymKey: string | null;
}

export const useOpening = create<Opening>()(() => ({ folder: null, mapping: null, pseudonymKey: null }));

export const tellOpening = (opening: Opening & { folder: string }): void => useOpening.setState(opening);
