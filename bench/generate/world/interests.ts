/** The interest codes of a profile, and the genres that each raises. */
/** One interest code and the genres it raises, the first one most. */
export interface Interest {
  readonly code: string;
  readonly genres: readonly string[];
}

/** What parents say they look for: pr_interest_keyword_cd_1..3. */
export const PARENT_INTERESTS: readonly Interest[] = [
  { code: 'P01', genres: ['생활습관'] },
  { code: 'P02', genres: ['한글놀이', '그림책 동화'] },
  { code: 'P03', genres: ['영어놀이'] },
  { code: 'P04', genres: ['수·과학 놀이'] },
  { code: 'P05', genres: ['동요·율동', '극장판'] },
  { code: 'P06', genres: ['요리·만들기'] },
  { code: 'P07', genres: ['그림책 동화', '모험·추리'] },
  { code: 'P08', genres: ['다큐·체험', '동물·자연'] },
];

/** What the child likes: ch_interest_keyword_cd_1..3. */
export const CHILD_INTERESTS: readonly Interest[] = [
  { code: 'K01', genres: ['동요·율동'] },
  { code: 'K02', genres: ['탈것'] },
  { code: 'K03', genres: ['공룡', '동물·자연'] },
  { code: 'K04', genres: ['동물·자연', '그림책 동화'] },
  { code: 'K05', genres: ['마법 이야기', '극장판'] },
  { code: 'K06', genres: ['변신 로봇'] },
  { code: 'K07', genres: ['모험·추리', '코미디'] },
  { code: 'K08', genres: ['요리·만들기'] },
  { code: 'K09', genres: ['수·과학 놀이', '다큐·체험'] },
];
