/** How the lists are made of a fitted model: which titles compete, and what is mixed into the scores. */
import { DAE, type Knob } from '../knob';
import { MOST_NEIGHBOURS } from '../../limits';

export const SCORING_KNOBS = {
  'scoring.watched': {
    kind: 'choice',
    choices: ['exclude', 'include'],
    default: 'exclude',
    label: { en: 'Watched titles', ko: '이미 본 콘텐츠' },
    help: { en: 'Whether titles already watched may be recommended.', ko: '이미 본 콘텐츠를 추천할지 정합니다.' },
  },
  'scoring.condition': {
    kind: 'number',
    minimum: 0,
    maximum: 2,
    default: 1,
    ...DAE,
    label: { en: 'Strength of the attributes', ko: '속성 반영 강도' },
    help: {
      en: 'How strongly the attributes of a profile count when lists are made: 0 as if nothing were known about the profile, 1 as trained, 2 twice as strongly.',
      ko: '목록을 만들 때 프로필 속성을 반영하는 강도. 0: 속성을 모르는 것처럼, 1: 학습한 그대로, 2: 두 배로 강하게.',
    },
  },
  'scoring.neighbours': {
    kind: 'integer',
    minimum: 1,
    maximum: MOST_NEIGHBOURS,
    default: 20,
    unit: 'profiles',
    ...DAE,
    label: { en: 'Neighbours mixed in', ko: '섞을 비슷한 프로필 수' },
    help: {
      en: 'How many of the most similar profiles (nearest in latent space) are mixed in when lists are made; see their share.',
      ko: '목록을 만들 때 섞을, 취향이 가장 비슷한 프로필의 수(잠재 공간에서 가까운 순). 비율은 다음 설정을 따릅니다.',
    },
  },
  'scoring.neighbourShare': {
    kind: 'number',
    minimum: 0,
    maximum: 1,
    default: 0,
    ...DAE,
    label: { en: 'Share of neighbours', ko: '비슷한 프로필 반영 비율' },
    help: {
      en: 'How much the similar profiles count when lists are made: the share of the latent code that is the mean of theirs. 0 mixes nothing in.',
      ko: '목록을 만들 때 비슷한 프로필의 평균이 잠재 코드에서 차지하는 비율. 0이면 섞지 않습니다.',
    },
  },
} as const satisfies Record<string, Knob>;
