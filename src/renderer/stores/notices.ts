/**
 * Notices that stay in the window until closed: errors of work started outside a screen (palette, menu, drop), actions
 * that can be undone, and changes the engine made to the workspace.
 */
import { create } from 'zustand';
import type { ScreenName } from '../../features/screens';
import type { Translate } from '../../shared/words/texts';

/** Names a run as its screens do by then, and one that is gone by its recorded name and, if given, when it was trained. */
export type NameOfRun = (run: { runId: string; name: string; trained?: string | null | undefined }) => string;

/** Says it in the language that the window has by then. */
export type Told = (t: Translate, nameOfRun: NameOfRun) => string;

export interface Notice {
  id: number;
  title: string | Told;
  /** What went wrong. */
  error?: unknown;
  /** Leads to where what was done is seen. */
  leads?: Leads;
  /** Undoes the action. */
  undo?: () => Promise<unknown>;
  /** The screens on which what was done is seen, besides the one where it came; absent if on all. */
  seenOn?: readonly ScreenName[];
  /** When the action can still be undone; absent if always. */
  holds?: Holds;
  /** Gives way to the next notice of what was done or undone. */
  passes?: true;
}

interface Leads {
  readonly place: string;
  readonly label: (t: Translate) => string;
}

/** Whether what was done is still as it was left: asked again whenever answers of that part of the contract become stale. */
export interface Holds {
  /** The key of the part, as `queries.labels.key()`. */
  readonly key: readonly unknown[];
  readonly isStill: () => Promise<boolean>;
}

export const useNotices = create<{ notices: Notice[] }>()(() => ({ notices: [] }));

let nextId = 1;

function add(notice: Omit<Notice, 'id'>): number {
  const id = nextId++;
  useNotices.setState(({ notices }) => ({ notices: [...notices, { id, ...notice }] }));
  return id;
}

/** Shows an error below a title that says what failed. */
export const addError = (title: string, error: unknown): void => void add({ title, error });

/** The same on the screen where it arose, and no longer. */
export const addErrorHere = (title: string, error: unknown): void => void add({ title, error, seenOn: [] });

/** Tells the user what changed in the workspace. */
export const addNotice = (title: string): void => void add({ title });

/**
 * Tells the user what was done, with an Undo button. Only the last one is shown, and only while it holds: it goes with the
 * screen on which it came, unless what was done is seen on the next one too.
 * @param seenOn where what was done is seen; null for everywhere
 * @param undo if it throws, the error is shown below the same title
 * @returns its number, for closeNotice
 */
export function addUndo(
  told: Told,
  seenOn: readonly ScreenName[] | null,
  undo: () => Promise<unknown>,
  holds?: Holds,
  leads?: Leads,
): number {
  dropPassing();
  return add({
    title: told,
    undo,
    ...(seenOn !== null && { seenOn }),
    ...(holds !== undefined && { holds }),
    ...(leads !== undefined && { leads }),
  });
}

const dropPassing = (): void =>
  useNotices.setState(({ notices }) => ({
    notices: notices.filter(({ undo, passes }) => undo === undefined && passes === undefined),
  }));

/** Tells the user what was undone, on the screens on which it is seen: by its key that happens without a look at the notice. */
export function addUndone(told: Told, seenOn: readonly ScreenName[]): void {
  dropPassing();
  add({ title: told, seenOn, passes: true });
}

/** Removes the notice of an earlier attempt at the same action. */
export const closeErrors = (title: string): void =>
  useNotices.setState(({ notices }) => ({
    notices: notices.filter((notice) => notice.error === undefined || notice.title !== title),
  }));

export const closeNotice = (id: number): void =>
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
