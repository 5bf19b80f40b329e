/** Settings tried one after another. */
import type { Templates } from '../../shared/words/templates';

export const SWEEP_WORDS = {
  'sweep.lead': {
    en: 'Data set {dataset}. Say what may vary; each combination is trained as a trial, and trials are compared by their validation score.',
    ko: '데이터: {dataset}. 바꿔 볼 설정을 고르면 조합마다 학습해 검증용 점수로 비교합니다.',
  },
  'sweep.fromTrain': { en: 'Try several settings', ko: '여러 설정 시험하기' },
  'sweep.fromTrainHelp': {
    en: 'Trains this model with many settings and shows which suit the data best.',
    ko: '이 모델을 여러 설정으로 학습해 데이터에 가장 잘 맞는 설정을 찾습니다.',
  },
  'sweep.kept': { en: 'Sweep', ko: '설정 시험' },
  'sweep.another': { en: 'A new one', ko: '새로 시작' },
  'sweep.keptName': { en: '{when} · {method} · {knobs}', ko: '{when} · {method} · {knobs}' },
  'sweep.what': { en: 'What to try', ko: '시험할 것' },
  'sweep.recipeOfTrain': { en: 'As chosen in Train: {preset}.', ko: '학습 화면에서 고른 프리셋 ‘{preset}’.' },
  'sweep.recipeKept': {
    en: 'The settings of the sweep that is shown, close to the preset {preset}.',
    ko: '열어 본 설정 시험의 설정(프리셋 ‘{preset}’에 가까움).',
  },
  'sweep.changeRecipe': { en: 'Change it in Train', ko: '학습 화면에서 바꾸기' },
  'sweep.addKnob': { en: 'Add a setting to try', ko: '시험할 설정 추가' },
  'sweep.addKnobHelp': {
    en: 'Settings that decide what trials are compared by cannot be tried.',
    ko: '시험을 비교하는 기준이 되는 설정은 시험할 수 없습니다.',
  },
  'sweep.matterMost': { en: 'Usually matter most', ko: '보통 영향이 큰 설정' },
  'sweep.ofCompanion': { en: 'Companion: {model}', ko: '함께 쓰는 모델: {model}' },
  'sweep.noKnobs': { en: 'Add at least one setting.', ko: '설정을 하나 이상 추가하세요.' },
  'sweep.remove': { en: 'Do not try {knob}', ko: '{knob}: 시험하지 않기' },
  'sweep.valuesHelp': {
    en: 'Separated by commas. It is {value} now; from {minimum} to {maximum} is possible.',
    ko: '쉼표로 구분하세요. 지금 값은 {value}이고 {minimum}에서 {maximum}까지 쓸 수 있습니다.',
  },
  'sweep.rangeHelp': {
    en: 'A range is written as 0.1..0.5. Behind it, “log” spreads the values by even ratios, and a number says how many of them a grid takes.',
    ko: '범위는 0.1..0.5처럼 적습니다. 뒤에 log를 붙이면 일정한 비율로 나누고, 수를 붙이면 격자에서 그 수만큼 시험합니다.',
  },
  'sweep.problems.empty': { en: 'Enter at least one value.', ko: '값을 하나 이상 입력하세요.' },
  'sweep.problems.notNumber': {
    en: '“{text}” is not a number. Separate numbers by commas.',
    ko: '‘{text}’은(는) 숫자가 아닙니다. 숫자를 쉼표로 구분하세요.',
  },
  'sweep.problems.trials': {
    en: 'Enter a whole number from 1 to {maximum}.',
    ko: '1에서 {maximum} 사이의 정수를 입력하세요.',
  },
  'sweep.problems.minutes': {
    en: 'Enter a number of minutes, or leave it empty.',
    ko: '분을 숫자로 입력하거나 비워 두세요.',
  },
  'sweep.hintTrend': {
    en: 'With these settings the validation part is drawn at random, where trend and companions cannot show their worth. To try them, set “Validation part” to “Split” in Train.',
    ko: '지금 설정은 검증용 데이터를 무작위로 뽑아 급상승과 함께 쓰는 모델의 효과가 드러나지 않습니다. 시험하려면 학습 화면에서 ‘검증용 데이터’를 ‘평가와 같은 방법’으로 바꾸세요.',
  },
  'sweep.method': { en: 'Method', ko: '방법' },
  'sweep.methods.random': { en: 'Random', ko: '무작위' },
  'sweep.methods.grid': { en: 'Grid', ko: '격자' },
  'sweep.methods.halving': { en: 'Successive halving', ko: '단계별 탈락' },
  'sweep.methodHelp.random': {
    en: 'Draws combinations at random: tells most for the time where several settings vary.',
    ko: '조합을 무작위로 뽑습니다. 여러 설정을 바꿀 때 같은 시간에 가장 많이 알 수 있습니다.',
  },
  'sweep.methodHelp.grid': {
    en: 'Tries all combinations: for few values.',
    ko: '모든 조합을 시험합니다. 값이 적을 때 좋습니다.',
  },
  'sweep.methodHelp.halving': {
    en: 'Trains all for a few epochs, then the best third for three times as many, and so on.',
    ko: '모두 몇 에포크만 학습하고, 상위 3분의 1만 세 배 더 학습하기를 반복합니다.',
  },
  'sweep.budget': { en: 'Maximum trials', ko: '최대 시험 수' },
  'sweep.minutes': { en: 'Maximum minutes', ko: '최대 시간(분)' },
  'sweep.minutesHelp': {
    en: 'No further trial is begun after that. Empty: no limit.',
    ko: '이 시간이 지나면 새 시험을 시작하지 않습니다. 비워 두면 제한이 없습니다.',
  },
  'sweep.seed': { en: 'Seed', ko: '재현 번호(시드)' },
  'sweep.seedHelp': {
    en: 'The same seed tries the same combinations; a larger budget adds to them.',
    ko: '재현 번호가 같으면 같은 조합을 시험합니다. 시험 수를 늘리면 조합이 추가됩니다.',
  },
  'sweep.start': { en: 'Start the sweep', ko: '설정 시험 시작' },
  'sweep.goOn': { en: 'Go on', ko: '이어서 하기' },
  'sweep.blocked': { en: '{count} {count|entry needs|entries need} a look.', ko: '확인할 항목이 {count}개 있습니다.' },
  'sweep.atWork': {
    en: 'A sweep of this data set is at work. Stop it first; nothing is lost.',
    ko: '이 데이터의 설정 시험이 진행 중입니다. 먼저 중지하세요. 지금까지의 시험은 그대로 남습니다.',
  },
  'sweep.failed': { en: 'The sweep could not go on', ko: '설정 시험을 계속하지 못했습니다' },
  'sweep.progress': { en: 'Trials', ko: '시험' },
  'sweep.background': {
    en: 'You can leave this screen: the sweep goes on while the window is open. If it is closed, the trials pause, and “Go on” continues where they were.',
    ko: '이 화면을 떠나도 창이 열려 있는 동안 계속됩니다. 창을 닫으면 시험이 멈추고, ‘이어서 하기’를 누르면 멈춘 곳에서 계속합니다.',
  },
  'sweep.isStopped': {
    en: '{done} of {count} trials have a score. “Go on” continues where they were.',
    ko: '시험 {count}개 중 {done}개의 점수가 있습니다. ‘이어서 하기’를 누르면 멈춘 곳에서 계속합니다.',
  },
  'sweep.isDone': {
    en: '{count|The trial is|All {count} trials are} done. More trials in the budget add to {count|it|them}.',
    ko: '시험 {count}개를 모두 마쳤습니다. 최대 시험 수를 늘리면 시험이 추가됩니다.',
  },
  'sweep.isWhole': {
    en: '{count|The only combination|All {count} combinations} {count|is|are} tried.',
    ko: '조합 {count}개를 모두 시험했습니다.',
  },
  'sweep.isOutOfTime': {
    en: 'The time was up at {done} of {count} trials. “Go on” starts the time again.',
    ko: '시험 {count}개 중 {done}개에서 시간이 다 되었습니다. ‘이어서 하기’를 누르면 시간을 새로 잽니다.',
  },
  'sweep.best': { en: 'The best settings', ko: '가장 좋은 설정' },
  'sweep.bestSoFar': { en: 'The best settings so far', ko: '지금까지 가장 좋은 설정' },
  'sweep.bestNone': { en: 'No trial has a score yet.', ko: '아직 점수가 나온 시험이 없습니다.' },
  'sweep.validation': { en: 'Validation score', ko: '검증용 점수' },
  'sweep.validationWhole': { en: 'Validation score of the whole model', ko: '모델 전체의 검증용 점수' },
  'sweep.validationHelp': {
    en: 'The whole model on viewings held back from the training data. The curve on its page is another score: that of its network alone. The test score is found on the hold-out.',
    ko: '학습 데이터에서 따로 떼어 둔 시청으로 모델 전체를 매긴 점수입니다. 모델 화면의 곡선은 신경망만의 점수라서 값이 다르고, 평가 점수는 평가 데이터로 매깁니다.',
  },
  'sweep.test': { en: 'Test score', ko: '평가 점수' },
  'sweep.beside': { en: 'Test score of the model until now', ko: '지금까지 쓰던 모델의 평가 점수' },
  'sweep.testWaiting': { en: 'when the sweep is done', ko: '설정 시험이 끝나면 나옵니다' },
  'sweep.testWinner': {
    en: 'the best trial is being trained to the end to get it',
    ko: '가장 좋은 시험을 끝까지 학습해 구하는 중',
  },
  'sweep.luck': {
    en: 'The best of many is partly luck: its validation score is flattering. Trust the test score, which is found for this trial alone, and train it with several seeds.',
    ko: '여러 시험 가운데 가장 좋은 점수에는 운이 섞여 있습니다. 검증용 점수는 실제보다 좋게 나오니 이 시험에서만 구한 평가 점수를 믿고, 재현 번호 여러 개로 학습해 보세요.',
  },
  'sweep.fillForm': { en: 'Put its settings into Train', ko: '학습 화면에 이 설정 채우기' },
  'sweep.open': { en: 'Open the model', ko: '모델 열기' },
  'sweep.grid': { en: 'Trials, the best first', ko: '시험, 좋은 것부터' },
  'sweep.trialName': { en: 'Trial', ko: '시험' },
  'sweep.place': { en: 'No. {place}', ko: '{place}위' },
  'sweep.state': { en: 'State', ko: '상태' },
  'sweep.states.waiting': { en: 'waiting', ko: '대기' },
  'sweep.states.running': { en: 'in training', ko: '학습 중' },
  'sweep.states.done': { en: 'done', ko: '완료' },
  'sweep.states.let-go': { en: 'dropped', ko: '탈락' },
  'sweep.states.failed': { en: 'failed', ko: '실패' },
  'sweep.epochs': { en: 'Epochs', ko: '에포크' },
  'sweep.seeds': { en: 'How much of it is chance', ko: '우연에 따른 차이' },
  'sweep.seedsHelp': {
    en: 'Trains the best settings with several seeds. One model each cannot tell apart two choices of settings whose scores differ by less than the deviation.',
    ko: '가장 좋은 설정을 재현 번호 여러 개로 학습합니다. 점수 차이가 표준편차보다 작은 두 설정은 한 번씩 학습해서는 가려낼 수 없습니다.',
  },
  'sweep.seedsCount': { en: 'Seeds', ko: '재현 번호 수' },
  'sweep.seedsStart': { en: 'Train with {count} seeds', ko: '재현 번호 {count}개로 학습' },
  'sweep.seedsWait': {
    en: 'The best settings are known when the sweep is done.',
    ko: '설정 시험이 끝나야 가장 좋은 설정을 알 수 있습니다.',
  },
  'sweep.seedsStopped': {
    en: 'Stopped. Start again to go on with the seeds that are not done.',
    ko: '중지했습니다. 다시 시작하면 끝나지 않은 재현 번호부터 이어집니다.',
  },
  'sweep.seedsMean': { en: 'Score over {count} seeds', ko: '재현 번호 {count}개의 점수' },
  'sweep.seedsMeanValue': { en: '{mean} ± {deviation}', ko: '{mean} ± {deviation}' },
  'sweep.seedsShared': {
    en: 'Titles of 25 that all seeds give a child',
    ko: '25편 중 모든 재현 번호의 목록에 있는 작품',
  },
  'sweep.seedsSharedValue': {
    en: '{mean} on average, {fewest} to {most}',
    ko: '평균 {mean}편, 최소 {fewest}편, 최대 {most}편',
  },
  'sweep.unknown': {
    en: 'This workspace has no sweep {sweep}. Choose one that it lists, or begin another.',
    ko: '이 작업 공간에 설정 시험 {sweep}이(가) 없습니다. 목록에 있는 것을 고르거나 새로 시작하세요.',
  },
  'sweep.not-swept': {
    en: 'A sweep cannot try {knob}: it decides what trials are judged by, or nothing that their validation scores could tell.',
    ko: '{knob}: 시험할 수 없는 설정입니다. 시험을 판단하는 기준을 바꾸거나 검증 점수에 나타나지 않습니다.',
  },
  'sweep.no-numbers': {
    en: '{knob} takes no numbers, so it has no range. List its values.',
    ko: '{knob}: 숫자가 아니어서 범위를 정할 수 없습니다. 값을 나열하세요.',
  },
  'sweep.empty-range': {
    en: 'The range of {knob} runs from {from} to {to}. It has to run from the smaller number to the larger.',
    ko: '{knob}: 범위가 {from}부터 {to}까지입니다. 작은 수부터 큰 수까지 적으세요.',
  },
  'sweep.no-logarithm': {
    en: 'The logarithmic range of {knob} has to begin above 0.',
    ko: '{knob}: 로그 범위는 0보다 큰 수에서 시작해야 합니다.',
  },
  'sweep.no-steps': {
    en: 'A grid needs the steps of the range of {knob}. Add "steps", or list its values.',
    ko: '{knob}: 격자로 시험하려면 범위를 나눌 수가 필요합니다. "steps"를 넣거나 값을 나열하세요.',
  },
  'sweep.unread': {
    en: 'Nothing in these settings of the model {model} reads {knob}, so all trials would come out the same.',
    ko: '{knob}: 모델 {model}의 지금 설정에서 쓰지 않는 설정이어서 모든 시험의 결과가 같습니다.',
  },
  'sweep.no-epochs': {
    en: 'Successive halving gives trials more and more epochs, and one of these models has none. Use grid or random.',
    ko: '단계별 탈락은 에포크를 늘려 가며 시험하는데 에포크가 없는 모델이 있습니다. 격자나 무작위를 사용하세요.',
  },
  'sweep.large-grid': {
    en: 'The grid has {size} settings, more than the budget of {budget}. Raise the budget, or draw at random.',
    ko: '격자의 조합이 {size}개로 최대 시험 수 {budget}개보다 많습니다. 최대 시험 수를 늘리거나 무작위로 시험하세요.',
  },
  'sweep.knobs-file': {
    en: 'The knobs file {file} cannot be used: {problem}. It is an object from knobs to a list of values, or to {example}.',
    ko: '{file}: 설정(knobs) 파일을 쓸 수 없습니다. {problem}. 설정마다 값의 목록이나 {example} 형식의 범위를 적은 객체여야 합니다.',
  },
  'sweep.best-not-finished': {
    en: 'The best trial was not trained to its end. {problem}',
    ko: '가장 좋은 시험을 끝까지 학습하지 못했습니다. {problem}',
  },
  'sweep.no-score': {
    en: 'No trial came to a score. The first: {problem}',
    ko: '점수가 나온 시험이 없습니다. 첫 시험: {problem}',
  },
} as const satisfies Templates;
