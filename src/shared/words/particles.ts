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

const BOTH = new RegExp(
  `([가-힣0-9])(["'”’]?)(${Object.keys(FORMS)
    .map((form) => form.replaceAll(/[()]/g, '\\$&'))
    .join('|')})`,
  'gu',
);

const FIRST_SYLLABLE = 0xac00;
/** Endings of a syllable: none, then the consonants. */
const ENDINGS = 28;
const L = 8;
/** How digits end as they are read: 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구. */
const OF_DIGITS = [21, L, 0, 16, 0, 0, 1, L, L, 0];

const endingOf = (last: string): number =>
  /\d/.test(last) ? OF_DIGITS[Number(last)]! : (last.charCodeAt(0) - FIRST_SYLLABLE) % ENDINGS;

/** Leaves both forms after letters that are read in another language: how they sound is not known. */
export const withParticles = (text: string): string =>
  text.replaceAll(BOTH, (_, last: string, quote: string, form: string) => {
    const ending = endingOf(last);
    const isAsVowel = ending === 0 || (form === '(으)로' && ending === L);
    return last + quote + FORMS[form]![isAsVowel ? 1 : 0];
  });
