/** What is said of the files of a run: its lists, its tensors, its vocabulary. */
import type { Templates } from '../templates';

export const RUN_FILES_WORDS = {
  'follows.lists': {
    en: 'Of {lists} lists of the model {run}, {changed} do not follow from its model and its data: they were changed after the training.',
    ko: '모델 {run}: 목록 {lists}개 가운데 {changed}개가 모델과 데이터에서 나온 것이 아닙니다. 학습한 뒤에 바뀐 목록입니다.',
  },
  'follows.scores': {
    en: 'The scores of the model {run} are not those of its lists.',
    ko: '모델 {run}: 점수가 목록에서 나온 값이 아닙니다.',
  },
  'follows.decide': {
    en: 'It cannot be exported until you decide. Delete it (shelfwise delete), or use its lists as they came: on its page in the window, or with export --accept-lists.',
    ko: '결정하기 전에는 내보낼 수 없습니다. 지우거나(shelfwise delete), 받은 목록을 그대로 쓰려면 모델 화면이나 export --accept-lists로 정하세요.',
  },
  'follows.not-trained': {
    en: 'So it was not trained again.',
    ko: '그래서 다시 학습하지 않았습니다.',
  },
  'follows.trained-here': {
    en: 'The model {run} was trained on this computer: there is nothing to decide about its lists.',
    ko: '모델 {run}: 이 컴퓨터에서 학습한 모델이라 목록에 대해 결정할 것이 없습니다.',
  },
  'lists.not-finished': {
    en: 'The model {run} has no lists: it was not finished.',
    ko: '모델 {run}: 학습이 끝나지 않아 추천 목록이 없습니다.',
  },
  'lists.without-data': {
    en: 'The model {run} has no lists: it was opened from a bundle without its data.',
    ko: '모델 {run}: 데이터가 없는 모델 파일에서 열어 추천 목록이 없습니다.',
  },
  'lists.import-folder': {
    en: 'Import the folder that it was trained on, and they are made from its model.',
    ko: '학습에 쓰인 폴더를 가져오면 모델로 목록을 만듭니다.',
  },
  'lists.other-titles': {
    en: 'The titles of the model {run} are not those of the data set that is here. Open its bundle again.',
    ko: '모델 {run}: 작품이 여기 있는 데이터 세트와 다릅니다. 모델 파일을 다시 여세요.',
  },
  'lists.other-lists': {
    en: 'The lists that the model {run} gives here are not those that its record names. Verify the model to see why, or train its settings here.',
    ko: '모델 {run}: 여기서 만든 목록이 기록과 다릅니다. 검증해서 이유를 보거나 같은 설정으로 여기서 학습하세요.',
  },
  'lists.no-tensors': {
    en: 'the tensors items (I32, two sides) and scores (F32) are not both there',
    ko: '텐서 items(I32, 2차원)와 scores(F32)가 모두 있어야 합니다',
  },
  'lists.other-sizes': { en: 'items and scores differ in size', ko: 'items와 scores의 크기가 다릅니다' },
  'tensors.damaged': {
    en: 'This is not a whole safetensors file: {cause}.',
    ko: '온전한 safetensors 파일이 아닙니다: {cause}.',
  },
  'tensors.short': { en: 'it is shorter than its header', ko: '파일이 머리글보다 짧습니다' },
  'tensors.header-cut': { en: 'its header is cut off', ko: '머리글이 잘렸습니다' },
  'tensors.header-not-json': { en: 'its header is not JSON', ko: '머리글이 JSON이 아닙니다' },
  'tensors.other-type': { en: '{name} has the type {type}', ko: '{name}의 자료형이 {type}입니다' },
  'tensors.cut': { en: '{name} is cut off', ko: '{name}의 끝이 잘렸습니다' },
  'tensors.longer': {
    en: 'its tensors do not fill it to its end, or there are gaps between them',
    ko: '텐서가 파일을 끝까지 채우지 않거나 사이에 다른 것이 있습니다',
  },
  'tensors.other-metadata': { en: 'its metadata is not text', ko: '메타데이터가 문자열이 아닙니다' },
  'tensors.other-name': { en: 'it names a tensor {name}', ko: '텐서 이름이 {name}입니다' },
  'tensors.other-entry': {
    en: 'what it says of {name} is not a type, a shape and two offsets',
    ko: '{name}의 자료형, 모양, 위치가 올바르지 않습니다',
  },
  'tensor.undeclared': {
    en: 'no model of this kind has a tensor {name}',
    ko: '이 종류의 모델에는 텐서 {name}이(가) 없습니다',
  },
  'tensor.missing': { en: 'the tensor {name} is missing', ko: '텐서 {name}이(가) 없습니다' },
  'tensor.other-type': {
    en: 'the tensor {name} has the type {found} instead of {type}',
    ko: '텐서 {name}의 자료형이 {type}이(가) 아니라 {found}입니다',
  },
  'tensor.other-shape': {
    en: 'the tensor {name} has the shape {found} instead of {shape}',
    ko: '텐서 {name}의 모양이 {shape}이(가) 아니라 {found}입니다',
  },
  'tensor.other-values': {
    en: 'the tensor {name} holds values outside their range',
    ko: '텐서 {name}에 범위를 벗어난 값이 있습니다',
  },
  'vocabulary.other-ids': {
    en: 'vocabulary.json names no title, or a child or title twice',
    ko: 'vocabulary.json에 작품이 없거나 같은 아이나 작품이 두 번 있습니다',
  },
  'lists.other-rows': {
    en: 'it has {rows} {rows|list|lists} instead of {wanted}: one for each child and one for any other',
    ko: '목록이 {rows}개입니다. 아이마다 하나와 그 밖의 아이용 하나를 합쳐 {wanted}개여야 합니다',
  },
  'lists.other-places': {
    en: 'its lists have {count} {count|place|places}, but there are {items} {items|title|titles}',
    ko: '작품은 {items}편인데 목록의 자리가 {count}개입니다',
  },
  'lists.bad-scores': { en: 'a score is not a finite number', ko: '유한한 수가 아닌 점수가 있습니다' },
  'lists.other-item': {
    en: 'list {row} names a title that the vocabulary does not have',
    ko: '{row}번째 목록에 어휘에 없는 작품이 있습니다',
  },
  'lists.repeated-item': {
    en: 'list {row} names a title twice',
    ko: '{row}번째 목록에 같은 작품이 두 번 있습니다',
  },
} as const satisfies Templates;
