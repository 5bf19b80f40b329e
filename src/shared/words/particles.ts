/**
 * Korean particles differ by the sound that a word ends with, and a text does not know which word will stand in its gap: it is
 * written with both (`을(를)`, `(으)로`), of which the one that fits is chosen once the word is there.
 */

/** After a consonant, and after a vowel. */
const FORMS: Readonly<Record<string, readonly [string, string]>> = {
  '은(는)': ['은', '는'],
  '이(가)': ['이', '가'],
  '을(를)': ['을', '를'],
  '와(과)': ['과', '와'],
  '과(와)': ['과', '와'],
  '(으)로': ['으로', '로'],
  '(이)라는': ['이라는', '라는'],
};

/** What may follow a gap: a quotation mark that closes, and a particle in both forms. */
export const AFTER_GAP = `(["'”’]?)(${Object.keys(FORMS)
  .map((form) => form.replaceAll(/[()]/g, '\\$&'))
  .join('|')})?`;

const FIRST_SYLLABLE = 0xac00;
/** Endings of a syllable: none, then the consonants. */
const ENDINGS = 28;
const L = 8;
/** How digits end as they are read: 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구. */
const OF_DIGITS = [21, L, 0, 16, 0, 0, 1, L, L, 0];

const endingOf = (last: string): number =>
  /\d/.test(last) ? OF_DIGITS[Number(last)]! : (last.charCodeAt(0) - FIRST_SYLLABLE) % ENDINGS;

/**
 * The form of a particle that fits the word before it. Both forms stay after letters that are read in another language: how they sound is not
 * known.
 * @param both as the text has it: `을(를)`
 */
export function particleAfter(word: string, both: string): string {
  const last = word.replace(/["'”’]+$/, '').at(-1) ?? '';
  const forms = FORMS[both];
  if (forms === undefined || !/[가-힣0-9]/.test(last)) return both;
  const ending = endingOf(last);
  const isAsVowel = ending === 0 || (both === '(으)로' && ending === L);
  return forms[isAsVowel ? 1 : 0];
}
