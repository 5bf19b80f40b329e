/** Single-letter shortcuts: they work wherever no text is being typed and no dialog is open. */
import { useHotkeys, type HotkeyItem } from '@mantine/hooks';

/** Inputs into which nothing is typed; after a click on one of them the letters must go on working. */
const NOT_TYPED_INTO = ['button', 'checkbox', 'radio', 'range', 'reset', 'submit'];

function takesLetters(element: HTMLElement): boolean {
  if (element.closest('[role="dialog"]') !== null || element.isContentEditable) return true;
  return element instanceof HTMLInputElement
    ? !NOT_TYPED_INTO.includes(element.type)
    : element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
}

/** As useHotkeys of Mantine, which leaves out radio buttons and checkboxes as well. */
export function useKeys(keys: readonly HotkeyItem[]): void {
  useHotkeys(
    keys.map(([key, act, options]): HotkeyItem => [
      key,
      (event) => {
        if (!(event.target instanceof HTMLElement && takesLetters(event.target))) act(event);
      },
      // A letter that is typed into a field must arrive there.
      { preventDefault: false, ...options },
    ]),
    [],
    true,
  );
}
