import { Table } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';

/** A table that may be wider than its place: it scrolls sideways, by keyboard too. */
export function WideTable({ minWidth, children }: { minWidth: number; children: ReactNode }): ReactNode {
  const viewport = useRef<HTMLDivElement>(null);
  // A table that fits needs no tab stop.
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = viewport.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setScrolls(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <Table.ScrollContainer
      minWidth={minWidth}
      scrollAreaProps={{ viewportRef: viewport, viewportProps: scrolls ? { tabIndex: 0 } : {} }}
    >
      {children}
    </Table.ScrollContainer>
  );
}
