import { type ComponentProps, useEffect, useState } from 'react';
import { isTyping } from '../../../renderer/components/use-keys';

/** What makes a button one that is held, by pointer or by Space and Enter. */
type HeldButton = Pick<
  ComponentProps<'button'>,
  | 'onPointerDown'
  | 'onPointerUp'
  | 'onPointerLeave'
  | 'onPointerCancel'
  | 'onBlur'
  | 'onContextMenu'
  | 'onKeyDown'
  | 'onKeyUp'
>;

/**
 * Whether a key is held, wherever the focus is, or the button that does the same.
 * @param code of the key, wherever its letter is
 * @param inDialog whether it belongs to a dialog, in which nothing is typed; otherwise an open dialog keeps it
 */
export function useHeld(code: string, inDialog = false): { readonly isHeld: boolean; readonly button: HeldButton } {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    const end = (): void => setIsHeld(false);
    const down = (event: KeyboardEvent): void => {
      const isOurs = event.code === code && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (isOurs && (inDialog || !isTyping(event.target))) setIsHeld(true);
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
  }, [code, inDialog]);
  const end = (): void => setIsHeld(false);
  return {
    isHeld,
    button: {
      onPointerDown: () => setIsHeld(true),
      onPointerUp: end,
      onPointerLeave: end,
      onPointerCancel: end,
      onBlur: end,
      // A long touch would open a menu.
      onContextMenu: (event) => event.preventDefault(),
      onKeyDown: (event) => {
        if (event.code === 'Space' || event.code === 'Enter') setIsHeld(true);
      },
      onKeyUp: end,
    },
  };
}
