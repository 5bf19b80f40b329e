/** The folder that is being read, or was read last, and by which mapping; the Data screen shows how it went. */
import { create } from 'zustand';
import type { Mapping } from '../../shared/contract';

interface Opening {
  folder: string | null;
  mapping: Mapping | null;
}

export const useOpening = create<Opening>()(() => ({ folder: null, mapping: null }));

export const tellOpening = (folder: string, mapping: Mapping | null): void => useOpening.setState({ folder, mapping });
