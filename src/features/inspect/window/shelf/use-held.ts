import { useEffect, useState } from 'react';
import { isTyping } from '../../../../renderer/components/use-keys';

interface Held {
  readonly isHeld: boolean;
  /** For a button that is held with the pointer. */
  readonly button: {
    readonly onPointerDown: () => void;
    readonly onPointerUp: () => void;
    readonly onPointerLeave: () => void;
  };
}

/** Whether a key is held, or the button that does the same. @param code of the key, wherever its letter is */
export function useHeld(code: string): Held {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    const end = (): void => setIsHeld(false);
    const down = (event: KeyboardEvent): void => {
      if (event.code === code && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target))
        setIsHeld(true);
    };
    const up = (event: KeyboardEvent): void => {
      if (event.code === code) end();
    };
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    // Another window takes the key that ends it.
    window.addEventListener('blur', end);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
      window.removeEventListener('blur', end);
    };
  }, [code]);
  const end = (): void => setIsHeld(false);
  return { isHeld, button: { onPointerDown: () => setIsHeld(true), onPointerUp: end, onPointerLeave: end } };
}
