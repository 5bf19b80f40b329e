/** The last decisions of a deck, each with its own way back; they stay while one looks at other screens. */
import { create } from 'zustand';
import type { DECISIONS } from '../../contract/checks';

/** Decisions that can be taken back here. */
const LONGEST = 4;

export interface Step {
  readonly id: number;
  readonly decision: (typeof DECISIONS)[number];
  /** The child, in words. */
  readonly who: string;
  /** Children decided about besides. */
  readonly others: number;
  /** Takes it back, with the rule that was kept with it. */
  readonly undo: () => Promise<unknown>;
}

/** By run. */
const useTrails = create<Readonly<Record<string, readonly Step[]>>>()(() => ({}));

const NONE: readonly Step[] = [];

export const useTrail = (runId: string): readonly Step[] => useTrails((all) => all[runId] ?? NONE);

let last = 0;

/** @returns its ID */
export function addStep(runId: string, step: Omit<Step, 'id'>): number {
  const id = ++last;
  useTrails.setState((all) => ({ [runId]: [...(all[runId] ?? []), { ...step, id }].slice(-LONGEST) }));
  return id;
}

export const dropStep = (runId: string, id: number): void =>
  useTrails.setState((all) => ({ [runId]: (all[runId] ?? []).filter((step) => step.id !== id) }));
