/** Brings a part of a page into sight, and the keyboard with it. */
import { useEffect } from 'react';

/** @param id of the element, or null while there is none to show */
export function useShowPart(id: string | null): void {
  useEffect(() => {
    if (id === null) return undefined;
    // After the screen has gone to where it was scrolled when it was last left.
    const frame = requestAnimationFrame(() => {
      const element = document.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
      element?.scrollIntoView({ block: 'start' });
      element?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [id]);
}
