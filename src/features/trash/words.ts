/** What was deleted, and its way back. */
import type { Templates } from '../../shared/words/templates';

export const TRASH_WORDS = {
  'trash.title': { en: 'Trash', ko: '휴지통' },
  'trash.help': {
    en: 'What you delete stays here until you empty the trash.',
    ko: '삭제한 항목은 휴지통을 비울 때까지 여기에 남아 있습니다.',
  },
  'trash.kinds.run': { en: 'Model', ko: '모델' },
  'trash.kinds.dataset': { en: 'Data set', ko: '데이터 세트' },
  'trash.what': { en: 'What', ko: '종류' },
  'trash.name': { en: 'Name', ko: '이름' },
  'trash.deletedAt': { en: 'Deleted', ko: '삭제한 시각' },
  'trash.size': { en: 'Size', ko: '크기' },
  'trash.affected': { en: 'Models without their data', ko: '데이터가 없어진 모델' },
  'trash.newer': {
    en: 'Only a newer version of Shelfwise can restore this',
    ko: '더 새로운 버전의 Shelfwise에서만 되돌릴 수 있습니다',
  },
  'trash.restore': { en: 'Restore', ko: '되돌리기' },
  'trash.restoreOf': { en: 'Restore {name}', ko: '되돌리기: {name}' },
  'trash.restoreFailed': { en: 'It could not be restored', ko: '되돌리지 못했습니다' },
  'trash.restored': { en: 'Restored: {name}', ko: '되돌렸습니다: {name}' },
  'trash.deleted.run': { en: 'The model “{name}” was deleted.', ko: '모델을 삭제했습니다: {name}' },
  'trash.deleted.dataset': { en: 'The data set “{name}” was deleted.', ko: '데이터 세트를 삭제했습니다: {name}' },
  'trash.collect': { en: 'Empty the trash', ko: '휴지통 비우기' },
  'trash.collectQuestion': { en: 'Empty the trash?', ko: '휴지통을 비울까요?' },
  'trash.collectBody': {
    en: 'Deleted models and data sets, and files that no model needs any more, are removed for good.',
    ko: '삭제한 모델과 데이터 세트, 더 이상 필요 없는 파일을 완전히 지웁니다.',
  },
  'trash.collected': { en: '{bytes} freed.', ko: '{bytes}를 확보했습니다.' },
  'trash.leftAlone': {
    en: 'Left alone, because this version of Shelfwise did not make it: {names}.',
    ko: '이 버전의 Shelfwise가 만들지 않아 그대로 둔 것: {names}',
  },
  'trash.collectFailed': { en: 'The trash could not be emptied', ko: '휴지통을 비우지 못했습니다' },
  'trash.gone': { en: '{what} is gone already.', ko: '{what}: 이미 없습니다.' },
  'trash.unknown': {
    en: 'Nothing in the trash is called {wanted}.',
    ko: '휴지통에 없습니다: {wanted}.',
  },
  'trash.empty': { en: 'The trash is empty.', ko: '휴지통이 비어 있습니다.' },
  'trash.ambiguous': {
    en: 'Several items in the trash begin with {wanted}: {found}. Type more of the ID.',
    ko: '휴지통에 ID가 {wanted}(으)로 시작하는 항목이 여럿입니다({found}). ID를 더 길게 입력하세요.',
  },
  'trash.there-again': {
    en: '{id} is in the workspace again, so the one in the trash was not restored. First delete the one in the workspace.',
    ko: '{id}: 작업 공간에 다시 있으므로 휴지통의 것을 되돌리지 않았습니다. 지금 있는 것을 먼저 지우세요.',
  },
  'trash.not-restored': {
    en: '{id} could not be moved out of the trash: another program uses it, or its permissions forbid it. Nothing was changed.',
    ko: '{id}: 휴지통에서 꺼낼 수 없습니다. 다른 프로그램이 사용 중이거나 권한이 없습니다. 바뀐 것은 없습니다.',
  },
  'trash.not-moved': {
    en: '{what} could not be moved to the trash: another program uses it, or its permissions forbid it. Nothing was changed.',
    ko: '{what}: 휴지통으로 옮길 수 없습니다. 다른 프로그램이 사용 중이거나 권한이 없습니다. 바뀐 것은 없습니다.',
  },
  'run.being-verified': {
    en: 'The model {run} is being verified. Wait for that or stop it, then delete the model.',
    ko: '모델 {run}: 검증하는 중입니다. 끝나기를 기다리거나 중지한 뒤 지우세요.',
  },
  'run.delete-training': {
    en: 'The model {run} is being trained. Stop it first, then delete it.',
    ko: '모델 {run}: 학습 중입니다. 먼저 중지한 뒤 지우세요.',
  },
  'run.delete-data-training': {
    en: 'The model {run} is being trained on this data set. Stop it first, then delete the data set.',
    ko: '모델 {run}을(를) 이 데이터 세트로 학습하고 있습니다. 먼저 중지한 뒤 데이터 세트를 지우세요.',
  },
  'run.or-data-ambiguous': {
    en: 'Several models or data sets begin with {wanted}: {found}. Give more of the ID.',
    ko: '{wanted}(으)로 시작하는 모델이나 데이터 세트가 여럿입니다: {found}. ID를 더 길게 적으세요.',
  },
  'run.or-data-unknown': {
    en: 'There is no model or data set {wanted}.',
    ko: '모델이나 데이터 세트 {wanted}을(를) 찾을 수 없습니다.',
  },
  'run.workspace-empty': { en: 'This workspace is empty.', ko: '이 작업 공간은 비어 있습니다.' },
} as const satisfies Templates;
