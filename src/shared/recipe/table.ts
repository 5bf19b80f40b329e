/**
 * The recipe table: every knob of a model, once. The form, the flags, --help, the schema, the record and the defaults are
 * all made from it. A recipe version is never reinterpreted: a change of meaning or default is a new RECIPE_VERSION.
 */
export const RECIPE_VERSION = 1;

export const MODELS = ['dae', 'popularity', 'recent', 'trend', 'item-knn', 'ease'] as const;
export type ModelName = (typeof MODELS)[number];

export const KNOB_GROUPS = [
  'model',
  'data',
  'structure',
  'noise',
  'loss',
  'optimiser',
  'stopping',
  'scoring',
  'numeric',
] as const;
export type KnobGroup = (typeof KNOB_GROUPS)[number];

interface KnobText {
  label: { en: string; ko: string };
  help: { en: string; ko: string };
  /** Models that read this knob; all where absent. */
  models?: readonly ModelName[];
}
export type Knob = KnobText &
  (
    | { kind: 'number'; minimum: number; maximum: number; default: number; unit?: string }
    | { kind: 'integer'; minimum: number; maximum: number; default: number; unit?: string }
    | { kind: 'choice'; choices: readonly string[]; default: string }
    | { kind: 'boolean'; default: boolean }
  );

const DAE = { models: ['dae'] } as const;

export const KNOBS = {
  model: {
    kind: 'choice',
    choices: MODELS,
    default: 'dae',
    label: { en: 'Model', ko: '모델' },
    help: {
      en: 'The conditioned denoising autoencoder (dae) or one of the baselines it is compared with.',
      ko: '조건부 잡음 제거 오토인코더(dae) 또는 비교 기준 모델.',
    },
  },
  'data.history': {
    kind: 'number',
    minimum: 0,
    maximum: 10,
    default: 1,
    label: { en: 'Weight of watching', ko: '시청 가중치' },
    help: {
      en: 'How much one event of the history counts; 0 leaves them out.',
      ko: '시청 이력 한 건의 가중치. 0이면 제외합니다.',
    },
  },
  'data.trailers': {
    kind: 'number',
    minimum: 0,
    maximum: 1,
    default: 1,
    label: { en: 'Weight of trailers', ko: '예고편 가중치' },
    help: { en: 'Factor on events that are marked as short trailers.', ko: '예고편으로 표시된 시청의 배율.' },
  },
  'data.completion': {
    kind: 'number',
    minimum: 0,
    maximum: 10,
    default: 0,
    label: { en: 'Weight of completion', ko: '시청 완료 가중치' },
    help: {
      en: 'How much one viewing counts, times the share of the title that was watched (from watch_e_data).',
      ko: '시청 한 건의 가중치에 시청 비율(watch_e_data)을 곱합니다.',
    },
  },
  'data.purchase': {
    kind: 'number',
    minimum: 0,
    maximum: 10,
    default: 0,
    label: { en: 'Weight of buying', ko: '구매 가중치' },
    help: { en: 'How much one purchase counts (from buy_data).', ko: '구매 한 건의 가중치(buy_data).' },
  },
  'data.search': {
    kind: 'number',
    minimum: 0,
    maximum: 10,
    default: 0,
    label: { en: 'Weight of searching', ko: '검색 가중치' },
    help: { en: 'How much one search counts (from search_data).', ko: '검색 한 건의 가중치(search_data).' },
  },
  'data.counting': {
    kind: 'choice',
    choices: ['binary', 'sum', 'logarithm'],
    default: 'binary',
    label: { en: 'Counting repeats', ko: '반복 시청 계산' },
    help: {
      en: 'What repeated events of one title add up to: 1 (binary), their sum, or the logarithm of 1 + sum.',
      ko: '같은 콘텐츠를 여러 번 본 경우의 값: 1(binary), 합(sum), log(1+합).',
    },
  },
  'structure.width': {
    kind: 'integer',
    minimum: 2,
    maximum: 4096,
    default: 256,
    unit: 'units',
    ...DAE,
    label: { en: 'Latent width', ko: '잠재 차원' },
    help: { en: 'Units of the latent code of a history.', ko: '이력의 잠재 표현 크기.' },
  },
  'structure.activation': {
    kind: 'choice',
    choices: ['tanh', 'relu', 'linear'],
    default: 'tanh',
    ...DAE,
    label: { en: 'Activation', ko: '활성 함수' },
    help: { en: 'Function applied to the latent code.', ko: '잠재 표현에 적용되는 함수.' },
  },
  'structure.input': {
    kind: 'choice',
    choices: ['l2', 'none'],
    default: 'l2',
    ...DAE,
    label: { en: 'Input normalisation', ko: '입력 정규화' },
    help: {
      en: 'l2 divides a history by its length, so that long and short ones speak equally loud.',
      ko: 'l2: 이력 벡터를 그 길이로 나눕니다.',
    },
  },
  'structure.condition': {
    kind: 'choice',
    choices: ['network', 'concatenate', 'none'],
    default: 'network',
    ...DAE,
    label: { en: 'Profile condition', ko: '프로필 조건' },
    help: {
      en: 'How the attributes of a profile join the latent code: through a small network, as they are, or not at all.',
      ko: '프로필 속성을 잠재 표현에 결합하는 방법: 작은 신경망, 그대로, 사용 안 함.',
    },
  },
  'structure.conditionWidth': {
    kind: 'integer',
    minimum: 1,
    maximum: 512,
    default: 8,
    unit: 'units',
    ...DAE,
    label: { en: 'Condition width', ko: '조건 신경망 크기' },
    help: { en: 'Units of the small network that reads the profile.', ko: '프로필을 읽는 작은 신경망의 크기.' },
  },
  'noise.dropout': {
    kind: 'number',
    minimum: 0,
    maximum: 0.99,
    default: 0.5,
    ...DAE,
    label: { en: 'Dropout noise', ko: '드롭아웃 잡음' },
    help: {
      en: 'Share of a history that is hidden in training and has to be restored.',
      ko: '학습 중 숨기고 복원하게 하는 이력의 비율.',
    },
  },
  'noise.rate': {
    kind: 'choice',
    choices: ['fixed', 'drawn'],
    default: 'fixed',
    ...DAE,
    label: { en: 'Dropout rate', ko: '드롭아웃 방식' },
    help: {
      en: 'fixed: the same share for every row. drawn: a share per row between the dropout noise and 1; helps profiles with little history.',
      ko: 'fixed: 모든 행에 같은 비율. drawn: 행마다 드롭아웃~1 사이에서 뽑음(이력이 적은 프로필에 유리).',
    },
  },
  'noise.wholeHistory': {
    kind: 'number',
    minimum: 0,
    maximum: 1,
    default: 0.15,
    ...DAE,
    label: { en: 'Whole history hidden', ko: '전체 이력 숨김' },
    help: {
      en: 'Share of rows whose history is hidden altogether, so that only the profile speaks.',
      ko: '이력 전체를 숨겨 프로필만으로 복원하게 하는 행의 비율.',
    },
  },
  'noise.profile': {
    kind: 'number',
    minimum: 0,
    maximum: 1,
    default: 0,
    ...DAE,
    label: { en: 'Profile hidden', ko: '프로필 숨김' },
    help: {
      en: 'Share of rows whose profile attributes are hidden in training.',
      ko: '학습 중 프로필 속성을 숨기는 행의 비율.',
    },
  },
  'loss.kind': {
    kind: 'choice',
    choices: ['multinomial', 'binary', 'squared'],
    default: 'multinomial',
    ...DAE,
    label: { en: 'Loss', ko: '손실 함수' },
    help: {
      en: 'Multinomial likelihood of the clean history, binary cross-entropy, or squared error.',
      ko: '원래 이력의 다항 우도, 이진 교차 엔트로피, 제곱 오차.',
    },
  },
  'loss.popularity': {
    kind: 'choice',
    choices: ['none', 'fourth-root', 'square-root'],
    default: 'fourth-root',
    ...DAE,
    label: { en: 'Weight by popularity', ko: '인기도 가중치' },
    help: {
      en: 'A title weighs in the loss by this root of its popularity.',
      ko: '손실에서 콘텐츠의 가중치를 인기도의 제곱근 등으로 정합니다.',
    },
  },
  'optimiser.kind': {
    kind: 'choice',
    choices: ['adamw', 'adam'],
    default: 'adamw',
    ...DAE,
    label: { en: 'Optimiser', ko: '최적화 방법' },
    help: { en: 'Adam, or AdamW with decay apart from the gradient.', ko: 'Adam 또는 감쇠를 분리한 AdamW.' },
  },
  'optimiser.rate': {
    kind: 'number',
    minimum: 0.000001,
    maximum: 1000,
    default: 0.002,
    ...DAE,
    label: { en: 'Learning rate', ko: '학습률' },
    help: {
      en: 'Size of a step. Too large and the loss becomes not-a-number.',
      ko: '한 걸음의 크기. 너무 크면 손실이 발산합니다.',
    },
  },
  'optimiser.decay': {
    kind: 'number',
    minimum: 0,
    maximum: 10,
    default: 0.3,
    ...DAE,
    label: { en: 'Weight decay', ko: '가중치 감쇠' },
    help: {
      en: 'AdamW: how fast weights shrink, times the learning rate, each step.',
      ko: 'AdamW: 매 걸음 가중치가 줄어드는 정도(학습률 곱).',
    },
  },
  'optimiser.batch': {
    kind: 'integer',
    minimum: 1,
    maximum: 8192,
    default: 128,
    unit: 'profiles',
    ...DAE,
    label: { en: 'Batch', ko: '배치 크기' },
    help: { en: 'Profiles a step.', ko: '한 걸음에 사용하는 프로필 수.' },
  },
  'stopping.rule': {
    kind: 'choice',
    choices: ['validation', 'fixed'],
    default: 'validation',
    ...DAE,
    label: { en: 'Choosing the epochs', ko: '학습 횟수 결정' },
    help: {
      en: 'validation: the epochs with the best score on a part cut from the training data. fixed: exactly the number below.',
      ko: 'validation: 검증 부분에서 가장 좋은 횟수. fixed: 아래 횟수 그대로.',
    },
  },
  'stopping.epochs': {
    kind: 'integer',
    minimum: 1,
    maximum: 10000,
    default: 80,
    unit: 'epochs',
    ...DAE,
    label: { en: 'Most epochs', ko: '최대 학습 횟수' },
    help: { en: 'Passes over the profiles, at the most.', ko: '전체 프로필을 학습하는 최대 횟수.' },
  },
  'stopping.patience': {
    kind: 'integer',
    minimum: 1,
    maximum: 1000,
    default: 10,
    unit: 'epochs',
    ...DAE,
    label: { en: 'Patience', ko: '인내' },
    help: {
      en: 'Epochs without a better validation score before training stops.',
      ko: '검증 점수가 나아지지 않을 때 기다리는 횟수.',
    },
  },
  'stopping.split': {
    kind: 'choice',
    choices: ['time', 'random'],
    default: 'time',
    label: { en: 'Hold-out', ko: '평가 분할' },
    help: {
      en: 'time: the last part of the events is held out. random: a random part of each profile is. Without times, random.',
      ko: 'time: 마지막 기간을 평가용으로 남김. random: 프로필마다 무작위로 남김. 시간이 없으면 random.',
    },
  },
  'stopping.share': {
    kind: 'number',
    minimum: 0.01,
    maximum: 0.5,
    default: 0.2,
    label: { en: 'Held-out share', ko: '평가 비율' },
    help: {
      en: 'Share of the events that is held out for testing, and again for validation.',
      ko: '평가와 검증에 각각 남기는 비율.',
    },
  },
  'stopping.refit': {
    kind: 'boolean',
    default: true,
    label: { en: 'Fit again on all data', ko: '전체 데이터로 다시 학습' },
    help: {
      en: 'After the epochs are chosen and the metrics earned, the model that makes the lists is fitted on all the data.',
      ko: '평가 후 전체 데이터로 다시 학습한 모델이 목록을 만듭니다.',
    },
  },
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
    label: { en: 'Strength of the profile', ko: '프로필 반영 강도' },
    help: {
      en: 'How strongly the profile condition speaks when lists are made: 0 as if nothing were known about the profile, 1 as trained, 2 as far again beyond it.',
      ko: '목록을 만들 때 프로필 조건의 강도. 0: 프로필을 모르는 것처럼, 1: 학습된 그대로, 2: 그만큼 더 강하게.',
    },
  },
  'scoring.neighbours': {
    kind: 'integer',
    minimum: 1,
    maximum: 200,
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
  'recent.days': {
    kind: 'number',
    minimum: 0.01,
    maximum: 3650,
    default: 7,
    unit: 'days',
    models: ['recent'],
    label: { en: 'Recent days', ko: '최근 기간' },
    help: { en: 'Popularity is counted over this many last days.', ko: '최근 이 기간의 인기도를 사용합니다.' },
  },
  'trend.days': {
    kind: 'number',
    minimum: 0.01,
    maximum: 3650,
    default: 14,
    unit: 'days',
    models: ['trend'],
    label: { en: 'Trend days', ko: '추세 기간' },
    help: { en: 'How fast an event loses its weight in the trend.', ko: '추세에서 시청의 가중치가 줄어드는 속도.' },
  },
  'itemKnn.neighbours': {
    kind: 'integer',
    minimum: 1,
    maximum: 10000,
    default: 60,
    models: ['item-knn'],
    label: { en: 'Neighbours', ko: '이웃 수' },
    help: { en: 'Similar titles kept for each title.', ko: '콘텐츠마다 유지하는 유사 콘텐츠 수.' },
  },
  'itemKnn.shrinkage': {
    kind: 'number',
    minimum: 0,
    maximum: 10000,
    default: 3,
    models: ['item-knn'],
    label: { en: 'Shrinkage', ko: '축소' },
    help: { en: 'Mistrust of similarities that rest on few profiles.', ko: '적은 프로필에 기댄 유사도를 줄이는 정도.' },
  },
  'ease.regularisation': {
    kind: 'number',
    minimum: 0.001,
    maximum: 1000000,
    default: 300,
    models: ['ease'],
    label: { en: 'Regularisation', ko: '정규화' },
    help: { en: 'The lambda of EASE (Steck 2019).', ko: 'EASE(Steck 2019)의 lambda.' },
  },
  'numeric.mode': {
    kind: 'choice',
    choices: ['portable', 'fast', 'everywhere'],
    default: 'portable',
    label: { en: 'Exactness', ko: '정확성' },
    help: {
      en: 'portable: the same bits on every x86-64 processor. fast: all the machine has. everywhere: the same bits on every system, slow.',
      ko: 'portable: 모든 x86-64에서 같은 결과. fast: 최대 속도. everywhere: 모든 시스템에서 같은 결과, 느림.',
    },
  },
  'numeric.device': {
    kind: 'choice',
    choices: ['auto', 'cpu', 'gpu'],
    default: 'auto',
    label: { en: 'Device', ko: '장치' },
    help: {
      en: 'Where the model is trained. gpu fails where there is none; auto takes what there is.',
      ko: '학습 장치. gpu는 없으면 오류, auto는 있는 장치를 사용합니다.',
    },
  },
} as const satisfies Record<string, Knob>;

export type KnobName = keyof typeof KNOBS;
export const KNOB_NAMES = Object.keys(KNOBS) as KnobName[];

type KnobValue<K extends Knob> = K extends { kind: 'number' | 'integer' }
  ? number
  : K extends { kind: 'boolean' }
    ? boolean
    : K extends { choices: readonly (infer Choice)[] }
      ? Choice
      : never;

/** The whole truth about a model, as plain data: flat, complete, ordered as the table. */
export type Recipe = { version: typeof RECIPE_VERSION } & {
  -readonly [Name in KnobName]: KnobValue<(typeof KNOBS)[Name]>;
};
