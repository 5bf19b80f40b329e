/** Keeps a place for the keyboard's focus when the element that had it is removed. */

/** Gives the focus to the screen if nothing has it. Call it after the element was removed. */
export function keepFocus(): void {
  if (document.activeElement === null || document.activeElement === document.body)
    document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true });
}

/** The same, after the element that this event removes is gone. */
export const keepFocusSoon = (): void => void window.setTimeout(keepFocus, 50);

/** Takes the focus from where a screen was asked for (rail, bar, strip, or what is gone) to the screen. */
export function enterScreen(): void {
  keepFocusSoon();
  if (document.activeElement?.closest('[data-region]:not(#content)') != null)
    document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true });
}
