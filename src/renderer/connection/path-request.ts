/** A path that the page needs from its user; PathDialog answers. */
import { create } from 'zustand';
import type { FileFilter, FolderPurpose } from '../../shared/processes/shell-contract';

export type PathRequest =
  | { kind: 'folder'; purpose: FolderPurpose }
  | { kind: 'file'; filter: FileFilter }
  | { kind: 'save'; suggestedName: string; filter: FileFilter };

interface Open {
  /** Distinguishes requests. */
  number: number;
  request: PathRequest;
  answer: (path: string | null) => void;
}

export const usePathRequest = create<{ open: Open | null }>()(() => ({ open: null }));

let asked = 0;

/** A second request replaces the first, which resolves to null. */
export function askForPath(request: PathRequest): Promise<string | null> {
  usePathRequest.getState().open?.answer(null);
  const number = ++asked;
  return new Promise((resolve) => {
    const answer = (path: string | null): void => {
      // A late answer must not remove the next request.
      if (usePathRequest.getState().open?.number === number) usePathRequest.setState({ open: null });
      resolve(path);
    };
    usePathRequest.setState({ open: { number, request, answer } });
  });
}
