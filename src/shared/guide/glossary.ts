/**
 * The terms of Shelfwise for its users, in both languages. docs/glossary.md also has their names in code and terms only
 * used there; a test compares the two.
 */
import type { Text } from '../words/templates';

interface TermRow {
  readonly name: Text;
  readonly meaning: Text;
}

export const GLOSSARY = {
  profile: {
    name: { en: 'child', ko: '아이' },
    meaning: {
      en: 'One child, as the data knows it: one profile of the service. Files and commands say profile.',
      ko: '데이터에 나타난 아이 한 명. 파일과 명령에서는 프로필이라고 합니다.',
    },
  },
  title: {
    name: { en: 'title', ko: '작품' },
    meaning: {
      en: 'Something that can be watched.',
      ko: '시청할 수 있는 것 하나. 시리즈라면 한 화입니다.',
    },
  },
  event: {
    name: { en: 'event', ko: '시청 이력 한 건' },
    meaning: {
      en: 'One row of the history: a child watched a title at a given time. Purchases and searches are events of other roles.',
      ko: '이력의 한 줄. 어떤 아이가 어떤 작품을 언제 보았는지입니다. 구매와 검색도 역할이 다른 이력입니다.',
    },
  },
  viewing: {
    name: { en: 'viewing', ko: '시청' },
    meaning: {
      en: 'A time that a child watched a title: one event of the history.',
      ko: '아이가 작품을 한 번 본 것. 시청 이력 한 건입니다.',
    },
  },
  history: {
    name: { en: 'history', ko: '시청 이력' },
    meaning: {
      en: 'Which titles a child watched, and how much each counts: the vector that goes into the model.',
      ko: '아이가 무엇을 보았고 각각 얼마나 반영되는지. 모델에 들어가는 값입니다.',
    },
  },
  attribute: {
    name: { en: 'attribute', ko: '속성' },
    meaning: {
      en: 'Something that is known about a child or a title: age, sex, interests, genre, length.',
      ko: '아이나 작품에 관해 알려진 것. 나이, 성별, 관심사, 장르, 재생 시간 등.',
    },
  },
  condition: {
    name: { en: 'condition', ko: '조건' },
    meaning: {
      en: 'The encoded attributes of a child, joined to the latent code.',
      ko: '아이의 속성을 수로 바꾸어 잠재 코드에 붙인 것.',
    },
  },
  'latent-code': {
    name: { en: 'latent code', ko: '잠재 코드' },
    meaning: {
      en: 'What the encoder makes of a history: a few hundred numbers.',
      ko: '모델이 시청 이력을 줄여 나타낸 수백 개의 수.',
    },
  },
  noise: {
    name: { en: 'noise', ko: '노이즈' },
    meaning: {
      en: 'Hiding part of a history, so that the model learns to restore it.',
      ko: '시청 이력의 일부를 가리는 것. 모델은 가린 부분을 되살리며 배웁니다.',
    },
  },
  'data-folder': {
    name: { en: 'data folder', ko: '데이터 폴더' },
    meaning: {
      en: 'The folder of the user that is imported. Shelfwise never writes to it.',
      ko: '가져올 파일이 들어 있는 폴더. Shelfwise는 여기에 아무것도 저장하지 않습니다.',
    },
  },
  'data-set': {
    name: { en: 'data set', ko: '데이터 세트' },
    meaning: {
      en: 'A data folder as it was imported: checked, unchangeable, with a fingerprint.',
      ko: '읽었을 때 그대로의 데이터. 검사를 거쳤고 바뀌지 않으며 데이터 식별값이 있습니다.',
    },
  },
  fingerprint: {
    name: { en: 'fingerprint', ko: '데이터 식별값' },
    meaning: {
      en: 'The SHA-256 that identifies a data set by its content.',
      ko: '내용으로 데이터 세트를 가려내는 SHA-256 값.',
    },
  },
  mapping: {
    name: { en: 'mapping', ko: '열 지정' },
    meaning: {
      en: 'Which column of which file is what, for folders of other services.',
      ko: '어느 파일의 어느 열이 무엇인지 알려 주는 것. 다른 서비스의 폴더에 씁니다.',
    },
  },
  'row-issue': {
    name: { en: 'row issue', ko: '문제가 있던 행' },
    meaning: {
      en: 'A row that the import repaired or rejected, with the reason.',
      ko: '읽을 때 수정했거나 제외한 행과 그 이유.',
    },
  },
  model: {
    name: { en: 'kind of model', ko: '모델 종류' },
    meaning: {
      en: 'What is trained: the autoencoder, or one of the baselines it is compared with.',
      ko: '무엇을 학습하는지. 오토인코더이거나 비교 기준 모델 가운데 하나입니다.',
    },
  },
  baseline: {
    name: { en: 'baseline', ko: '비교 기준 모델' },
    meaning: { en: 'A simpler model.', ko: '견주어 보기 위한 더 단순한 모델.' },
  },
  recipe: {
    name: { en: 'recipe', ko: '레시피' },
    meaning: {
      en: 'All settings of a training, complete, with the version of their meaning.',
      ko: '학습에 쓴 모든 설정과 그 뜻을 정한 버전.',
    },
  },
  knob: {
    name: { en: 'knob', ko: '설정' },
    meaning: { en: 'One setting of a recipe.', ko: '레시피의 설정 하나.' },
  },
  preset: {
    name: { en: 'preset', ko: '프리셋' },
    meaning: { en: 'A named recipe to start from.', ko: '이름이 붙은, 시작할 때 고르는 레시피.' },
  },
  seed: {
    name: { en: 'seed', ko: '재현 번호(시드)' },
    meaning: {
      en: 'The number that all chance is drawn from.',
      ko: '모든 무작위가 나오는 번호. 같은 번호면 같은 결과가 나옵니다.',
    },
  },
  sweep: {
    name: { en: 'sweep', ko: '설정 시험' },
    meaning: {
      en: 'One recipe trained with many settings, to find those that suit the data.',
      ko: '레시피 하나를 여러 설정으로 학습해 데이터에 맞는 설정을 찾는 일.',
    },
  },
  trial: {
    name: { en: 'trial', ko: '시험' },
    meaning: {
      en: 'One combination of settings in a sweep, trained until its validation score.',
      ko: '설정 시험에서 설정 조합 하나로 검증용 점수까지 학습한 것.',
    },
  },
  run: {
    name: { en: 'model', ko: '모델' },
    meaning: {
      en: 'One training and everything that made it: recipe, seed, data set, computer; what it learned, its lists and scores. Files and commands say run.',
      ko: '한 번의 학습과 그에 관한 모든 것. 레시피, 재현 번호, 데이터 세트, 컴퓨터, 그리고 배운 것, 추천 목록, 점수입니다.',
    },
  },
  epoch: {
    name: { en: 'epoch', ko: '에포크' },
    meaning: { en: 'One pass of training over all children.', ko: '모든 아이를 한 번씩 학습하는 한 바퀴.' },
  },
  'hold-out': {
    name: { en: 'hold-out', ko: '평가 데이터' },
    meaning: {
      en: 'The part of the data that is hidden to measure a model.',
      ko: '모델을 측정하려고 숨겨 둔 데이터.',
    },
  },
  list: {
    name: { en: 'list', ko: '추천 목록' },
    meaning: {
      en: 'The titles that a model recommends to one child, best first: 25 are shown and exported, 100 are stored.',
      ko: '모델이 한 아이에게 추천하는 작품. 좋은 것부터 25편을 보여 주고 내보내며 100편을 저장합니다.',
    },
  },
  score: {
    name: { en: 'score', ko: '점수' },
    meaning: {
      en: 'Of a model: 0.75 × recall@25 + 0.25 × NDCG@25. Of a title in a list: the number that ranks it.',
      ko: '모델의 점수는 0.75 × Recall@25 + 0.25 × NDCG@25. 목록에 있는 작품의 점수는 순위를 정하는 수입니다.',
    },
  },
  coverage: {
    name: { en: 'coverage', ko: '추천된 작품 비율' },
    meaning: {
      en: 'Of the titles that a model learned from, the share that is in the first 25 of at least one child’s list. Test coverage: the same of the lists of the test children alone.',
      ko: '학습에 쓴 작품 가운데 한 아이에게라도 상위 25편으로 추천된 작품의 비율. ‘평가 목록의 작품 비율’은 평가 아이의 목록만 봅니다.',
    },
  },
  novelty: {
    name: { en: 'novelty', ko: '새로움' },
    meaning: {
      en: 'How little known the titles of the lists are.',
      ko: '목록의 작품이 얼마나 덜 알려졌는지.',
    },
  },
  stability: {
    name: { en: 'stability', ko: '안정성' },
    meaning: {
      en: 'How much of a list stays when a part of the history is hidden at random. A list of which less than half stays is shaky.',
      ko: '시청 이력 일부를 무작위로 가려도 목록이 얼마나 유지되는지. 절반도 유지되지 않는 목록은 불안정합니다.',
    },
  },
  leaderboard: {
    name: { en: 'leaderboard', ko: '모델 종류 비교' },
    meaning: {
      en: 'All models side by side, on the same hold-out.',
      ko: '같은 평가 데이터로 모든 종류의 모델을 나란히 비교한 것.',
    },
  },
  tuning: {
    name: { en: 'tuning', ko: '조정' },
    meaning: {
      en: 'Changes to one list while it is looked at: history, attributes, strength, neighbours, directions. No model is changed.',
      ko: '보고 있는 목록 하나만 바꾸는 것. 시청 이력, 속성, 강도, 비슷한 아이, 방향을 바꿉니다. 모델은 그대로입니다.',
    },
  },
  neighbour: {
    name: { en: 'neighbour', ko: '비슷한 아이' },
    meaning: { en: 'A child of similar taste: its latent code is close.', ko: '취향이 비슷한 아이.' },
  },
  save: {
    name: { en: 'save', ko: '저장' },
    meaning: {
      en: 'Put something where it stays: a note, a tuning or segment under a name, a bundle or table as a file.',
      ko: '남겨 두는 것. 메모, 이름을 붙인 조정과 세그먼트, 파일로 만든 모델 파일과 표.',
    },
  },
  segment: {
    name: { en: 'segment', ko: '세그먼트' },
    meaning: { en: 'A filter of children that was saved under a name.', ko: '이름을 붙여 저장한 아이 필터.' },
  },
  rule: {
    name: { en: 'rule', ko: '규칙' },
    meaning: {
      en: 'What lists must or must not have, whatever the model says: pin, boost, hide, a limit on how many, an age limit.',
      ko: '모델과 상관없이 추천 목록에 넣거나 빼도록 정한 것. 고정, 올리기, 숨기기, 개수 제한, 나이 제한 등.',
    },
  },
  'review-mark': {
    name: { en: 'review mark', ko: '검토 표시' },
    meaning: {
      en: 'The mark that a curator has looked at the list of a child.',
      ko: '아이의 추천 목록을 검토했다는 표시.',
    },
  },
  export: {
    name: { en: 'export', ko: '내보내기' },
    meaning: {
      en: 'Writing the lists of all children to a file.',
      ko: '모든 아이의 추천 목록을 파일로 저장하는 것.',
    },
  },
  submission: {
    name: { en: 'submission', ko: '제출 파일' },
    meaning: {
      en: 'The export in the format of the contest: IDs only, checked before it is written.',
      ko: '공모전 형식으로 내보낸 파일. ID만 들어 있고 저장하기 전에 검사합니다.',
    },
  },
  bundle: {
    name: { en: 'bundle', ko: '모델 파일' },
    meaning: {
      en: 'A model as one file, for another computer.',
      ko: '다른 컴퓨터로 옮기기 위해 파일 하나로 만든 모델.',
    },
  },
  verify: {
    name: { en: 'verify', ko: '검증' },
    meaning: { en: 'Train a model again and compare every bit.', ko: '다시 학습해 결과를 비트까지 비교하는 것.' },
  },
  certificate: {
    name: { en: 'certificate', ko: '검증서' },
    meaning: { en: 'The result of verifying, as a file.', ko: '검증 결과를 담은 파일.' },
  },
  pseudonym: {
    name: { en: 'pseudonym', ko: '가명' },
    meaning: {
      en: 'A keyed hash in place of a child’s ID.',
      ko: '아이 ID 대신 쓰는 값. 키 파일이 있어야 되돌릴 수 있습니다.',
    },
  },
  forget: {
    name: { en: 'forget', ko: '완전히 삭제' },
    meaning: {
      en: 'Remove a child from everything in the workspace, and keep it out.',
      ko: '작업 공간 전체에서 아이를 지우고 다시 들어오지 않게 하는 것.',
    },
  },
  workspace: {
    name: { en: 'workspace', ko: '작업 공간' },
    meaning: {
      en: 'The folder in which Shelfwise keeps everything.',
      ko: 'Shelfwise가 모든 것을 저장하는 폴더.',
    },
  },
  trash: {
    name: { en: 'trash', ko: '휴지통' },
    meaning: {
      en: 'Where deleted models and data sets stay until you empty it.',
      ko: '삭제한 모델과 데이터 세트가 완전히 지워지기 전에 머무는 곳.',
    },
  },
  cluster: {
    name: { en: 'cluster', ko: '클러스터' },
    meaning: {
      en: 'Other computers that do work in place of this one, through Ray.',
      ko: '이 컴퓨터 대신 작업하는 다른 컴퓨터들. Ray로 연결합니다.',
    },
  },
  unit: {
    name: { en: 'unit', ko: '작업' },
    meaning: {
      en: 'One piece of work that can be asked for again and again, from anywhere, and always gives the same result.',
      ko: '학습 한 번처럼 따로 맡길 수 있는 일 한 건. 어디에서 몇 번을 해도 결과가 같습니다.',
    },
  },
  exactness: {
    name: { en: 'exactness', ko: '재현 범위' },
    meaning: {
      en: 'Where the same bits come out again: on every computer, or on this GPU.',
      ko: '다시 학습했을 때 비트까지 같은 결과가 나오는 범위. 모든 컴퓨터이거나 이 GPU입니다.',
    },
  },
} as const satisfies Record<string, TermRow>;

export type Term = keyof typeof GLOSSARY;
export const TERMS = Object.keys(GLOSSARY) as Term[];
