/** File names that are proposed to people: told by eye what they are of, and allowed on every system. */

/** Number of bytes of the longest name that file systems take (255), less what an extension and a number after it need. */
const MOST_BYTES = 200;

/** What Windows forbids in names, and what moves a name to another folder elsewhere. */
const FORBIDDEN = /[\u0000-\u001f\u007f<>:"/\\|?*]+/g;

/** Names that Windows takes for devices, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * "sample - Balanced, seed 1 - lists - 2026-12-01.csv".
 * @param parts from what is the same in most files to what differs; empty ones are left out
 * @param extension without its dot; null for a folder, whose name then has no dot
 */
export function fileNameOf(parts: readonly string[], extension: string | null): string {
  const told = parts.map(tidy).filter((part) => part !== '');
  // What is cut is the longest: the others tell files apart.
  while (bytesOf(told.join(' - ')) > MOST_BYTES) {
    const longest = told.reduce((best, part, at) => (part.length > told[best]!.length ? at : best), 0);
    told[longest] = tidy(Array.from(told[longest]!).slice(0, -1).join(''));
  }
  const name = told.join(' - ');
  const safe = RESERVED.test(name) || name === '' ? `_${name}` : name;
  return extension === null ? safe.replaceAll('.', '_') : `${safe}.${extension}`;
}

/**
 * The name, or one beside those that are there: a file that was delivered is replaced only by a name that a person typed. The day tells by eye what
 * the file is of; a number follows where the name has the day already.
 * @param taken the names in its folder; most systems take letters of either case for one
 */
export function freeFileName(name: string, taken: readonly string[], day: string): string {
  const known = new Set(taken.map(alike));
  const [extension = ''] = /\.[^. ]+$/.exec(name) ?? [];
  const stem = name.slice(0, name.length - extension.length);
  const dated = stem.includes(day) ? stem : `${stem} - ${day}`;
  let free = name;
  for (let number = 1; known.has(alike(free)); number++)
    free = `${dated}${number === 1 ? '' : ` (${number})`}${extension}`;
  return free;
}

const alike = (name: string): string => name.normalize('NFC').toLowerCase();

/** Neither a dot at the beginning, which hides a file, nor one or a space at the end, which Windows drops. */
const tidy = (part: string): string =>
  part
    .normalize('NFC')
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
