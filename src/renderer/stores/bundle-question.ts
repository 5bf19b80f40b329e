/** A bundle that is about to be opened: the window shows what is in it, and the user decides. */
import { create } from 'zustand';
import type { BundleContents } from '../../shared/contract';

export interface OpenQuestion {
  contents: BundleContents;
  answer: (agreed: boolean) => void;
}

export const useBundleQuestion = create<{ open: OpenQuestion | null }>()(() => ({ open: null }));

/** A second bundle takes the place of the first, which is then not opened. */
export function askToOpen(contents: BundleContents): Promise<boolean> {
  useBundleQuestion.getState().open?.answer(false);
  return new Promise((resolve) => {
    const answer = (agreed: boolean): void => {
      useBundleQuestion.setState({ open: null });
      resolve(agreed);
    };
    useBundleQuestion.setState({ open: { contents, answer } });
  });
}
