/** A path that the page wants from its user; PathDialog answers. */
import { create } from 'zustand';
import type { FileFilter } from '../../shared/shell-contract';

export type PathRequest =
  | { kind: 'folder' }
  | { kind: 'file'; filter: FileFilter }
  | { kind: 'save'; suggestedName: string; filter: FileFilter };

interface Open {
  request: PathRequest;
  answer: (path: string | null) => void;
}

export const usePathRequest = create<{ open: Open | null }>()(() => ({ open: null }));

/** A second request takes the place of the first, which is answered with null. */
export function askForPath(request: PathRequest): Promise<string | null> {
  usePathRequest.getState().open?.answer(null);
  return new Promise((resolve) => {
    const answer = (path: string | null): void => {
      usePathRequest.setState({ open: null });
      resolve(path);
    };
    usePathRequest.setState({ open: { request, answer } });
  });
}
