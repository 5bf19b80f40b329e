/** Keeps the keyboard's focus in place when the focused element is removed. */

/** Focuses the screen if nothing has the focus. Call it after the element was removed. */
export function keepFocus(): void {
  if (document.activeElement === null || document.activeElement === document.body)
    document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true });
}

/** The same, once the element this event removes is gone. */
export const keepFocusSoon = (): void => void window.setTimeout(keepFocus, 50);

/** Moves the focus from the control that opened a screen (rail, bar, strip, or a removed element) to the screen. */
export function enterScreen(): void {
  leaveControl();
  // The palette gives the focus back to what had it as it closes, and is removed once it has faded.
  window.setTimeout(() => {
    leaveControl();
    keepFocus();
  }, 50);
  window.setTimeout(keepFocus, 400);
}

function leaveControl(): void {
  if (document.activeElement?.closest('[data-region]:not(#content)') != null)
    document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true });
}
