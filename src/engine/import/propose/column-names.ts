/** Guesses the meaning of a column or file from its name, in English and Korean. */

export type Meaning = 'profile' | 'item';

const listed = (words: string): string[] => words.trim().split(/\s+/);

const WORDS: Record<Meaning, readonly string[]> = {
  profile: listed(`
    account child children customer customers kid kids member members people person profile profiles
    subscriber subscribers uid user users userid viewer viewers visitor
    사용자 이용자 유저 회원 고객 프로필 시청자 가입자 어린이 자녀`),
  item: listed(`
    album albums article asset book books content contents episode film films iid item items itemid media movie movies movieid
    product products program programme show shows song track video videos
    콘텐츠 컨텐츠 상품 앨범 영화 작품 영상 프로그램 아이템 도서`),
};
const ID_WORDS = listed('id no nr key code number 번호 아이디 코드 식별자');
const TITLE_WORDS = listed('title name 제목 이름 명 타이틀');
const HISTORY_WORDS = listed(
  'event events history log logs plays ratings viewings views watched watches 이력 시청 기록',
);
const OTHER_EVENT_WORDS = listed('buy order orders purchase purchases search searches 구매 결제 검색');

/** The words of a name: split at punctuation, at capitals and between alphabets. */
const wordsOf = (name: string): string[] =>
  name
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replaceAll(/([가-힣])([A-Za-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Korean compounds are written together; English words stand alone. */
const says = (words: readonly string[], meant: readonly string[]): boolean =>
  words.some((word) => meant.some((one) => word === one || (/[가-힣]/.test(one) && word.includes(one))));

/** 3: an ID of that; 2: that alone, such as `user`; 0: something else, such as `user_age`. */
export function idScore(name: string, meaning: Meaning): 0 | 2 | 3 {
  const words = wordsOf(name);
  const isId = says(words, ID_WORDS);
  if (meaning === 'item' && isId && words.includes('title')) return 3;
  if (!says(words, WORDS[meaning])) return 0;
  if (isId || words.some((word) => word.endsWith('id'))) return 3;
  return words.length === 1 && !says(words, TITLE_WORDS) ? 2 : 0;
}

export const fileIsAbout = (file: string, meaning: Meaning): boolean => says(wordsOf(file), WORDS[meaning]);

/** Length of a title column's name; the shortest is the plainest: `title` before `sub_title`. Infinity if it names no title. */
export function titleLength(name: string): number {
  const words = wordsOf(name);
  const isKorean = words.some((word) => /(제목|이름|명|타이틀)$/.test(word));
  const isTitle = isKorean || words.includes('title') || words.includes('name');
  return isTitle && !says(words, ID_WORDS) ? words.length : Infinity;
}

/** 1 if a file's name says viewings, -1 if it says searches or purchases. */
export function historyScore(file: string): -1 | 0 | 1 {
  const words = wordsOf(file);
  if (says(words, OTHER_EVENT_WORDS)) return -1;
  return says(words, HISTORY_WORDS) ? 1 : 0;
}
