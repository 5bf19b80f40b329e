/** Scrolls to a part of a page or screen and focuses it. */
import { useEffect } from 'react';

/** @param id of the element, or null to show nothing */
export function useShowPart(id: string | null): void {
  useEffect(() => {
    if (id === null) return undefined;
    // Runs after the screen has restored its last scroll position.
    const frame = requestAnimationFrame(() => {
      const element = document.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
      element?.scrollIntoView({ block: 'start' });
      element?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [id]);
}
