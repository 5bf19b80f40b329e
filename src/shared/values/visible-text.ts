/**
 * Makes foreign text safe for a terminal. A title, a column header or a file name may contain characters that a
 * terminal obeys: escape sequences that clear the screen, set the title or write to the clipboard, and marks that
 * change the text direction.
 */

/**
 * Control characters (C0, DEL, C1), direction marks and overrides, and separators at which some terminals break lines.
 */
const OBEYED = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;
const BEYOND_JSON = /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

const hexadecimal = (character: string): string => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

/** Unicode has pictures of C0 and DEL ("␛"); others are shown by number ("<U+202E>"). */
function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : `<U+${hexadecimal(character)}>`;
}

/** Whether it contains no such character: one line that is shown unchanged. */
export const isPlainText = (text: string): boolean => text.search(OBEYED) === -1;

/**
 * The text with a picture for each such character, newlines and tabs included: one line without effect on the terminal.
 */
export const visibleText = (text: string): string => text.replaceAll(OBEYED, picture);

/** Equivalent JSON: escapes such characters beyond C0, which `JSON.stringify` leaves. */
export const visibleJson = (json: string): string =>
  json.replaceAll(BEYOND_JSON, (character) => `\\u${hexadecimal(character).toLowerCase()}`);
