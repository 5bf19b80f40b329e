import type { tuningEffect as source } from '../en/tuning';
import type { Strings } from '../../../../shared/words/strings';

export const tuningEffect: Strings<typeof source> = {
  title: '조정의 효과',
  measure: '효과 측정',
  measureWhy: '먼저 설정을 바꾸세요.',
  onlyProfile: '이 프로필에만 해당하는 변경이라 다른 프로필에는 효과가 없습니다.',
  lead: '이렇게 조정하면 평가 데이터에서 점수가 얼마나 달라지고 목록이 몇 개나 바뀌는지, 비슷한 프로필과 전체로 나누어 보여 줍니다.',
  waiting: '조정을 멈추면 시작합니다.',
  running: '측정 중: {{share}}',
  again: '다시 측정',
  failed: '효과를 측정하지 못했습니다',
  ofAll: '전체 프로필',
  ofSegment: '{{name}}',
  ofShown: '목록에 보이는 프로필',
  ofProfile: '{{attributes}}',
  score: '{{group}}: {{before}} → {{after}}({{difference}}, 95% 신뢰 구간 {{low}}~{{high}})',
  chance: '{{group}}: {{before}} → {{after}}({{difference}}, 우연일 수 있음, 95% 신뢰 구간 {{low}}~{{high}})',
  same: '{{group}}: 점수 {{before}} 그대로',
  changed: '목록 {{profiles, number}}개 중 {{changed, number}}개가 바뀜',
  listsOnly: '{{group}}: {{lists}}.',
  withLists: '{{score}}, {{lists}}.',
  untested: '이 프로필들은 평가 데이터에 없습니다.',
  figures: '자세한 수치',
  before: '조정 전',
  after: '조정 후',
  difference: '차이',
  tested_other: '평가 데이터를 보지 않은 모델로 프로필 {{count, number}}개를 평가했습니다.',
  left: '이 프로필에만 해당하여 제외: {{what}}.',
  noHoldOut: {
    'no-test': '이 추천 모델에는 평가 데이터가 없어 바뀌는 목록만 세었습니다.',
    'not-kept':
      '평가에 쓴 모델이 남아 있지 않아 바뀌는 목록만 세었습니다(이전 버전에서 학습했거나 파일로 가져온 추천 모델). 다시 학습하면 점수 차이도 볼 수 있습니다.',
  },
};
