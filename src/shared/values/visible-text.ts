/**
 * Foreign text on a terminal. A title, a column header or a file name may hold characters that a terminal obeys instead of showing: escape
 * sequences that clear the screen, set the window's title or write to the clipboard, and marks that turn the direction of reading.
 */

/** Control characters (C0, DEL, C1), marks and overrides of direction, and separators that some terminals break lines at. */
const OBEYED = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;
const BEYOND_JSON = /[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g;

const hexadecimal = (character: string): string => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

/** Unicode has pictures of C0 and DEL ("␛"); the others are shown by their number ("<U+202E>"). */
function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : `<U+${hexadecimal(character)}>`;
}

/** Whether there is no such character in it: one line that is shown as it is. */
export const isPlainText = (text: string): boolean => text.search(OBEYED) === -1;

/** The text with a picture for each such character, line ends and tabs among them: it is one line without any effect on the terminal. */
export const visibleText = (text: string): string => text.replaceAll(OBEYED, picture);

/** The same JSON: such characters, which `JSON.stringify` leaves as they are beyond C0, as escapes. */
export const visibleJson = (json: string): string =>
  json.replaceAll(BEYOND_JSON, (character) => `\\u${hexadecimal(character).toLowerCase()}`);
