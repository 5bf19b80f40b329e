/** 프로필 완전 삭제. */
import type { Strings } from '../../../shared/words/strings';
import type { privacy as english } from './en';

export const privacy: Strings<typeof english> = {
  forget: '프로필 완전히 삭제',
  forgetTitle: '프로필을 완전히 삭제할까요? ({{profile}})',
  forgetFailed: '프로필을 완전히 삭제하지 못했습니다',
  data_other: '데이터 세트 {{count}}개를 이 프로필이 없는 것으로 바꿉니다.',
  noRuns: '이 프로필로 학습한 추천 모델이 없습니다.',
  runs_other: '추천 모델 {{count}}개의 목록을 지우며, 더는 검증할 수 없습니다:',
  runsDone_other: '추천 모델 {{count}}개의 목록을 지웠습니다. 더는 검증할 수 없습니다:',
  kept: '이 프로필에 관한 메모, 검토 표시, 세그먼트를 지웁니다. 문제가 있던 행에는 이 ID가 들어 있을 수 있으므로 그 내용도 모두 지웁니다. 되돌릴 수 없습니다.',
  trash_other: '휴지통의 항목 {{count}}개를 완전히 지웁니다.',
  busy: '다음 추천 모델을 학습하거나 검증하는 중입니다. 중지하거나 끝날 때까지 기다리세요:',
  withModels: '위 추천 모델의 학습된 모델도 지우기',
  withModelsBody: '남겨 둔 모델에는 이 프로필의 영향이 남아 있습니다. 시청 이력 자체로 이루어진 모델은 항상 지웁니다.',
  folder: '원래 파일({{folder}})에는 이 프로필이 그대로 있습니다. 다시 읽을 때는 빠집니다.',
  bundle: '모델 파일로 받은 데이터입니다. 모델 파일을 만든 쪽에는 이 프로필이 남아 있습니다.',
  others: '같은 ID의 프로필이 있는 다른 폴더의 데이터는 그대로 둡니다: {{names}}.',
  otherRuns:
    '지금은 없는 데이터로 학습한 다음 추천 모델에도 같은 ID의 프로필이 있습니다. 그대로 두므로 같은 사람이라면 직접 삭제하세요:',
  unknown:
    '다음 데이터 세트나 추천 모델은 읽을 수 없거나 ID 종류가 달라(가명) 이 프로필이 있는지 알 수 없습니다. 그대로 둡니다:',
  exported: '내보낸 다음 파일에 이 프로필이 들어 있을 수 있습니다. 직접 지우세요:',
  mentions_other: '이름과 메모 {{count}}곳에 이 ID가 있습니다. 직접 확인하세요:',
  where: {
    'run-name': '추천 모델 {{id}}의 이름',
    'run-note': '추천 모델 {{id}}의 메모',
    'profile-note': '프로필 {{id}}의 메모',
    'segment-name': '세그먼트 {{id}}',
    'tuning-name': '조정 {{id}}',
    'rule-name': '규칙 {{id}}',
    'queued-run': '대기열의 추천 모델 {{id}}',
  },
  doneTitle: '프로필을 완전히 삭제했습니다',
  done: '지운 것:',
  removed: {
    events_other: '시청 이력 {{count, number}}건',
    notes_other: '메모 {{count, number}}개',
    reviews_other: '검토 표시 {{count, number}}개',
    segments_other: '세그먼트 {{count, number}}개',
    texts_other: '문제가 있던 행의 내용 {{count, number}}개',
    files_other: '추천 목록과 평가 프로필 파일 {{count, number}}개',
    models_other: '모델 {{count, number}}개',
  },
  runForgotten: '완전히 삭제한 프로필이 있습니다',
  runMarked: '프로필을 완전히 삭제하여 목록 없음',
  noLists: '학습에 쓰인 프로필을 완전히 삭제하여 목록도 지웠습니다.',
  noVerifying: '학습에 쓰인 프로필을 완전히 삭제했으므로 같은 데이터로 다시 학습할 수 없습니다.',
};
