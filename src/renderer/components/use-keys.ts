/** Single-letter shortcuts: active unless text is being typed or a dialog is open. */
import { useHotkeys, type HotkeyItem } from '@mantine/hooks';
import { useEffect, useRef } from 'react';

/** Input types without typing, where letters keep working after a click. */
const NOT_TYPED_INTO = ['button', 'checkbox', 'radio', 'range', 'reset', 'submit'];

function takesLetters(element: HTMLElement): boolean {
  if (element.closest('[role="dialog"]') !== null || element.isContentEditable) return true;
  return element instanceof HTMLInputElement
    ? !NOT_TYPED_INTO.includes(element.type)
    : element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}

/** Whether what has the focus takes letters. */
export const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && takesLetters(target);

/** The field that was typed into since it got the focus. In another one, Undo means the window's last change. */
let typedInto: EventTarget | null = null;
document.addEventListener('input', ({ target }) => (typedInto = target), true);
document.addEventListener('focusin', () => (typedInto = null), true);

const UNDO = 'mod+Z';

/** Whether a key belongs to what has the focus. */
const isOfField = (key: string, target: EventTarget | null): boolean =>
  target instanceof HTMLElement && takesLetters(target) && !(key === UNDO && isUntouched(target));

const isUntouched = (element: HTMLElement): boolean =>
  element !== typedInto && element.closest('[role="dialog"]') === null;

/** The keys of what is on the screen. */
const present = new Set<{ readonly current: readonly HotkeyItem[] }>();

/** What a key does on this screen, as @mantine/hooks writes keys ('Shift+W'); null if it does nothing. */
export function actOfKey(key: string): (() => void) | null {
  const acts = Array.from(present).flatMap(({ current }) =>
    current.filter(([one]) => one.toLowerCase() === key.toLowerCase()),
  );
  return acts.length === 0 ? null : () => acts.forEach(([, act]) => act(new KeyboardEvent('keydown')));
}

/** Like Mantine's useHotkeys, which also ignores radio buttons and checkboxes. */
export function useKeys(keys: readonly HotkeyItem[]): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    present.add(latest);
    return () => void present.delete(latest);
  }, []);
  useHotkeys(
    keys.map(([key, act, options]): HotkeyItem => [
      key,
      (event) => {
        if (isOfField(key, event.target)) return;
        // The browser would undo what was typed into an earlier field.
        if (key === UNDO) event.preventDefault();
        act(event);
      },
      // A letter typed into a field must reach it.
      { preventDefault: false, ...options },
    ]),
    [],
    true,
  );
}
