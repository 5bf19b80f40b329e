/** Single-letter shortcuts: active unless text is being typed or a dialog is open. */
import { useHotkeys, type HotkeyItem } from '@mantine/hooks';

/** Input types without typing, where letters keep working after a click. */
const NOT_TYPED_INTO = ['button', 'checkbox', 'radio', 'range', 'reset', 'submit'];

function takesLetters(element: HTMLElement): boolean {
  if (element.closest('[role="dialog"]') !== null || element.isContentEditable) return true;
  return element instanceof HTMLInputElement
    ? !NOT_TYPED_INTO.includes(element.type)
    : element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}

/** Like Mantine's useHotkeys, which also ignores radio buttons and checkboxes. */
export function useKeys(keys: readonly HotkeyItem[]): void {
  useHotkeys(
    keys.map(([key, act, options]): HotkeyItem => [
      key,
      (event) => {
        if (!(event.target instanceof HTMLElement && takesLetters(event.target))) act(event);
      },
      // A letter typed into a field must reach it.
      { preventDefault: false, ...options },
    ]),
    [],
    true,
  );
}
