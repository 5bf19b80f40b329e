/** Whether the help of the open screen is open. */
import { create } from 'zustand';

export const useScreenHelp = create<{ isOpen: boolean }>()(() => ({ isOpen: false }));

export const openScreenHelp = (): void => void useScreenHelp.setState({ isOpen: true });
export const closeScreenHelp = (): void => void useScreenHelp.setState({ isOpen: false });
