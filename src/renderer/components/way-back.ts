/** Leads the keyboard's focus into a screen, and on the way back to the link that was followed from there. */
import { useEffect, useRef } from 'react';
import { enterScreen } from './keep-focus';
import { SEARCH_FIELD } from './SearchField';

/** Links within screens, from the first that was followed to the last. */
let followed: readonly { readonly place: string; readonly href: string }[] = [];
/** Where the link leads that was pressed since the last change of place. */
let pressed: string | null = null;

const linkTo = (href: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('#content a[href]')].find((link) => link.getAttribute('href') === href);

document.addEventListener(
  'click',
  ({ target }) => {
    pressed = target instanceof Element ? (target.closest('#content a[href]')?.getAttribute('href') ?? null) : null;
  },
  { capture: true },
);

/** @returns where the link leads that was followed from a place, if this is the way back to it */
function hrefFollowedFrom(place: string, left: string): string | null {
  const at = followed.findLastIndex((one) => one.place === place);
  const href = followed[at]?.href ?? null;
  if (href !== null) followed = followed.slice(0, at);
  else if (pressed !== null) followed = [...followed, { place: left, href: pressed }];
  pressed = null;
  return href;
}

/** What the screen that is opened next is entered at, in place of its top or a link. */
let entry: (() => HTMLElement | undefined) | null = null;

/** Lets the screen that is opened next be entered at its search field. */
export function enterNextAtSearch(): void {
  entry = () => document.querySelector<HTMLElement>(`#content ${SEARCH_FIELD}`) ?? undefined;
}

/** A freshly opened page, or an address without a screen, starts at its top without a focus ring. */
export function useFocusOfPlace(place: string): void {
  const before = useRef(place);
  useEffect(() => {
    const left = before.current;
    before.current = place;
    if (left === place || left === '/') return;
    const href = hrefFollowedFrom(place, left);
    const wanted = entry ?? (href === null ? undefined : () => linkTo(href));
    entry = null;
    enterScreen(wanted);
  }, [place]);
}
