import { useLayoutEffect, useState, type RefObject } from 'react';

/** In pixels; null until it is known, and 0 without a layout. */
export function useWidth(of: RefObject<HTMLDivElement | null>): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useLayoutEffect(() => {
    const box = of.current!;
    const measure = (): void => setWidth(box.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [of]);
  return width;
}
