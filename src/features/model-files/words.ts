/** Why the model of a run cannot be written for other programs. */
import type { Templates } from '../../shared/words/templates';

export const MODEL_FILES_WORDS = {
  'onnx.unfinished': {
    en: 'The model {run} is not finished, so there is nothing to write. Wait until it has finished, or resume it.',
    ko: '모델 {run}: 저장할 모델이 없습니다. 학습이 끝날 때까지 기다리거나 이어서 학습하세요.',
  },
  'onnx.steered': {
    en: 'The lists of this model are steered by its settings: part of each history is hidden, or codes are mixed with neighbours, pushed along directions, or joined by attributes of another strength. ONNX has no such model. Train a model without scoring.hidden, scoring.neighbours, scoring.directions and scoring.condition, and write that one.',
    ko: '이 모델의 목록은 설정으로 조정되었습니다. 시청 이력 일부를 숨기거나, 비슷한 아이를 섞거나, 취향 방향으로 옮기거나, 속성 반영 강도를 바꾼 모델은 ONNX로 쓸 수 없습니다. scoring.hidden, scoring.neighbours, scoring.directions, scoring.condition을 쓰지 않고 다시 학습한 모델을 저장하세요.',
  },
  'onnx.holds-histories': {
    en: 'A part of this model is the histories themselves (the linear filter), and no history leaves with a model. Train a model without it, and write that one.',
    ko: '이 모델의 일부(선형 필터)는 시청 이력 그 자체인데, 시청 이력은 모델과 함께 내보내지 않습니다. 선형 필터 없이 다시 학습한 모델을 저장하세요.',
  },
  'onnx.too-large': {
    en: 'The weights from each of {titles} titles to each other would take {gigabytes} GB; at most {most} GB are written. Train a model without Similar titles and EASE, and write that one.',
    ko: '작품 {titles}편 사이의 가중치만 {gigabytes}GB입니다. {most}GB까지만 쓸 수 있습니다. 유사 작품(아이템 kNN)과 EASE 없이 다시 학습한 모델을 저장하세요.',
  },
  'runs.modelFiles.title': { en: 'Model for other programs', ko: '다른 프로그램용 모델' },
  'runs.modelFiles.help': {
    en: 'Writes the model into a folder as ONNX, so that a service can serve what you looked at: with the weights, what goes in and comes out, the settings, and a model card. No child, history or list is in it.',
    ko: '모델을 ONNX 폴더로 저장해 검토한 그대로 서비스에서 쓸 수 있게 합니다. 가중치, 입력과 출력 설명, 설정, 모델 카드도 들어 있습니다. 아이, 시청 이력, 추천 목록은 들어 있지 않습니다.',
  },
  'runs.modelFiles.notIn': {
    en: 'Its scores leave out rules, approvals, tunings, and titles without viewings. These are applied to lists: where they matter, export the lists.',
    ko: '규칙, 승인, 조정, 시청 이력이 없는 작품은 점수에 들어 있지 않습니다. 추천 목록에 적용되는 것이니 필요하면 목록을 내보내세요.',
  },
  'runs.modelFiles.save': { en: 'Save as ONNX', ko: 'ONNX로 저장' },
  'runs.modelFiles.file': { en: 'model files', ko: '모델 파일' },
  'runs.modelFiles.folder': { en: 'Folder of a model', ko: '모델 폴더' },
  'runs.modelFiles.saved': { en: 'The model is saved', ko: '모델을 저장했습니다' },
  'runs.modelFiles.isIn': { en: 'In its scores:', ko: '점수에 들어 있는 것:' },
  'runs.modelFiles.parts.peers': {
    en: 'what is popular among children of the same attributes, the more the shorter the history',
    ko: '같은 속성의 아이에게 인기 있는 작품. 시청 이력이 짧을수록 많이 반영합니다',
  },
  'runs.modelFiles.parts.trend-part': {
    en: 'the trend as of the last day of the data, which goes out of date',
    ko: '데이터 마지막 날 기준의 급상승. 시간이 지나면 맞지 않게 됩니다',
  },
  'runs.modelFiles.parts.companion': {
    en: 'the companion {model}, the more the longer the history',
    ko: '함께 쓰는 모델 {model}. 시청 이력이 길수록 많이 반영합니다',
  },
  'runs.modelFiles.failed': { en: 'The model cannot be saved', ko: '모델을 저장할 수 없습니다' },
} as const satisfies Templates;
