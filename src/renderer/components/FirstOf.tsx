import { Anchor } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';

/** What is listed: Korean counts children, titles and things by different words. */
type Counted = 'children' | 'titles' | 'things';

/**
 * The first of a list that may be long, and a button that shows the rest as well.
 * @returns `more` is null for a list that is not longer
 */
export function useFirstOf<One>(
  all: readonly One[],
  most: number,
  counted: Counted = 'things',
): { shown: readonly One[]; more: ReactNode } {
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
          {isOpen ? t('common.fewer') : t(`common.andMore.${counted}`, { count: all.length - most })}
        </Anchor>
      ),
  };
}

/** The first of a list, and the button at its end. */
export function FirstOf<One>({
  all,
  most,
  counted,
  children,
}: {
  all: readonly One[];
  most: number;
  counted?: Counted;
  children: (shown: readonly One[]) => ReactNode;
}): ReactNode {
  const { shown, more } = useFirstOf(all, most, counted);
  return (
    <>
      {children(shown)}
      {more !== null && <> {more}</>}
    </>
  );
}
