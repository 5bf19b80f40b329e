/** Scrolls to a part of a page or screen and focuses it. */
import { useEffect } from 'react';

/** Milliseconds in which what is above the part may still load and push it away. */
const PATIENCE = 3000;
/** What ends it before: the user goes elsewhere. */
const ACTS = ['wheel', 'pointerdown', 'keydown'] as const;

/** @param id of the element, or null to show nothing */
export function useShowPart(id: string | null): void {
  useEffect(() => {
    if (id === null) return undefined;
    const watch = new AbortController();
    // Runs after the screen has restored its last scroll position.
    const frame = requestAnimationFrame(() => {
      const part = document.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
      if (part === null) return;
      const show = (): void => part.scrollIntoView({ block: 'start' });
      const growth = new ResizeObserver(show);
      watch.signal.addEventListener('abort', () => growth.disconnect());
      show();
      part.focus({ preventScroll: true });
      growth.observe(part.parentElement!);
    });
    const end = (): void => watch.abort();
    for (const act of ACTS) window.addEventListener(act, end, { capture: true, signal: watch.signal });
    const timer = window.setTimeout(end, PATIENCE);
    return () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(timer);
      end();
    };
  }, [id]);
}
