/** Finds an ID in what people write, and takes out the sentences that have it. */

/** Letters of scripts that set words side by side without a blank. */
const UNSPACED = String.raw`\p{sc=Hang}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}`;
/** What continues an ID: a letter, digit or accent, but none of a script whose words may follow it directly ("1019의"). */
const CONTINUES = `(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}]`;
/** Korean particles and suffixes, as they follow a name: "하나에게는" has the ID 하나, "하나님" has it with a suffix, "하나로마트" has not. */
const PARTICLES =
  '(?:이|가|은|는|을|를|의|에|에게|께|한테|에서|와|과|랑|이랑|도|만|로|으로|부터|까지|처럼|보다|님|씨|군|양|네|들|번|아|야|이라|라|이고|고)*';

/** What may not stand before an ID, and what has to stand after it. */
interface Edges {
  readonly before: RegExp;
  readonly after: RegExp;
}
const edges = (before: string, after: string): Edges => ({
  before: new RegExp(`(?:${before})$`, 'u'),
  after: new RegExp(`^${after}`, 'u'),
});
const OF_WORDS = edges(CONTINUES, `(?!${CONTINUES})`);
/** "12.0" is 12; "3.12" and "12.5" are other numbers. */
const OF_NUMBERS = edges(`${CONTINUES}|\\p{Nd}\\.`, `(?:\\.0*)?(?!${CONTINUES}|\\.\\p{Nd})`);
/** In Hangul only particles may follow directly. */
const OF_HANGUL = edges(`${CONTINUES}|\\p{sc=Hang}`, `${PARTICLES}(?!${CONTINUES}|\\p{sc=Hang})`);
const [YEAR, MONTH, DAY] = [String.raw`[12]\d{3}`, '(?:0?[1-9]|1[0-2])', String.raw`(?:0?[1-9]|[12]\d|3[01])`];
const MONTH_NAME = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*';
/** Days as files and texts of the program write them, with a time of day: their numbers are no IDs, though 1 to 31 are IDs of profiles. */
const DAYS = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${[
    String.raw`${YEAR}-${MONTH}-${DAY}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?`,
    String.raw`${YEAR}\. ${MONTH}\. ${DAY}`,
    String.raw`(?:${YEAR}년 )?${MONTH}월 ${DAY}일`,
    String.raw`${MONTH_NAME} ${DAY}, ${YEAR}`,
  ].join('|')})(?!\p{N})`,
  'gu',
);
/** Characters around an ID that decide. */
const AROUND = 32;

/**
 * Whether a text, such as a note or a row of a table, has the ID as a whole: `12` is in `12,500`, `12.0`, "See 12." and "seg-12", but not in `112` or
 * `12.5`, nor in the day `2026-12-31`. Blanks, commas and quotes inside the ID match as they are, or as a quoted field writes them; so do letters and digits of another width.
 */
export function mentions(text: string, id: string): boolean {
  if (id === '') return false;
  if (stands(text, id) || (text.includes('""') && stands(text.replaceAll('""', '"'), id))) return true;
  const [wide, own] = [text.normalize('NFKC'), id.normalize('NFKC')];
  return own !== '' && (wide !== text || own !== id) && stands(wide, own);
}

function stands(written: string, id: string): boolean {
  const isNumber = /^-?\d+$/.test(id);
  const text = isNumber ? written.replace(DAYS, ' ') : written;
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
    const end = at + id.length;
    const { before } = isNumber ? OF_NUMBERS : /^\p{sc=Hang}/u.test(id) ? OF_HANGUL : OF_WORDS;
    const { after } = isNumber ? OF_NUMBERS : /\p{sc=Hang}$/u.test(id) ? OF_HANGUL : OF_WORDS;
    if (!before.test(text.slice(Math.max(0, at - AROUND), at)) && after.test(text.slice(end, end + AROUND)))
      return true;
  }
  return false;
}

/** Sentences with the blanks after them; a line ends one, too. */
const SENTENCE =
  /[^.!?。！？\n]*(?:[.!?。！？](?![\s"'”’)\]」』]|$)[^.!?。！？\n]*)*(?:[.!?。！？]+["'”’)\]」』]*\s*|\n\s*|$)/gu;

/** The text without the sentences that have the ID; empty if it lies across sentences. */
export function withoutSentencesOf(text: string, id: string): string {
  if (!mentions(text, id)) return text;
  const kept = (text.match(SENTENCE) ?? []).filter((sentence) => !mentions(sentence, id));
  const rest = kept.join('').trim();
  return mentions(rest, id) ? '' : rest;
}
