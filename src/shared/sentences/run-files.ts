/** What is said of the files of a run: its lists, its hold-out, its certificates, and what a bundle holds of it. */
import type { Templates } from './templates';

export const RUN_FILES_SENTENCES = {
  'run.file': { en: '{file} of the run {run}', ko: '실행 {run}의 {file}' },
  'run.other-bytes': {
    en: '{file} of the run {run} is not what its record says: it was damaged. Verify the run to see whether it can be made again.',
    ko: '실행 {run}의 {file}: 기록과 다르므로 손상되었습니다. 다시 만들 수 있는지 검증하세요.',
  },
  'bundle.file': { en: '{file} in {bundle}', ko: '{bundle}의 {file}' },
  'bundle.contents': { en: 'the table of contents', ko: '파일 목록' },
  'bundle.other-manifest': {
    en: 'run.json is of another run or data set than the manifest says.',
    ko: 'run.json의 실행이나 데이터 세트가 묶음의 목록에 적힌 것과 다릅니다.',
  },
  'bundle.without-model': {
    en: 'its run is {status} and has no model.',
    ko: '학습 상태가 {status}이며 모델이 없습니다.',
  },
  'bundle.other-vocabulary': {
    en: 'vocabulary.json names profiles in a bundle without data, or none in one with data.',
    ko: 'vocabulary.json의 프로필 유무가 묶음의 데이터 유무와 맞지 않습니다.',
  },
  'bundle.damaged-data': { en: 'its dataset.json is damaged.', ko: 'dataset.json이 손상되었습니다.' },
  'bundle.other-data': {
    en: 'its data set is not the one that its run was trained on.',
    ko: '들어 있는 데이터 세트가 학습에 쓰인 것이 아닙니다.',
  },
  'bundle.lacks': {
    en: 'The run {run} was opened from a bundle without its data and lacks {files}. Leave --with-data out, or bundle it where it was trained.',
    ko: '실행 {run}: 데이터가 없는 묶음에서 열어 다음 파일이 없습니다: {files}. 데이터 없이 묶거나 학습한 곳에서 묶으세요.',
  },
  'lists.not-finished': {
    en: 'The run {run} has no lists: it was not finished.',
    ko: '실행 {run}: 끝나지 않아 추천 목록이 없습니다.',
  },
  'lists.without-data': {
    en: 'The run {run} has no lists: it was opened from a bundle without its data.',
    ko: '실행 {run}: 데이터가 없는 묶음에서 열어 추천 목록이 없습니다.',
  },
  'lists.import-folder': {
    en: 'Import the folder that it was trained on, and they are made from its model.',
    ko: '학습에 쓰인 폴더를 가져오면 모델로 목록을 만듭니다.',
  },
  'lists.other-titles': {
    en: 'The titles of the run {run} are not those of the data set that is here. Open its bundle again.',
    ko: '실행 {run}: 콘텐츠가 여기 있는 데이터 세트와 다릅니다. 묶음을 다시 여세요.',
  },
  'lists.other-lists': {
    en: 'The lists that the model of the run {run} gives here are not those that its record names. Verify the run to see why, or train its recipe here.',
    ko: '실행 {run}: 모델이 여기서 만드는 목록이 기록과 다릅니다. 검증해서 이유를 보거나 같은 레시피로 여기서 학습하세요.',
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
  'split.no-times': {
    en: 'The data has no times, so a random part of each history was held out instead of the last events.',
    ko: '데이터에 시각이 없어 마지막 이벤트 대신 이력마다 무작위로 일부를 평가용으로 남겼습니다.',
  },
  'split.empty-by-time': {
    en: 'The test part holds no profile, so this run has lists but no metrics: no profile that watched something before the hold-out watched a new title in it. Hold out a larger share (stopping.share), or hold out at random (stopping.split=random).',
    ko: '평가용 데이터에 프로필이 없어 추천 목록은 있지만 점수가 없습니다. 평가 기간 전에 본 것이 있으면서 평가 기간에 새 콘텐츠를 본 프로필이 없습니다. 더 많이 남기거나(stopping.share) 무작위로 남기세요(stopping.split=random).',
  },
  'split.empty-at-random': {
    en: 'The test part holds no profile, so this run has lists but no metrics: no profile watched {items} different titles or more, of which some could be held out.',
    ko: '평가용 데이터에 프로필이 없어 추천 목록은 있지만 점수가 없습니다. 서로 다른 콘텐츠를 {items}개 이상 보아 일부를 남길 수 있는 프로필이 없습니다.',
  },
  'split.no-validation': {
    en: 'The data is too small for a validation part, so all {epochs} epochs of stopping.epochs were trained.',
    ko: '데이터가 적어 검증용을 따로 둘 수 없으므로 stopping.epochs의 에포크 {epochs}개를 모두 학습했습니다.',
  },
  'certificate.none': {
    en: 'The run {run} was never verified, so there is no certificate to save. Verify it first.',
    ko: '실행 {run}: 검증한 적이 없어 저장할 검증서가 없습니다. 먼저 검증하세요.',
  },
  'certificate.unknown': {
    en: 'The run {run} has no certificate of {moment}.',
    ko: '실행 {run}: {moment}의 검증서가 없습니다.',
  },
  'compare.twice': {
    en: 'The run {run} is named twice. Compare it with another one.',
    ko: '실행 {run}: 두 번 지정했습니다. 다른 실행과 비교하세요.',
  },
  'queue.gone': {
    en: '{id} is no longer in the queue: its run was started, or it was removed.',
    ko: '{id}: 대기열에 없습니다. 학습이 시작되었거나 대기열에서 지워졌습니다.',
  },
  'trash.not-moved': {
    en: '{what} could not be moved to the trash: another program uses it, or its permissions forbid it. Nothing was changed.',
    ko: '{what}: 휴지통으로 옮길 수 없습니다. 다른 프로그램이 사용 중이거나 권한이 없습니다. 바뀐 것은 없습니다.',
  },
  'export.other-bytes': {
    en: 'The export has other bytes now: SHA-256 {found}… in place of {recorded}…. {file} was not written. Verify the run to see whether it is still what it was, or export it anew.',
    ko: '내보낼 내용이 이전과 다릅니다: SHA-256이 {recorded}…였으나 지금은 {found}…입니다. 파일을 쓰지 않았습니다: {file}. 실행이 그대로인지 검증하거나 새로 내보내세요.',
  },
  'verify.not-again': { en: 'The run could not be trained again.', ko: '다시 학습할 수 없었습니다.' },
  'verify.was-on-gpu': {
    en: 'It was trained on a GPU: {name}, driver {driver}.',
    ko: 'GPU에서 학습했습니다: {name}, 드라이버 {driver}.',
  },
} as const satisfies Templates;
