/** How lists are made from a fitted model: which titles compete, and what is mixed into the scores. */
import { DAE, type Knob } from '../knob';
import { MOST_NEIGHBOURS } from '../../limits';
import { arePushes, LONGEST_PUSHES, PUSHES_PATTERN } from '../pushes';

export const SCORING_KNOBS = {
  'scoring.watched': {
    kind: 'choice',
    choices: ['exclude', 'include'],
    default: 'exclude',
    label: { en: 'Watched titles', ko: '이미 본 작품' },
    help: { en: 'Whether titles already watched may be recommended.', ko: '이미 본 작품을 추천할지 정합니다.' },
  },
  'scoring.condition': {
    kind: 'number',
    minimum: 0,
    maximum: 2,
    default: 1,
    ...DAE,
    label: { en: 'Strength of the attributes', ko: '속성 반영 강도' },
    help: {
      en: 'How strongly the attributes of a child count when lists are made: 0 as if nothing were known about the child, 1 as trained, 2 twice as strongly.',
      ko: '목록을 만들 때 아이 속성을 반영하는 강도. 0: 속성을 모르는 것처럼, 1: 학습한 그대로, 2: 두 배로 강하게.',
    },
  },
  'scoring.neighbours': {
    kind: 'integer',
    minimum: 1,
    maximum: MOST_NEIGHBOURS,
    default: 20,
    unit: 'profiles',
    ...DAE,
    label: { en: 'Neighbours mixed in', ko: '섞을 비슷한 아이 수' },
    help: {
      en: 'How many of the most similar children (nearest in latent space) are mixed in when lists are made; see their share.',
      ko: '목록을 만들 때 섞을, 취향이 가장 비슷한 아이의 수(잠재 공간에서 가까운 순). 비율은 다음 설정을 따릅니다.',
    },
  },
  'scoring.neighbourShare': {
    kind: 'number',
    minimum: 0,
    maximum: 1,
    default: 0,
    ...DAE,
    label: { en: 'Share of neighbours', ko: '비슷한 아이 반영 비율' },
    help: {
      en: 'How much the similar children count when lists are made: the share of the latent code that is the mean of theirs. 0 mixes nothing in.',
      ko: '목록을 만들 때 비슷한 아이의 평균이 잠재 코드에서 차지하는 비율. 0이면 섞지 않습니다.',
    },
  },
  'scoring.hidden': {
    kind: 'number',
    minimum: 0,
    maximum: 1,
    default: 0,
    label: { en: 'Hidden share of the history', ko: '숨길 시청 이력 비율' },
    help: {
      en: 'The share of each history that the model does not see when lists are made. Hidden titles still count as watched. 0 hides nothing.',
      ko: '목록을 만들 때 모델에 보여 주지 않을 시청 이력의 비율. 숨긴 작품도 이미 본 작품으로 칩니다. 0이면 숨기지 않습니다.',
    },
  },
  'scoring.mask': {
    kind: 'integer',
    minimum: 0,
    maximum: 0xffffffff,
    default: 0,
    label: { en: 'Draw of the hidden titles', ko: '숨길 작품 추첨 번호' },
    help: {
      en: 'Which titles are hidden: another number draws others. Counts only where a share of the history is hidden.',
      ko: '어떤 작품을 숨길지 정하는 번호. 번호가 다르면 다른 작품을 숨깁니다. 시청 이력을 숨길 때만 쓰입니다.',
    },
  },
  'scoring.directions': {
    kind: 'text',
    pattern: PUSHES_PATTERN,
    longest: LONGEST_PUSHES,
    isValid: arePushes,
    takes: 'range.pushes',
    default: '',
    ...DAE,
    label: { en: 'Pushes along directions of taste', ko: '취향 방향 이동' },
    help: {
      en: 'Pushes every child along latent directions when lists are made, in standard deviations: "1:2 4:-0.5". The numbers are those that Compare shows for this model. A direction that the model does not have changes nothing.',
      ko: '목록을 만들 때 모든 아이를 잠재 공간의 방향으로 옮기는 폭(표준편차). 예: "1:2 4:-0.5". 번호는 비교 화면에 나오는 이 모델의 방향 번호입니다. 모델에 없는 방향은 아무것도 바꾸지 않습니다.',
    },
  },
} as const satisfies Record<string, Knob>;
