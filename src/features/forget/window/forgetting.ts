/** The profile that is about to be forgotten. Its screen goes away with its data set, so the window asks, not the screen. */
import { create } from 'zustand';

interface Wanted {
  data: string;
  profile: string;
}

export const useForgetting = create<{ open: Wanted | null }>()(() => ({ open: null }));

export const askToForget = (open: Wanted): void => useForgetting.setState({ open });

export const endForgetting = (): void => useForgetting.setState({ open: null });
