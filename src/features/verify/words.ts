/** The result of a verification, and the reasons. */
import type { Templates } from '../../shared/words/templates';

export const VERIFY_WORDS = {
  'verify.same-bits': {
    en: 'Weights, lists, metrics and the weights after each of {epochs} epochs are the same, bit for bit.',
    ko: '가중치, 목록, 점수, 그리고 에포크 {epochs}개 각각의 가중치가 비트까지 같습니다.',
  },
  'verify.same-bits-no-epochs': {
    en: 'Weights, lists and metrics are the same, bit for bit.',
    ko: '가중치, 목록, 점수가 비트까지 같습니다.',
  },
  'verify.same-figures': {
    en: 'So is every other figure that the model measured.',
    ko: '그 밖에 측정한 모든 수치도 같습니다.',
  },
  'verify.never-compared': {
    en: 'Not compared, since a training again cannot tell it: names, dates, working time, memory, and what the record says of its computer and program.',
    ko: '다시 학습해도 알 수 없어 비교하지 않은 것: 이름, 날짜, 걸린 시간, 메모리, 기록에 적힌 컴퓨터와 프로그램.',
  },
  'verify.figures-not-compared': {
    en: 'Nor could these be compared: {figures}.',
    ko: '다음은 비교하지 못했습니다: {figures}.',
  },
  'verify.figure.groups': { en: 'the scores of groups', ko: '그룹별 점수' },
  'verify.figure.over-companions': {
    en: 'what the autoencoder adds to its companions',
    ko: '함께 쓴 모델보다 오토인코더가 더한 점수',
  },
  'verify.figure.quality': {
    en: 'coverage, novelty and watched share',
    ko: '추천된 작품 비율, 새로움, 이미 본 작품 비율',
  },
  'verify.figure.mixture': { en: 'the mixture and how it was chosen', ko: '혼합 비율과 그 선택 과정' },
  'verify.figure.validation': { en: 'the validation scores of epochs', ko: '에포크별 검증용 점수' },
  'verify.figure.losses': { en: 'the losses of epochs', ko: '에포크별 손실' },
  'verify.figure.trial': { en: 'the validation score of the trial', ko: '시험의 검증용 점수' },
  'verify.figure.stages': { en: 'the stages and their epochs', ko: '학습 단계와 에포크 수' },
  'verify.figure.split': { en: 'the sizes of the hold-out', ko: '평가 데이터의 크기' },
  'verify.figure.test-profiles': { en: 'the figures of each test child', ko: '평가 아이별 수치' },
  'verify.figure.places': {
    en: 'the places below the 25th and the scores in the lists',
    ko: '목록의 26위부터의 순서와 목록에 적힌 점수',
  },
  'verify.differ': {
    en: 'Trained again, these came out different: {parts}.',
    ko: '다시 학습하면 다음이 기록과 다릅니다: {parts}.',
  },
  'verify.part.weights': { en: 'the weights', ko: '가중치' },
  'verify.part.lists': { en: 'the lists', ko: '목록' },
  'verify.part.scores': { en: 'the scores', ko: '점수' },
  'verify.part.epochs': { en: 'the weights after an epoch', ko: '에포크별 가중치' },
  'verify.within': {
    en: 'The score differs by {difference}, which is within {tolerance}.',
    ko: '점수 차이는 {difference}(으)로 허용 범위 {tolerance} 안입니다.',
  },
  'verify.beyond': {
    en: 'The score differs by {difference}, which is more than {tolerance}.',
    ko: '점수 차이는 {difference}(으)로 허용 범위 {tolerance}보다 큽니다.',
  },
  'verify.no-metrics': {
    en: 'There are no scores to compare.',
    ko: '비교할 점수가 없습니다.',
  },
  'verify.although': {
    en: 'Identical even though these changed: {differences}.',
    ko: '다음이 달라졌는데도 결과는 같습니다: {differences}.',
  },
  'verify.what-changed': {
    en: 'What changed: {differences}.',
    ko: '기록과 달라진 것: {differences}.',
  },
  'verify.should-not-be': {
    en: 'The same bits come out on every computer, so this should not happen. Please report it.',
    ko: '어느 컴퓨터에서나 결과가 비트까지 같아야 하므로 일어나서는 안 되는 일입니다. 알려 주세요.',
  },
  'verify.not-of-recipe': {
    en: 'Settings, seed and data give something else, and they give the same on every computer: the model was changed after its training, or trained by another program. Do not use its lists.',
    ko: '설정, 재현 번호, 데이터가 같으면 어느 컴퓨터에서나 결과가 같은데, 다시 학습한 결과가 다릅니다. 학습한 뒤에 바뀌었거나 다른 프로그램으로 학습한 것입니다. 이 목록을 쓰지 마세요.',
  },
  'verify.states': {
    en: 'What the bundle says of its training (anyone could have written it): {differences}.',
    ko: '모델 파일에 적힌 학습 환경(누구나 쓸 수 있는 내용): {differences}.',
  },
  'verify.record-holds': {
    en: 'Trained again, the model gives the recorded weights and lists, bit for bit: the record is right, the stored files are damaged.',
    ko: '다시 학습하면 기록된 가중치와 목록이 비트까지 같게 나옵니다. 기록은 맞고 저장된 파일이 손상되었습니다.',
  },
  'verify.brought-record-holds': {
    en: 'Trained again, the model gives the recorded weights and lists, bit for bit: the record is right, the files that came with it are not.',
    ko: '다시 학습하면 기록된 가중치와 목록이 비트까지 같게 나옵니다. 기록은 맞고 함께 온 파일이 다릅니다.',
  },
  'verify.record-fails': {
    en: 'Trained again, the model does not give what is recorded either: {parts} differ.',
    ko: '다시 학습해도 기록과 다릅니다: {parts}.',
  },
  'verify.data-missing': {
    en: 'The data set of the model ({fingerprint}, called {name} in its record) is missing: its snapshot is not in this workspace. Import its folder again, or open a bundle with data.',
    ko: '이 모델의 데이터 세트({fingerprint}, 기록된 이름: {name})가 이 작업 공간에 없습니다. 폴더를 다시 읽거나 데이터가 든 모델 파일을 여세요.',
  },
  'verify.data-in-trash': {
    en: 'The data set of the model ({name}, {fingerprint}) is in the trash. Restore it, then verify the model again.',
    ko: '이 모델의 데이터 세트({name}, {fingerprint})가 휴지통에 있습니다. 되돌린 뒤 다시 검증하세요.',
  },
  'verify.data-unfit': {
    en: 'The data set of the model ({name}, {fingerprint}) cannot be used: {problems} Import its folder again, which repairs it.',
    ko: '이 모델의 데이터 세트({name}, {fingerprint})를 사용할 수 없습니다: {problems} 폴더를 다시 읽으면 복구됩니다.',
  },
  'verify.needs-data': {
    en: 'Without its data the model cannot be trained again.',
    ko: '데이터가 없으면 다시 학습할 수 없습니다.',
  },
  'damage.missing': { en: '{file} is missing.', ko: '{file}: 파일이 없습니다.' },
  'damage.other': { en: '{file} is not what the record says.', ko: '{file}: 기록과 다릅니다.' },
  'damage.weights': {
    en: '{file} is not what the record says: its weights have a different hash.',
    ko: '{file}: 기록과 다릅니다. 가중치의 해시가 다릅니다.',
  },
  'damage.lists': {
    en: '{file} is not what the record says: its lists have a different hash.',
    ko: '{file}: 기록과 다릅니다. 목록의 해시가 다릅니다.',
  },
  'changed.tensorflow': {
    en: 'the version of the computing library was {was} and is {now}',
    ko: '계산 라이브러리 버전 {was} → {now}',
  },
  'changed.library': {
    en: 'the file of the computing library (SHA-256) was {was} and is {now}',
    ko: '계산 라이브러리 파일(SHA-256) {was} → {now}',
  },
  'changed.device': { en: 'the device was {was} and is {now}', ko: '장치 {was} → {now}' },
  'changed.gpu': { en: 'the GPU was {was} and is {now}', ko: 'GPU 이름 {was} → {now}' },
  'changed.driver': { en: 'the driver of the GPU was {was} and is {now}', ko: 'GPU 드라이버 {was} → {now}' },
  'changed.gpu-libraries': {
    en: 'the libraries of the GPU were {was} and are {now}',
    ko: 'GPU 라이브러리 {was} → {now}',
  },
  'changed.threads': { en: 'the number of threads was {was} and is {now}', ko: '스레드 수 {was} → {now}' },
  'changed.operations': {
    en: 'the number of parallel operations was {was} and is {now}',
    ko: '병렬 연산 수 {was} → {now}',
  },
  'changed.flags': { en: 'the numeric flags were {was} and are {now}', ko: '수치 설정 변수 {was} → {now}' },
  'changed.architecture': { en: 'the architecture was {was} and is {now}', ko: '아키텍처 {was} → {now}' },
  'changed.instructions': { en: 'the instruction set was {was} and is {now}', ko: '명령어 집합 {was} → {now}' },
  'changed.processor': { en: 'the processor was {was} and is {now}', ko: '프로세서 {was} → {now}' },
  'changed.platform': { en: 'the platform was {was} and is {now}', ko: '시스템 {was} → {now}' },
  'changed.node': { en: 'the Node version was {was} and is {now}', ko: 'Node 버전 {was} → {now}' },
  'changed.version': { en: 'the program version was {was} and is {now}', ko: '프로그램 버전 {was} → {now}' },
  'changed.commit': { en: 'the program commit was {was} and is {now}', ko: '프로그램 커밋 {was} → {now}' },
  'changed.build': {
    en: 'the built program (SHA-256) was {was} and is {now}',
    ko: '빌드된 프로그램(SHA-256) {was} → {now}',
  },
  'changed.packages': {
    en: 'the lock file of its packages (SHA-256) was {was} and is {now}',
    ko: '패키지 잠금 파일(SHA-256) {was} → {now}',
  },
  'verify.stopped': {
    en: 'The verification was stopped; the model is as it was.',
    ko: '검증을 중지했습니다. 모델은 그대로입니다.',
  },
  'verify.failed': { en: 'The model could not be trained again. {cause}', ko: '다시 학습하지 못했습니다. {cause}' },
  'verify.training': {
    en: 'The model {run} is still being trained. Verify it when it has finished.',
    ko: '모델 {run}: 아직 학습 중입니다. 끝난 뒤 검증하세요.',
  },
  'verify.not-finished': {
    en: 'The model {run} is {status}: only a finished model can be repeated. Resume it first.',
    ko: '모델 {run}: 상태가 {status}입니다. 끝난 학습만 다시 만들 수 있습니다. 먼저 이어서 학습하세요.',
  },
  'verify.no-model': {
    en: 'The training of {run} ended without a model, so there is nothing to verify.',
    ko: '모델 {run}: 학습된 모델 없이 끝나 검증할 것이 없습니다.',
  },
  'verify.second-ended': {
    en: 'The second training ended without a model: {cause}',
    ko: '두 번째 학습이 결과 없이 끝났습니다: {cause}',
  },
  'certificate.none': {
    en: 'The model {run} was never verified, so there is no certificate to save. Verify it first.',
    ko: '모델 {run}: 검증한 적이 없어 저장할 검증서가 없습니다. 먼저 검증하세요.',
  },
  'certificate.unknown': {
    en: 'The model {run} has no certificate of {moment}.',
    ko: '모델 {run}: {moment}의 검증서가 없습니다.',
  },
  'verify.not-again': { en: 'The model could not be trained again.', ko: '다시 학습하지 못했습니다.' },
  'verify.was-on-gpu': {
    en: 'It was trained on a GPU: {name}, driver {driver}.',
    ko: 'GPU에서 학습했습니다: {name}, 드라이버 {driver}.',
  },
  'damage.unusable': { en: '{file} cannot be used: {cause}.', ko: '{file}: 쓸 수 없습니다: {cause}.' },
  'runs.verify': { en: 'Verify', ko: '검증' },
  'runs.verifyNamed': { en: 'Verify {name}…', ko: '{name} 검증…' },
  'runs.verifyAgain': { en: 'Verify again', ko: '다시 검증' },
  'runs.verifyHelp': {
    en: 'Trains the model again from scratch and checks that model, lists and scores come out the same.',
    ko: '처음부터 다시 학습해 모델, 목록, 점수가 똑같이 나오는지 확인합니다.',
  },
  'runs.verifyBlocked.unfinished': {
    en: 'Only a finished model can be repeated; resume it first.',
    ko: '학습이 끝난 모델만 다시 만들 수 있습니다. 먼저 이어서 학습하세요.',
  },
  'runs.verifyStopped': {
    en: 'The verification was stopped; the model is as it was.',
    ko: '검증을 중지했습니다. 모델은 그대로입니다.',
  },
  'runs.cause': { en: 'Cause', ko: '원인' },
  'runs.compared': { en: 'Compared', ko: '비교 결과' },
  'runs.firstDifferent': { en: 'First epoch that differs', ko: '처음 달라진 에포크' },
  'runs.scoreDifference': { en: 'Difference of the score', ko: '점수 차이' },
  'runs.recordedWeights': { en: 'Weights recorded', ko: '기록된 가중치' },
  'runs.repeatedWeights': { en: 'Weights now', ko: '이번 가중치' },
  'runs.recordedLists': { en: 'Lists recorded', ko: '기록된 목록' },
  'runs.repeatedLists': { en: 'Lists now', ko: '이번 목록' },
  'runs.verifiedAt': { en: 'Verified', ko: '검증한 때' },
  'runs.verifiedWhere': { en: 'Where', ko: '검증한 곳' },
  'runs.verifiedThere.here': { en: 'this computer', ko: '이 컴퓨터' },
  'runs.verifiedThere.unknown': {
    en: 'unknown: its date is yet to come',
    ko: '알 수 없음(날짜가 미래임)',
  },
  'runs.verifiedOnCluster': { en: 'what the cluster {cluster} says', ko: '클러스터 {cluster}의 결과' },
  'runs.certificates': { en: 'Certificates', ko: '검증서' },
  'runs.verdict': { en: 'Verdict', ko: '결과' },
  'runs.saveCertificate': { en: 'Save certificate', ko: '검증서 저장' },
  'runs.certificateFile': { en: 'verification', ko: '검증 결과' },
  'runs.certificateSaved': { en: 'Saved to {path}', ko: '{path}에 저장했습니다' },
  'runs.certificateFailed': { en: 'The certificate could not be saved', ko: '검증서를 저장하지 못했습니다' },
  'verify.no-certificate-at': {
    en: 'The model {run} has no certificate of {at}.',
    ko: '모델 {run}: {at}의 검증서가 없습니다.',
  },
} as const satisfies Templates;
