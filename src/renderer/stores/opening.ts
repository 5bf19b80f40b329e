/** The folder that is being read, or was read last; the Data screen shows how it went. */
import { create } from 'zustand';

export const useOpening = create<{ folder: string | null }>()(() => ({ folder: null }));

export const tellOpening = (folder: string | null): void => useOpening.setState({ folder });
