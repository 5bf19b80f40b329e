/** The profile about to be forgotten. The window asks, because the profile's screen disappears with its data set. */
import { create } from 'zustand';

interface Wanted {
  data: string;
  profile: string;
}

export const useForgetting = create<{ open: Wanted | null }>()(() => ({ open: null }));

export const askToForget = (open: Wanted): void => useForgetting.setState({ open });

export const endForgetting = (): void => useForgetting.setState({ open: null });
