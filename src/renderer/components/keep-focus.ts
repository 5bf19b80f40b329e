/** Keeps the keyboard's focus in place when the focused element is removed. */

const screen = (): HTMLElement | null => document.querySelector<HTMLElement>('#content');

/** Focuses the screen if nothing has the focus. Call it after the element was removed. */
export function keepFocus(): void {
  if (document.activeElement === null || document.activeElement === document.body)
    screen()?.focus({ preventScroll: true });
}

/** The same, once the element this event removes is gone. */
export const keepFocusSoon = (): void => void window.setTimeout(keepFocus, 50);

/** What had the focus last, wherever it is. */
let lastFocused: HTMLElement | null = null;

/** A button that is disabled while it works loses the focus, and gets it back with its end, unless it has moved on. */
const workEnds = new MutationObserver(() => {
  const isLost = document.activeElement === null || document.activeElement === document.body;
  if (isLost && lastFocused?.hasAttribute('disabled') === false) lastFocused.focus({ preventScroll: true });
});
document.addEventListener('focusin', ({ target }) => {
  workEnds.disconnect();
  lastFocused = target instanceof HTMLElement ? target : null;
  if (lastFocused !== null) workEnds.observe(lastFocused, { attributeFilter: ['disabled'] });
});

/** The parts of the screen round what had the focus last, the nearest first; none for what stands beside the screen or over it. */
let around: readonly HTMLElement[] = [];
document.addEventListener('focusin', ({ target }) => {
  around = target instanceof HTMLElement && screen()?.contains(target) === true ? [...partsRound(target)] : [];
});

function* partsRound(element: HTMLElement): Iterable<HTMLElement> {
  for (let at = element.parentElement; at !== null && at !== screen(); at = at.parentElement) yield at;
}

/** How long an overlay that closes may take to give the focus back. */
const GIVEN_BACK = 150;

/** What is removed with the focus leaves it to the part of the screen that it stood in, so that Tab goes on from there. */
new MutationObserver(() => {
  if (lastFocused === null || lastFocused.isConnected) return;
  lastFocused = null;
  const where = screen();
  window.setTimeout(() => {
    // The whole window went, and another one decides about its focus itself.
    if (where?.isConnected !== true) return;
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const left = around.find((part) => part.isConnected);
    if (left === undefined) keepFocus();
    else focusPart(left);
  }, GIVEN_BACK);
}).observe(document.body, { childList: true, subtree: true });

/** Focuses a part of the screen, which takes no focus otherwise. */
function focusPart(part: HTMLElement): void {
  if (!part.hasAttribute('tabindex')) {
    part.tabIndex = -1;
    part.addEventListener('blur', () => part.removeAttribute('tabindex'), { once: true });
  }
  part.focus({ preventScroll: true });
}

/** Ends the watch that was begun last. */
let endWatch = (): void => undefined;

/**
 * Leads the focus now and, until the user's next act, whenever it moves or an element is removed: a menu and the
 * palette give it back as they close, and are removed once they have faded.
 */
function watchFocus(lead: () => void): void {
  endWatch();
  const watch = new AbortController();
  const removals = new MutationObserver(lead);
  endWatch = () => {
    watch.abort();
    removals.disconnect();
  };
  lead();
  document.addEventListener('focusin', lead, { signal: watch.signal });
  removals.observe(document.body, { childList: true, subtree: true });
  window.addEventListener('pointerdown', endWatch, { capture: true, signal: watch.signal });
  // A key that still goes to a palette as it fades is not an act on the screen.
  const onKey = (): void => {
    if (screen()?.contains(document.activeElement) ?? true) endWatch();
  };
  window.addEventListener('keydown', onKey, { capture: true, signal: watch.signal });
}

/** Bars and rail: what is not the screen, nor an overlay. */
const BESIDE = '[data-region]:not(#content)';

/** What had the focus last beside the screen: an overlay that was opened from there gives it back to it. */
let lastBeside: Element | null = null;
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof Element && target.closest(BESIDE) !== null) lastBeside = target;
});

/**
 * Moves the focus from the control that opened a screen (rail, bar, strip, or a removed element) to the screen. Later only what an overlay gives back is led
 * there, once: a screen reader moves the focus without a key or a pointer.
 * @param wanted what takes the focus as soon as it is there, unless one came from beside the screen
 */
export function enterScreen(wanted: () => HTMLElement | undefined = () => undefined): void {
  const isBeside = document.activeElement?.closest(BESIDE) != null;
  let givenBack = isBeside ? null : lastBeside;
  let isWanted = !isBeside;
  if (isBeside) screen()?.focus({ preventScroll: true });
  watchFocus(() => {
    const found = isWanted ? wanted() : undefined;
    if (found !== undefined) {
      isWanted = false;
      found.focus({ preventScroll: true });
    }
    if (givenBack !== null && document.activeElement === givenBack) {
      givenBack = null;
      screen()?.focus({ preventScroll: true });
    }
    keepFocus();
  });
}

/** Keeps the focus in the screen while its parts are made anew, as when the language changes. */
export function stayInScreen(): void {
  watchFocus(keepFocus);
}

/** Focuses a landmark that the user asked for by name or key, with a ring; one that the window led to shows none. */
export function reachRegion(region: HTMLElement): void {
  region.dataset['reached'] = '';
  region.addEventListener('blur', () => delete region.dataset['reached'], { once: true });
  region.focus();
}
