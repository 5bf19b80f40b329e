/** Errors of what was begun outside a screen (palette, menu, drop): shown in the window until they are closed, never only in a toast. */
import { create } from 'zustand';

export interface Notice {
  id: number;
  title: string;
  error: unknown;
}

export const useNotices = create<{ notices: Notice[] }>()(() => ({ notices: [] }));

let nextId = 1;

export function addNotice(title: string, error: unknown): void {
  const id = nextId++;
  useNotices.setState(({ notices }) => ({ notices: [...notices, { id, title, error }] }));
}

export const closeNotice = (id: number): void =>
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
