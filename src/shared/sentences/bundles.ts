/** What is said of bundles, and of names and files that came from elsewhere. */
import type { Templates } from './templates';

export const BUNDLE_SENTENCES = {
  'file.no-regular': {
    en: '{file} is a folder, a pipe or a device. Name a file.',
    ko: '{file}: 폴더, 파이프 또는 장치입니다. 파일을 지정하세요.',
  },
  'file.not-plain': {
    en: '{file} is a link, a folder, a pipe or a device, and was not read. Put the file itself in its place.',
    ko: '{file}: 링크, 폴더, 파이프 또는 장치이므로 읽지 않았습니다. 그 자리에 파일을 두세요.',
  },
  'file.name-not-plain': {
    en: '{name} is not a name that Shelfwise gives to a file in {folder}. Nothing was read.',
    ko: '{name}: Shelfwise가 {folder}에서 쓰는 파일 이름이 아닙니다. 아무것도 읽지 않았습니다.',
  },
  'bundle.twice': {
    en: '{bundle} names one file twice, which no Shelfwise bundle does. It was not opened.',
    ko: '{bundle}: 같은 파일이 두 번 들어 있습니다. Shelfwise 묶음이 아니므로 열지 않았습니다.',
  },
  'bundle.swapped': {
    en: '{bundle} is no longer the file that was shown: it was replaced in the meantime. Nothing was opened. Open it again.',
    ko: '{bundle}: 내용을 보여 드린 뒤 파일이 바뀌었습니다. 아무것도 가져오지 않았습니다. 다시 여세요.',
  },
  'bundle.larger-than-disk': {
    en: 'There is no space left to open {bundle}: it needs {needed} MB, and {free} MB are free in {folder}. Free some space, or open it in a workspace on another disk. Nothing was written.',
    ko: '{bundle}: 열 공간이 부족합니다. {needed}MB가 필요하지만 {folder}에 {free}MB만 남아 있습니다. 공간을 확보하거나 다른 디스크의 작업 공간에서 여세요. 아무것도 쓰지 않았습니다.',
  },
  'bundle.other-files': {
    en: 'its files are not the ones listed in its dataset.json.',
    ko: '들어 있는 파일이 dataset.json에 적힌 것과 다릅니다.',
  },
  'bundle.other-counts': {
    en: 'the numbers of profiles, titles and viewings in its dataset.json do not match its files.',
    ko: 'dataset.json의 프로필, 콘텐츠, 시청 수가 파일과 다릅니다.',
  },
  'bundle.unfit-vocabulary': {
    en: 'the profiles or titles of its run are not those of its data set.',
    ko: '실행의 프로필이나 콘텐츠가 들어 있는 데이터 세트와 다릅니다.',
  },
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
  'model.other-tensors': {
    en: 'This is not a model that Shelfwise can use: {cause}.',
    ko: 'Shelfwise가 쓸 수 있는 모델이 아닙니다: {cause}.',
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
  'damage.unusable': { en: '{file} cannot be used: {cause}.', ko: '{file}: 쓸 수 없습니다: {cause}.' },
  'vocabulary.other-ids': {
    en: 'vocabulary.json names no title, or a profile or title twice',
    ko: 'vocabulary.json에 콘텐츠가 없거나 같은 프로필이나 콘텐츠가 두 번 있습니다',
  },
  'lists.other-rows': {
    en: 'it has {rows} {rows|list|lists} instead of {wanted}: one for each profile and one for any other',
    ko: '목록이 {rows}개입니다. 프로필마다 하나와 그 밖의 프로필용 하나를 합쳐 {wanted}개여야 합니다',
  },
  'lists.other-places': {
    en: 'its lists have {count} {count|place|places}, but there are {items} {items|title|titles}',
    ko: '콘텐츠는 {items}개인데 목록의 자리가 {count}개입니다',
  },
  'lists.bad-scores': { en: 'a score is not a finite number', ko: '유한한 수가 아닌 점수가 있습니다' },
  'lists.other-item': {
    en: 'list {row} names a title that the vocabulary does not have',
    ko: '{row}번째 목록에 어휘에 없는 콘텐츠가 있습니다',
  },
  'lists.repeated-item': {
    en: 'list {row} names a title twice',
    ko: '{row}번째 목록에 같은 콘텐츠가 두 번 있습니다',
  },
  'run.other-vocabulary': {
    en: 'The profiles or titles of the run {run} are not those of its data set. Open its bundle again, or train its recipe here.',
    ko: '실행 {run}: 프로필이나 콘텐츠가 데이터 세트와 다릅니다. 받은 묶음을 다시 열거나 같은 레시피로 여기서 학습하세요.',
  },
} as const satisfies Templates;
