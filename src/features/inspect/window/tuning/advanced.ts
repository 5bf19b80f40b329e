/** Whether the sliders that few people use are shown. Kept, because a curator works with them or does not. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export const useAdvanced = create<{ isOpen: boolean }>()(
  persist((): { isOpen: boolean } => ({ isOpen: false }), { name: 'shelfwise.tuning-advanced', version: 1 }),
);
