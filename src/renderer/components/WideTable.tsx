import { Table } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { tellHeadings } from './tell-headings';
import phone from './phone-rows.module.css';

/** What the page and the sheet of a table leave free of a phone's width. */
const AROUND = 28;

/**
 * A table that may be wider than its place: it scrolls sideways, by keyboard too. On a phone that is narrower than it,
 * it has its cells below one another, each behind its heading.
 */
export function WideTable({ minWidth, children }: { minWidth: number; children: ReactNode }): ReactNode {
  const viewport = useRef<HTMLDivElement>(null);
  const isStacked = useMediaQuery(`(max-width: ${Math.min(640, minWidth + AROUND)}px)`, false, AT_ONCE);
  // A table that fits needs no tab stop.
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = viewport.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  // The rows are told their headings, which are no longer above them.
  useLayoutEffect(() => {
    for (const table of viewport.current?.querySelectorAll('table') ?? []) tellHeadings(table);
  });
  return (
    <Table.ScrollContainer
      minWidth={isStacked ? 0 : minWidth}
      scrollAreaProps={{ viewportRef: viewport, viewportProps: scrolls ? { tabIndex: 0 } : {} }}
      {...(isStacked && { className: phone.rows, 'data-stacked': true })}
    >
      {children}
    </Table.ScrollContainer>
  );
}

const AT_ONCE = { getInitialValueInEffect: false } as const;
