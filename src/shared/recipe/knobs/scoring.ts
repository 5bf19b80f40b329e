/** How the lists are made of a fitted model: which titles compete, and what is mixed into the scores. */
import { DAE, type Knob } from '../knob';
import { MOST_NEIGHBOURS } from '../../limits';

export const SCORING_KNOBS = {
  'scoring.watched': {
    kind: 'choice',
    choices: ['exclude', 'include'],
    default: 'exclude',
    label: { en: 'Watched titles', ko: '이미 본 콘텐츠' },
    help: { en: 'Whether titles already watched may be recommended.', ko: '이미 본 콘텐츠를 추천에 포함할지 여부.' },
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
      ko: '목록을 만들 때 프로필 속성을 반영하는 강도. 0: 속성을 모르는 것처럼, 1: 학습된 그대로, 2: 그만큼 더 강하게.',
    },
  },
  'scoring.neighbours': {
    kind: 'integer',
    minimum: 1,
    maximum: MOST_NEIGHBOURS,
    default: 20,
    unit: 'profiles',
    ...DAE,
    label: { en: 'Neighbours mixed in', ko: '섞을 이웃 프로필 수' },
    help: {
      en: 'How many of the nearest profiles in latent space are mixed in when lists are made (see the share).',
      ko: '목록을 만들 때 섞는, 잠재 공간에서 가장 가까운 프로필의 수(비율 참조).',
    },
  },
  'scoring.neighbourShare': {
    kind: 'number',
    minimum: 0,
    maximum: 1,
    default: 0,
    ...DAE,
    label: { en: 'Share of neighbours', ko: '이웃 반영 비율' },
    help: {
      en: "How much of the latent code is the mean of the neighbours' codes when lists are made; 0 mixes nothing in.",
      ko: '목록을 만들 때 잠재 표현에서 이웃 평균이 차지하는 비율. 0이면 섞지 않습니다.',
    },
  },
} as const satisfies Record<string, Knob>;
