/** A field of one number takes no range, of which it would make another number: "5-3" would be 53. */
import type { ClipboardEvent, KeyboardEvent } from 'react';

const DASHES = new Set(['-', '–', '~']);

/** What a person writes between two numbers leads from the field of the first to that of the second, and is refused elsewhere. */
export const oneNumber = {
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>): void => {
    const { key, currentTarget: field } = event;
    // Before any digit it is a sign.
    if (!DASHES.has(key) || field.value === '' || field.selectionStart === 0) return;
    event.preventDefault();
    const beside = field.closest('.mantine-InputWrapper-root')?.nextElementSibling?.querySelector('input[inputmode]');
    if (!(beside instanceof HTMLInputElement)) return;
    beside.focus();
    beside.select();
  },
  onPaste: (event: ClipboardEvent<HTMLInputElement>): void => {
    if (/\d\s*[-–~]\s*\d/.test(event.clipboardData.getData('text'))) event.preventDefault();
  },
};
