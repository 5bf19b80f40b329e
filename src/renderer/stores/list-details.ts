/** Whether rows of lists show their figures in words. Kept, because a curator works by figures or does not. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export const useListDetails = create<{ isOn: boolean }>()(
  persist((): { isOn: boolean } => ({ isOn: false }), { name: 'shelfwise.list-details', version: 1 }),
);

export const toggleDetails = (): void => void useListDetails.setState(({ isOn }) => ({ isOn: !isOn }));
