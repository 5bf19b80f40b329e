/** Asks for a key file of pseudonyms. */
import { useTexts } from '../locales/use-texts';
import type { FileFilter } from '../../shared/processes/shell-contract';
import { useShell } from '../connection/engine-context';
import { askForKey, type KeyPurpose } from '../stores/key-question';

/** Of the proposed name; files made on the command line may have any name. */
const EXTENSION = 'key';

/** @returns a function that resolves to the file's path, or null if the user cancelled */
export function useKeyFile(): (purpose: KeyPurpose, name: string) => Promise<string | null> {
  const t = useTexts();
  const shell = useShell();
  return async (purpose, name) => {
    const answer = await askForKey({ purpose, name });
    if (answer === null) return null;
    const filter = (extension: string): FileFilter => ({ name: t('pseudonyms.keyFile'), extensions: [extension] });
    return answer === 'make'
      ? shell.user.pickSaveFile({ suggestedName: `${name}.${EXTENSION}`, filter: filter(EXTENSION) })
      : shell.user.pickFile(filter('*'));
  };
}
