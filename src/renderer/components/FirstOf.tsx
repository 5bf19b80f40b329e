import { Anchor } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';

/**
 * The first of a list that may be long, and a button that shows the rest as well.
 * @returns `more` is null for a list that is not longer
 */
export function useFirstOf<One>(all: readonly One[], most: number): { shown: readonly One[]; more: ReactNode } {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  return {
    shown: isOpen ? all : all.slice(0, most),
    more:
      all.length <= most ? null : (
        <Anchor
          component="button"
          type="button"
          size="sm"
          underline="always"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? t('common.fewer') : t('common.andMore', { count: all.length - most })}
        </Anchor>
      ),
  };
}

/** The first of a list, and the button at its end. */
export function FirstOf<One>({
  all,
  most,
  children,
}: {
  all: readonly One[];
  most: number;
  children: (shown: readonly One[]) => ReactNode;
}): ReactNode {
  const { shown, more } = useFirstOf(all, most);
  return (
    <>
      {children(shown)}
      {more !== null && <> {more}</>}
    </>
  );
}
