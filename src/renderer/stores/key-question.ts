/** A key file of pseudonyms that is wanted: the window says what for, and the user chooses one, or has one made. */
import { create } from 'zustand';

/** `import`: pseudonyms are about to be made; `again`: the folder was read with a key before; `export`: ids are to be translated back. */
export type KeyPurpose = 'import' | 'again' | 'export';

/** What the user wants to do about it; null for nothing at all. */
export type KeyAnswer = 'choose' | 'make' | null;

export interface KeyQuestion {
  purpose: KeyPurpose;
  /** The name of the data set or folder. */
  name: string;
  answer: (answer: KeyAnswer) => void;
}

export const useKeyQuestion = create<{ open: KeyQuestion | null }>()(() => ({ open: null }));

/** A second question takes the place of the first, which is then answered with null. */
export function askForKey(purpose: KeyPurpose, name: string): Promise<KeyAnswer> {
  useKeyQuestion.getState().open?.answer(null);
  return new Promise((resolve) => {
    const answer = (given: KeyAnswer): void => {
      useKeyQuestion.setState({ open: null });
      resolve(given);
    };
    useKeyQuestion.setState({ open: { purpose, name, answer } });
  });
}
