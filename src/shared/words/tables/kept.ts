/** What is said of what people keep. */
import type { Templates } from '../templates';

export const KEPT_WORDS = {
  'kept.name-taken': {
    en: 'There is a {kind} named {name} already. Choose another name.',
    ko: '같은 이름이 이미 있습니다({kind}): {name}. 다른 이름을 고르세요.',
  },
  'kind.tuning': { en: 'tuning', ko: '조정' },
  'kind.segment': { en: 'segment', ko: '세그먼트' },
  'kind.aim': { en: 'aim', ko: '목표' },
  'kept.named': { en: 'The {kind} {name}', ko: '{kind} ‘{name}’ 항목' },
  'kept.note': { en: 'The note on child {profile}', ko: '아이 {profile}의 메모' },
  'kept.labels': { en: 'The labels of the data set {data}', ko: '데이터 {data}의 표시 이름' },
  'kept.rules': { en: 'The rules of the data set {data}', ko: '데이터 {data}의 규칙' },
  'kept.labels-too-many': {
    en: 'With those that are there, these labels are too many: a data set can have {most}.',
    ko: '이미 있는 표시 이름과 합치면 너무 많습니다. 데이터 하나에 {most}개까지 저장할 수 있습니다.',
  },
  'kept.checks': { en: 'What the checks of the data set {data} are set to', ko: '데이터 {data}의 점검 설정' },
  'kept.decision': { en: 'The decision about the child {profile}', ko: '아이 {profile}의 검토 결과' },
  'posters.not-absolute': {
    en: 'The folder of pictures must be a full path, not {folder}.',
    ko: '그림 폴더는 전체 경로여야 합니다: {folder}',
  },
  'posters.no-folder': { en: '{folder} is not a folder.', ko: '{folder}: 폴더가 아닙니다.' },
  'kept.marks': { en: 'What is noted about the model {run}', ko: '모델 {run}에 적은 내용' },
  'kept.damaged': {
    en: '{file} is damaged. Move it elsewhere to start its {name} afresh.',
    ko: '{file}: 손상되었습니다. 파일을 옮기면 새로 시작합니다({name}).',
  },
  'kept.broken-seal': {
    en: '{file} is not as Shelfwise wrote it: a disk turned over a bit, or another program changed it. Put back a copy from a backup. If you changed it yourself, take “seal” out of it; or move the file elsewhere to start its {name} afresh.',
    ko: '{file}: Shelfwise가 쓴 그대로가 아닙니다. 디스크 오류가 났거나 다른 프로그램이 바꾸었습니다. 백업한 파일로 되돌리세요. 직접 바꾸었다면 파일에서 “seal” 항목을 지우세요. 파일을 옮기면 새로 시작합니다({name}).',
  },
  'kept.busy': {
    en: 'Another program keeps writing {file}. Try again.',
    ko: '{file}: 다른 프로그램이 계속 쓰고 있습니다. 다시 시도하세요.',
  },
  'kept.taken-over': {
    en: '{file} was not changed: while this program was paused, another one may have changed the file. Try again.',
    ko: '{file}: 이 프로그램이 잠시 멈춘 사이에 다른 프로그램이 바꿨을 수 있습니다. 파일을 바꾸지 않았으니 다시 시도하세요.',
  },
  'kept.end-not-noted': {
    en: 'It was done and is in the audit log, but the log could not note that it is complete: {cause}',
    ko: '작업은 끝났고 감사 기록에도 남았지만, 끝났다는 표시를 기록하지 못했습니다: {cause}',
  },
  'audit.key-damaged': {
    en: '{file} is damaged, so no head of the audit log can be signed, and nothing was done. Put the file back from a backup of the workspace, or move it elsewhere: another key is made then, and the log says so.',
    ko: '{file}: 손상되어 감사 기록 확인표에 서명할 수 없습니다. 아무 작업도 하지 않았습니다. 작업 공간의 백업에서 파일을 되돌리거나 다른 곳으로 옮기세요. 옮기면 새 키를 만들고 감사 기록에 남깁니다.',
  },
  'kept.no-such-version': {
    en: '{what} is no longer stored as it was then.',
    ko: '그때의 내용은 더 이상 남아 있지 않습니다: {what}.',
  },
  'kept.changed': {
    en: '{what} was changed meanwhile, in another window or program. Look at it again before you change it.',
    ko: '그사이 다른 창이나 프로그램에서 바뀌었습니다: {what}. 다시 확인한 뒤 바꾸세요.',
  },
} as const satisfies Templates;
