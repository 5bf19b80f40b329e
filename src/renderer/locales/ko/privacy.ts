/** 프로필 잊기. */
import type { Strings } from '../strings';
import type { privacy as english } from '../en/privacy';

export const privacy: Strings<typeof english> = {
  forget: '프로필 잊기',
  forgetTitle: '프로필 {{profile}}을(를) 잊을까요?',
  forgetFailed: '프로필을 잊지 못했습니다',
  data_other: '데이터 세트 {{count}}개를 이 프로필이 없는 것으로 바꿉니다.',
  noRuns: '이 프로필로 학습한 실행이 없습니다.',
  runs_other: '실행 {{count}}개의 목록을 지우며, 더는 검증할 수 없습니다:',
  kept: '이 프로필에 관한 메모, 확인 표시, 세그먼트, 문제가 있던 행의 내용을 지웁니다. 되돌릴 수 없습니다.',
  trash_other: '휴지통의 항목 {{count}}개를 완전히 지웁니다.',
  busy: '다음 실행을 학습하거나 검증하는 중입니다. 중지하거나 끝날 때까지 기다리세요:',
  withModels: '이 실행들의 모델도 지우기',
  withModelsBody: '남겨 둔 모델에는 이 프로필의 영향이 남아 있습니다.',
  folder: '원래 파일({{folder}})에는 이 프로필이 그대로 있습니다. 다음에 가져올 때는 빠집니다.',
  bundle: '묶음으로 받은 데이터입니다. 묶음을 만든 쪽에는 이 프로필이 남아 있습니다.',
  others: '같은 ID의 프로필이 있는 다른 폴더의 데이터는 그대로 둡니다: {{names}}.',
  exported: '내보낸 다음 파일에 이 프로필이 들어 있을 수 있습니다. 직접 지우세요:',
  mentions_other: '이름과 메모 {{count}}곳에 이 ID가 있습니다. 직접 확인하세요:',
  where: {
    'run-name': '실행 {{id}}의 이름',
    'run-note': '실행 {{id}}의 메모',
    'profile-note': '프로필 {{id}}의 메모',
    'segment-name': '세그먼트 {{id}}',
    'tuning-name': '조정 {{id}}',
  },
  doneTitle: '프로필을 잊었습니다',
  done: '지운 것: 시청 기록 {{events}}건, 메모 {{notes}}개, 확인 표시 {{reviews}}개, 세그먼트 {{segments}}개, 행 내용 {{texts}}개, 실행의 개인 파일 {{files}}개, 모델 {{models}}개.',
  close: '다른 프로필 보기',
  runForgotten: '프로필을 잊었습니다',
};
