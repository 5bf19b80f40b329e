import { Anchor } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';

/** The first of a list that may be long, and a button at its end that shows the rest as well. */
export function FirstOf<One>({
  all,
  most,
  children,
}: {
  all: readonly One[];
  most: number;
  children: (shown: readonly One[]) => ReactNode;
}): ReactNode {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {children(isOpen ? all : all.slice(0, most))}
      {all.length > most && (
        <>
          {' '}
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
        </>
      )}
    </>
  );
}
