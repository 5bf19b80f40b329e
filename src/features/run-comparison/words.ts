/** Runs side by side. */
import type { Templates } from '../../shared/words/templates';

export const RUN_COMPARISON_WORDS = {
  'compareRuns.comparable.other-data': {
    en: 'Different data: the scores cannot be compared',
    ko: '데이터가 달라 점수를 비교할 수 없습니다',
  },
  'compareRuns.comparable.other-test': {
    en: 'Different hold-outs: the scores cannot be compared',
    ko: '평가 데이터가 달라 점수를 비교할 수 없습니다',
  },
  'compareRuns.comparable.no-figures': {
    en: 'No interval for the differences',
    ko: '차이의 구간을 계산할 수 없습니다',
  },
  'compareRuns.comparableHelp.other-data': {
    en: 'These models were trained on different data sets. Their settings are compared; their scores are not. They can be scored again on one hold-out, if the older one has not learned from it.',
    ko: '서로 다른 데이터 세트로 학습한 모델입니다. 설정만 비교하고 점수는 비교하지 않습니다. 예전 모델이 아직 학습하지 않은 평가 데이터가 있으면 그것으로 다시 채점할 수 있습니다.',
  },
  'compareRuns.comparableHelp.other-test': {
    en: 'These models were judged on different hold-outs (a different split, share, selection of data, or seed of a random split).',
    ko: '서로 다른 평가 데이터로 측정한 모델입니다(분할 방법, 비율, 데이터 선택 또는 무작위 분할의 재현 번호가 다름).',
  },
  'compareRuns.comparableHelp.no-figures': {
    en: 'One of the models keeps no scores for single children.',
    ko: '아이별 점수가 저장되지 않은 모델이 있습니다.',
  },
  'compareRuns.verdict.title': { en: 'Which one to use', ko: '어느 모델을 쓸까' },
  'compareRuns.verdict.name': { en: '“{name}”', ko: '‘{name}’' },
  'compareRuns.verdict.better': {
    en: '{use} is better than {others}: use it.',
    ko: '{use}의 추천이 더 정확합니다. 이 모델을 쓰세요. (비교: {others})',
  },
  'compareRuns.verdict.quicker': {
    en: 'Use {use}: it is about the same as {best}, and it took {seconds} instead of {bestSeconds}.',
    ko: '{use} 모델을 쓰세요. {best} 모델과 점수가 비슷하고, 학습 시간은 {bestSeconds} 대신 {seconds}였습니다.',
  },
  'compareRuns.verdict.level': {
    en: 'Use {use}: it scores best. {level} is about the same.',
    ko: '{use} 모델을 쓰세요. 점수가 가장 높습니다. {level} 모델도 비슷합니다.',
  },
  'compareRuns.verdict.few': {
    en: 'One child of the hold-out tells nothing about others. Compare the models with a larger hold-out.',
    ko: '평가한 아이 한 명으로는 판단할 수 없습니다. 평가 데이터를 늘려 비교하세요.',
  },
  'compareRuns.verdict.basis': {
    en: 'By the scores of {count} children of the hold-out and their 95% intervals.',
    ko: '평가한 아이 {count}명의 점수와 95% 신뢰 구간에 따른 판단입니다.',
  },
  'compareRuns.differences': { en: 'What differs', ko: '다른 점' },
  'compareRuns.noDifferences': {
    en: 'Nothing: settings, data, rules, computer and program are the same.',
    ko: '없음. 설정, 데이터, 규칙, 컴퓨터, 프로그램이 같습니다.',
  },
  'compareRuns.recipe': { en: 'Settings that differ', ko: '서로 다른 설정' },
  'compareRuns.data': { en: 'Data that differs', ko: '서로 다른 데이터' },
  'compareRuns.rules': { en: 'Rules that differ', ko: '서로 다른 규칙' },
  'compareRuns.rulesOf': { en: 'Rules {letter}', ko: '규칙 {letter}' },
  'compareRuns.asMade': { en: 'as the model made them', ko: '규칙 없이' },
  'compareRuns.environment': { en: 'Computer and program that differ', ko: '서로 다른 컴퓨터와 프로그램' },
  'compareRuns.scores': { en: 'Scores', ko: '점수' },
  'compareRuns.scoresHelp': {
    en: 'Differences from {first} over {count} {count|child|children} of the hold-out, with their 95% interval (paired bootstrap). If it includes 0, they are about the same.',
    ko: '{first} 대비 차이와 95% 신뢰 구간입니다(평가한 아이 {count}명, 대응표본 부트스트랩). 구간에 0이 들어 있으면 비슷한 것입니다.',
  },
  'compareRuns.figure': { en: 'Metric', ko: '지표' },
  'compareRuns.groupsHelp': {
    en: 'Differences from {first} with the 95% interval of each group alone: of twenty groups in which nothing changed, one looks certain by chance.',
    ko: '{first} 대비 차이와 그룹별 95% 신뢰 구간입니다. 아무것도 달라지지 않아도 그룹 스무 개 중 하나는 우연히 확실해 보일 수 있습니다.',
  },
  'compareRuns.gain': { en: '{other} serves better: {groups}', ko: '{other}에서 좋아진 그룹: {groups}' },
  'compareRuns.lose': { en: '{other} serves worse: {groups}', ko: '{other}에서 나빠진 그룹: {groups}' },
  'compareRuns.noGroup': { en: '{other}: no group with a certain difference', ko: '{other}: 확실히 달라진 그룹 없음' },
  'compareRuns.again.offer': { en: 'Score again on the same hold-out', ko: '같은 평가 데이터로 다시 채점' },
  'compareRuns.again.help': {
    en: 'Takes the hold-out of the model whose data reaches furthest and scores the other models on it, each as it was before it had seen its own hold-out. Nothing is trained.',
    ko: '데이터가 가장 최근까지 있는 모델의 평가 데이터로 나머지 모델을 채점합니다. 모델마다 자기 평가 데이터를 보기 전의 상태로 채점하며, 학습은 하지 않습니다.',
  },
  'compareRuns.again.lists-model': {
    en: '{name} did not keep the model that it was measured with. The model of its lists was scored instead: it has seen more, so its score is too high.',
    ko: '{name}에는 채점할 때 쓴 모델이 없어 목록을 만든 모델로 채점했습니다. 더 많은 시청을 본 모델이라 점수가 실제보다 높습니다.',
  },
  'compareRuns.again.title': { en: 'On the hold-out of {on}', ko: '{on}의 평가 데이터로 채점한 결과' },
  'compareRuns.again.titles': { en: 'Titles that both know', ko: '둘 다 아는 작품' },
  'compareRuns.again.targets': { en: 'Viewings to find', ko: '맞혀야 할 시청' },
  'compareRuns.again.leftOut': { en: 'Left out', ko: '뺀 시청' },
  'compareRuns.again.leftOutOf': {
    en: '{learned} already learned, {unknown} of unknown titles',
    ko: '이미 학습한 것 {learned}개, 모르는 작품 {unknown}개',
  },
  'compareRuns.again.places': { en: 'Places of a list, on average', ko: '목록의 평균 자리 수' },
  'compareRuns.again.result': { en: '{name}: {again}, {on}: {score}', ko: '{name} {again}, {on} {score}' },
  'compareRuns.again.reasons.other-pseudonyms': {
    en: '{name}: its data has pseudonyms of another key. Shelfwise cannot tell whose viewings it has learned, so it cannot be scored fairly.',
    ko: '{name}: 데이터의 가명을 만든 키가 달라 누구의 시청을 학습했는지 알 수 없으므로 공정하게 채점할 수 없습니다.',
  },
  'compareRuns.again.reasons.no-shared-titles': {
    en: '{name} knows no title of this hold-out.',
    ko: '{name}: 이 평가 데이터에 아는 작품이 없습니다.',
  },
  'compareRuns.again.reasons.learned': {
    en: '{name} had learned everything that is to be found here: its score would prove nothing. Train its settings on the newer data.',
    ko: '{name}: 맞혀야 할 시청을 모두 이미 학습했으므로 점수에 의미가 없습니다. 새 데이터에서 같은 설정으로 학습하세요.',
  },
  'compareRuns.again.reasons.not-here': {
    en: '{name} cannot be scored: its data, its model or the judged lists are not here.',
    ko: '{name}: 데이터, 모델 또는 평가 목록이 여기 없어 채점할 수 없습니다.',
  },
  'compareRuns.again.howFair': {
    en: 'Only titles that both know count, in the same number of places, and nothing that a model had learned counts as found. These figures compare with each other, not with the scores of the models.',
    ko: '둘 다 아는 작품만 같은 자리 수로 비교하고, 이미 학습한 시청은 맞힌 것으로 치지 않습니다. 이 점수는 서로만 비교하세요. 모델의 점수와는 비교할 수 없습니다.',
  },
  'compareRuns.property.seed': { en: 'Seed', ko: '재현 번호(시드)' },
  'compareRuns.property.recipeVersion': { en: 'Recipe version', ko: '레시피 버전' },
  'compareRuns.property.dataset': { en: 'Data set', ko: '데이터 세트' },
  'compareRuns.property.fingerprint': { en: 'Fingerprint', ko: '데이터 식별값' },
  'compareRuns.property.split': { en: 'Hold-out', ko: '평가 분할' },
  'compareRuns.property.trainInteractions': { en: 'Viewings trained on', ko: '학습에 쓴 시청' },
  'compareRuns.property.testProfiles': { en: 'Children of the hold-out', ko: '평가한 아이' },
  'compareRuns.property.testTargets': { en: 'Test viewings', ko: '평가 시청' },
  'compareRuns.property.tensorflow': { en: 'Version of the computing library', ko: '계산 라이브러리 버전' },
  'compareRuns.property.tensorflowSha256': { en: 'File of the computing library', ko: '계산 라이브러리 파일' },
  'compareRuns.property.device': { en: 'Device', ko: '장치' },
  'compareRuns.property.deviceName': { en: 'Processor', ko: '프로세서' },
  'compareRuns.property.instructionSet': { en: 'Instruction set', ko: '명령어 집합' },
  'compareRuns.property.threads': { en: 'Threads', ko: '스레드' },
  'compareRuns.property.platform': { en: 'System', ko: '시스템' },
  'compareRuns.property.architecture': { en: 'Architecture', ko: '아키텍처' },
  'compareRuns.property.node': { en: 'Node', ko: 'Node' },
  'compareRuns.property.flags': { en: 'Numeric flags', ko: '수치 설정 변수' },
  'compareRuns.property.version': { en: 'Program version', ko: '프로그램 버전' },
  'compareRuns.property.commit': { en: 'Commit', ko: '커밋' },
  'compareRuns.property.buildSha256': { en: 'Built program', ko: '빌드된 프로그램' },
  'compareRuns.property.lockSha256': { en: 'Packages', ko: '패키지' },
  'compareRuns.property.savedRules': { en: 'Rules saved with the data', ko: '데이터에 저장된 규칙' },
  'compareRuns.property.approvedRules': { en: 'Rules approved with', ko: '승인할 때의 규칙' },
  'compareRuns.property.exportedRules': { en: 'Rules of the last export', ko: '마지막으로 내보낼 때의 규칙' },
} as const satisfies Templates;
