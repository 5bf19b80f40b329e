/** Screens whose code is loaded ahead, or when first shown. */
import { use, type ComponentType, type ReactNode } from 'react';

export interface FromFile {
  /** Suspends until the code is loaded, and throws an `UnloadedScreen` if loading failed. */
  readonly screen: ComponentType;
  /** Loads the code if needed. On failure the screen itself tries again. */
  readonly fetchAhead: () => Promise<void>;
}

/** Browsers remember that a file could not be loaded for as long as the page lives: only the page loaded again asks for it again. */
export class UnloadedScreen extends Error {}

/** @param load imports the screen */
export function fromFile(load: () => Promise<ComponentType>): FromFile {
  let file: Promise<ComponentType> | null = null;
  const fetched = (): Promise<ComponentType> => {
    file ??= load().catch((cause: unknown) => {
      throw new UnloadedScreen(cause instanceof Error ? cause.message : String(cause), { cause });
    });
    return file;
  };
  return {
    screen: function ScreenFromFile(): ReactNode {
      const Screen = use(fetched());
      return <Screen />;
    },
    fetchAhead: async () => {
      await fetched().catch(() => {
        file = null;
      });
    },
  };
}
