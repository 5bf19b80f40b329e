/**
 * Screens whose files are fetched ahead, or when they are first shown. React's `lazy` keeps a file that could not be
 * fetched as an error for as long as the window is open; this one can be asked for again.
 */
import { use, type ComponentType, type ReactNode } from 'react';

export interface FromFile {
  /** Suspends until its file is there, and throws where that could not be fetched. */
  readonly screen: ComponentType;
  /** Fetches the file if it is not there yet. A file that cannot be had now is asked for again by the screen itself. */
  readonly fetchAhead: () => Promise<void>;
}

/** What forgets a file that could not be fetched, for each of those. */
const failed = new Set<() => void>();

/** @param load imports the file of the screen */
export function fromFile(load: () => Promise<ComponentType>): FromFile {
  let file: Promise<ComponentType> | null = null;
  const forget = (): void => {
    file = null;
  };
  const fetched = (): Promise<ComponentType> => {
    if (file === null) {
      file = load();
      file.catch(() => failed.add(forget));
    }
    return file;
  };
  return {
    screen: function ScreenFromFile(): ReactNode {
      const Screen = use(fetched());
      return <Screen />;
    },
    fetchAhead: async () => {
      await fetched().catch(forget);
    },
  };
}

/** Lets each screen whose file could not be fetched ask for it again when it is next drawn. */
export function forgetFailedFiles(): void {
  for (const forget of failed) forget();
  failed.clear();
}
