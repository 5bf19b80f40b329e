/** Whether Ctrl or Command has been held for a moment: what is pressed in a shortcut flashes nothing. */
import { useEffect, useState } from 'react';

/** As long as a look for help takes, in milliseconds. */
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
      // The other Ctrl key may be down already.
      window.clearTimeout(timer);
      timer = window.setTimeout(() => setIsHeld(true), A_MOMENT);
    };
    window.addEventListener('keydown', press);
    window.addEventListener('keyup', release);
    // Keys that are let go in another window are told to that.
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
