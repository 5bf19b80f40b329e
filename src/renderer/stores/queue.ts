/** Runs that wait for their turn. Kept in the browser or app, so that a reload does not lose them; started while a window is open. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Recipe } from '../../shared/recipe/table';

export interface QueuedRun {
  id: string;
  data: string;
  datasetName: string;
  recipe: Recipe;
  seed: number;
  name: string;
  parent: string | null;
}

export const useQueue = create<{ queue: QueuedRun[] }>()(
  persist((): { queue: QueuedRun[] } => ({ queue: [] }), { name: 'shelfwise.queue', version: 1 }),
);

export const addToQueue = (run: Omit<QueuedRun, 'id'>): void =>
  void useQueue.setState(({ queue }) => ({
    queue: [...queue, { ...run, id: `${Date.now()}-${queue.length}` }],
  }));

export const takeFromQueue = (id: string): void =>
  void useQueue.setState(({ queue }) => ({ queue: queue.filter((run) => run.id !== id) }));
