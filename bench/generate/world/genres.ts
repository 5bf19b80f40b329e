/** The genres of the synthetic service and their audience. */
export interface Genre {
  /** genre_mid of meta_data. */
  readonly name: string;
  /** genre_small. */
  readonly kinds: readonly string[];
  /** The age at which it is most popular, and how fast that falls off (one deviation), in years. */
  readonly age: number;
  readonly ageWidth: number;
  /** Added to the log of the taste of sex M, subtracted for F; small or 0 for most genres. */
  readonly boys: number;
  /** Whether episodes are watched in order. */
  readonly inOrder: boolean;
  readonly minutes: number;
  /** Mean number of episodes; 1 for films. */
  readonly episodes: number;
}

export const GENRES: readonly Genre[] = [
  {
    name: '동요·율동',
    kinds: ['동요', '율동', '자장가'],
    age: 2,
    ageWidth: 1.5,
    boys: 0,
    inOrder: false,
    minutes: 3,
    episodes: 6,
  },
  {
    name: '그림책 동화',
    kinds: ['창작동화', '옛이야기', '잠자리동화'],
    age: 3.5,
    ageWidth: 1.8,
    boys: 0,
    inOrder: false,
    minutes: 6,
    episodes: 4,
  },
  {
    name: '생활습관',
    kinds: ['인사', '건강', '안전'],
    age: 3,
    ageWidth: 1.3,
    boys: 0,
    inOrder: false,
    minutes: 5,
    episodes: 4,
  },
  {
    name: '한글놀이',
    kinds: ['자음모음', '낱말', '받아쓰기'],
    age: 5,
    ageWidth: 1.2,
    boys: 0,
    inOrder: false,
    minutes: 8,
    episodes: 5,
  },
  {
    name: '영어놀이',
    kinds: ['파닉스', '회화', '영어동요'],
    age: 6,
    ageWidth: 1.8,
    boys: 0,
    inOrder: true,
    minutes: 9,
    episodes: 5,
  },
  {
    name: '수·과학 놀이',
    kinds: ['수학', '실험', '우주'],
    age: 7,
    ageWidth: 1.8,
    boys: 0.1,
    inOrder: false,
    minutes: 10,
    episodes: 4,
  },
  {
    name: '탈것',
    kinds: ['자동차', '기차', '중장비'],
    age: 3.5,
    ageWidth: 1.4,
    boys: 0.6,
    inOrder: false,
    minutes: 10,
    episodes: 6,
  },
  {
    name: '공룡',
    kinds: ['공룡만화', '공룡탐험', '공룡백과'],
    age: 5,
    ageWidth: 1.5,
    boys: 0.5,
    inOrder: false,
    minutes: 11,
    episodes: 5,
  },
  {
    name: '동물·자연',
    kinds: ['숲속동물', '바다동물', '곤충'],
    age: 5.5,
    ageWidth: 2.5,
    boys: 0,
    inOrder: false,
    minutes: 11,
    episodes: 4,
  },
  {
    name: '마법 이야기',
    kinds: ['마법학교', '요정', '인형'],
    age: 5.5,
    ageWidth: 1.6,
    boys: -0.7,
    inOrder: true,
    minutes: 12,
    episodes: 6,
  },
  {
    name: '변신 로봇',
    kinds: ['변신', '우주로봇', '팽이대전'],
    age: 7,
    ageWidth: 1.6,
    boys: 0.7,
    inOrder: true,
    minutes: 14,
    episodes: 7,
  },
  {
    name: '모험·추리',
    kinds: ['모험', '추리', '판타지'],
    age: 9.5,
    ageWidth: 1.9,
    boys: 0.1,
    inOrder: true,
    minutes: 18,
    episodes: 6,
  },
  {
    name: '요리·만들기',
    kinds: ['요리', '종이접기', '미술'],
    age: 8,
    ageWidth: 2.2,
    boys: -0.3,
    inOrder: false,
    minutes: 9,
    episodes: 4,
  },
  {
    name: '극장판',
    kinds: ['가족', '모험영화', '음악영화'],
    age: 7,
    ageWidth: 3,
    boys: 0,
    inOrder: false,
    minutes: 80,
    episodes: 1,
  },
  {
    name: '코미디',
    kinds: ['학교', '일상', '개그'],
    age: 10,
    ageWidth: 1.9,
    boys: 0.1,
    inOrder: false,
    minutes: 12,
    episodes: 7,
  },
  {
    name: '다큐·체험',
    kinds: ['자연다큐', '직업체험', '세계여행'],
    age: 10,
    ageWidth: 2.2,
    boys: 0,
    inOrder: false,
    minutes: 22,
    episodes: 4,
  },
];

export function genreIndex(name: string): number {
  return GENRES.findIndex((genre) => genre.name === name);
}

/** How well a genre fits an age: 1 at its best age, falling off as a bell. */
export function ageFit(age: number, center: number, width: number): number {
  const distance = (age - center) / width;
  return Math.exp(-0.5 * distance * distance);
}
