/** Keeps a place for the keyboard's focus when the element that had it is removed. */

/** Gives the focus to the screen if nothing has it. To be called once what is taken away is gone. */
export function keepFocus(): void {
  if (document.activeElement === null || document.activeElement === document.body)
    document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true });
}

/** The same, after what is taken away by this event is gone. */
export const keepFocusSoon = (): void => void window.setTimeout(keepFocus, 50);
