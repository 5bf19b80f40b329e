/** A key file of pseudonyms that is wanted: the window says what for, and the user chooses one, or has one made. */
import { makeQuestion, type Question } from './question';

/** `import`: pseudonyms are about to be made; `again`: the folder was read with a key before; `export`: IDs are to be translated back. */
export type KeyPurpose = 'import' | 'again' | 'export';

/** What the user wants to do about it; null for nothing at all. */
type KeyAnswer = 'choose' | 'make' | null;

interface Asked {
  readonly purpose: KeyPurpose;
  /** The name of the data set or folder. */
  readonly name: string;
}
export type KeyQuestion = Question<Asked, KeyAnswer>;

export const { useQuestion: useKeyQuestion, ask: askForKey } = makeQuestion<Asked, KeyAnswer>(null);
