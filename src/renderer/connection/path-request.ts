/** A path that the page wants from its user; PathDialog answers. */
import { create } from 'zustand';
import type { FileFilter } from '../../shared/processes/shell-contract';

export type PathRequest =
  | { kind: 'folder' }
  | { kind: 'file'; filter: FileFilter }
  | { kind: 'save'; suggestedName: string; filter: FileFilter };

interface Open {
  /** Tells requests apart. */
  number: number;
  request: PathRequest;
  answer: (path: string | null) => void;
}

export const usePathRequest = create<{ open: Open | null }>()(() => ({ open: null }));

let asked = 0;

/** A second request takes the place of the first, which is answered with null. */
export function askForPath(request: PathRequest): Promise<string | null> {
  usePathRequest.getState().open?.answer(null);
  const number = ++asked;
  return new Promise((resolve) => {
    const answer = (path: string | null): void => {
      // An answer that comes late must not take away the next request.
      if (usePathRequest.getState().open?.number === number) usePathRequest.setState({ open: null });
      resolve(path);
    };
    usePathRequest.setState({ open: { number, request, answer } });
  });
}
