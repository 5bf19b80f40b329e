/** What is said of the stored files of a data set, and of the folder that it came from. */
import type { Templates } from '../templates';

export const SNAPSHOT_WORDS = {
  'snapshot.other-bytes': {
    en: '{file} of data set {data} is not what was imported: it was damaged.',
    ko: '데이터 세트 {data}의 {file}: 가져온 내용과 달라 손상된 것으로 봅니다.',
  },
  'snapshot.file-missing': {
    en: '{file} of data set {data} is missing.',
    ko: '데이터 세트 {data}의 {file}: 파일이 없습니다.',
  },
  'snapshot.file-unreadable': {
    en: '{file} of data set {data} cannot be read.',
    ko: '데이터 세트 {data}의 {file}: 파일을 읽을 수 없습니다.',
  },
  'snapshot.earlier-version': {
    en: 'Data set {data} was imported by an earlier version of this program, which computed fingerprints differently. It cannot be checked against its fingerprint. Its files are as they were written.',
    ko: '데이터 세트 {data}: 데이터 식별값을 다른 방식으로 계산하던 이전 버전에서 가져온 것이라 대조할 수 없습니다. 파일은 기록된 그대로입니다.',
  },
  'snapshot.other-fingerprint': {
    en: 'The content of data set {data} does not match its fingerprint.',
    ko: '데이터 세트 {data}: 내용이 데이터 식별값과 맞지 않습니다.',
  },
  'snapshot.not-ours': {
    en: '{file} of data set {data} does not hold what an import writes.',
    ko: '데이터 세트 {data}의 {file}: 가져오기에서 기록하는 내용이 아닙니다.',
  },
  'snapshot.cut': {
    en: 'Cannot read {file} of data set {data}: it is damaged.',
    ko: '데이터 세트 {data}의 {file}: 파일이 손상되어 읽을 수 없습니다.',
  },
  'snapshot.gone': {
    en: '{file} of data set {data} is no longer there: the data set was deleted while it was read. Open another one, or import its folder again.',
    ko: '데이터 세트 {data}의 {file}: 읽는 동안 데이터 세트가 삭제되어 파일이 없습니다. 다른 데이터 세트를 열거나 폴더를 다시 가져오세요.',
  },
  'source.gone': {
    en: '{file} was imported and is no longer in {folder}.',
    ko: '{file}: 가져온 파일인데 이제 {folder} 폴더에 없습니다.',
  },
  'source.changed': {
    en: '{file} has changed since it was imported on {day}.',
    ko: '{file}: {day}에 가져온 뒤 바뀌었습니다.',
  },
  'source.new': {
    en: '{file} was not there when the folder was imported.',
    ko: '{file}: 폴더를 가져올 때 없던 파일입니다.',
  },
  'snapshot.repair': {
    en: 'Import its folder again, which repairs it, or fetch it from a bundle that has it ("shelfwise doctor --everything --mend --from FILE").',
    ko: '폴더를 다시 가져오면 복구됩니다. 데이터가 든 모델 파일에서 가져올 수도 있습니다("shelfwise doctor --everything --mend --from 파일").',
  },
  'snapshot.then-resume': { en: 'Then resume the training.', ko: '그런 다음 이어서 학습하세요.' },
  'snapshot.not-bundled': {
    en: 'The data set of the model {run} was not bundled: {problems}',
    ko: '모델 {run}: 데이터 세트를 모델 파일에 담지 않았습니다: {problems}',
  },
  'snapshot.damaged': {
    en: '{file} is not what was written. Delete the folder of the data set and import again.',
    ko: '{file}: 기록된 내용과 다릅니다. 데이터 세트 폴더를 지우고 다시 가져오세요.',
  },
} as const satisfies Templates;
