/**
 * Screens whose code is loaded ahead, or when first shown. React's `lazy` remembers a failed load for good; this one
 * can retry.
 */
import { use, type ComponentType, type ReactNode } from 'react';

export interface FromFile {
  /** Suspends until the code is loaded, and throws if loading failed. */
  readonly screen: ComponentType;
  /** Loads the code if needed. On failure the screen itself tries again. */
  readonly fetchAhead: () => Promise<void>;
}

/** Functions that forget failed loads. */
const failed = new Set<() => void>();

/** @param load imports the screen */
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

/** Lets each screen that failed to load try again when next rendered. */
export function forgetFailedFiles(): void {
  for (const forget of failed) forget();
  failed.clear();
}
