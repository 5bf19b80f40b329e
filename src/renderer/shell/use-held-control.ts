/** Whether Ctrl or Command has been held for a moment, so that pressing a shortcut flashes nothing. */
import { useEffect, useState } from 'react';

/** Milliseconds of holding that count as looking for help. */
const A_MOMENT = 250;

export function useHeldControl(): boolean {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    let timer = 0;
    const release = (): void => {
      window.clearTimeout(timer);
      setIsHeld(false);
    };
    const press = ({ key, repeat }: KeyboardEvent): void => {
      if (key !== 'Control' && key !== 'Meta') return release();
      if (repeat) return;
      // The other Ctrl key may already be down.
      window.clearTimeout(timer);
      timer = window.setTimeout(() => setIsHeld(true), A_MOMENT);
    };
    window.addEventListener('keydown', press);
    window.addEventListener('keyup', release);
    // A key released in another window sends no event here.
    window.addEventListener('blur', release);
    return () => {
      release();
      window.removeEventListener('keydown', press);
      window.removeEventListener('keyup', release);
      window.removeEventListener('blur', release);
    };
  }, []);
  return isHeld;
}
