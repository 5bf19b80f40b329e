/** What is said of runs and their queue. */
import type { Templates } from '../templates';

export const RUN_WORDS = {
  'report.not-printed': {
    en: 'The system did not print: {reason}. Save the report as HTML and print it from a browser.',
    ko: '시스템이 인쇄하지 못했습니다: {reason}. 보고서를 HTML로 저장한 뒤 브라우저에서 인쇄하세요.',
  },
  'report.training': {
    en: 'The model {run} is still being trained. Make its report when it has finished.',
    ko: '모델 {run}: 아직 학습 중입니다. 끝난 뒤 보고서를 만드세요.',
  },
  'run.nothing-to-stop': {
    en: 'The model {run} is {status}; there is nothing to stop.',
    ko: '모델 {run}: 상태가 {status}이어서 중지할 것이 없습니다.',
  },
  'run.other-data': {
    en: 'The model {run} was trained on {data} ({fingerprint}), not on the data set {asked}.',
    ko: '모델 {run}: 데이터 세트 {asked}이(가) 아니라 {data}({fingerprint})(으)로 학습했습니다.',
  },
  'run.part-damaged-cause': {
    en: '{part} is damaged: {cause}. Verify the model to see whether it can be made again.',
    ko: '{part}: 손상되었습니다: {cause}. 다시 만들 수 있는지 검증하세요.',
  },
  'run.at-work': {
    en: 'The model {run} is being trained at this moment, by this or another program. Watch it, or stop it first.',
    ko: '모델 {run}: 지금 이 프로그램이나 다른 프로그램에서 학습 중입니다. 지켜보거나 먼저 중지하세요.',
  },
  'run.opened-damaged': {
    en: 'opened.json of the model {run} is damaged. Delete the model and open its bundle again.',
    ko: '모델 {run}: opened.json이 손상되었습니다. 모델을 지우고 모델 파일을 다시 여세요.',
  },
  'run.no-record': {
    en: 'There is no model in {folder}: its run.json is missing.',
    ko: '{folder}: run.json이 없으므로 모델의 폴더가 아닙니다.',
  },
  'run.record-not-json': {
    en: '{part} is damaged: it is not JSON. Delete the model or restore the file.',
    ko: '{part}: JSON이 아니므로 손상되었습니다. 모델을 지우거나 파일을 되돌리세요.',
  },
  'run.record-damaged': {
    en: '{part} is damaged or was written by another version: {cause}',
    ko: '{part}: 손상되었거나 다른 버전이 만든 파일입니다: {cause}',
  },
  'run.other-record': {
    en: 'run.json of the model {run} is not what its training wrote: it was damaged, and nothing of the model is used. Fetch it from a bundle of the model ("shelfwise doctor --everything --mend --from FILE"), or train its settings again.',
    ko: '모델 {run}의 run.json: 학습이 기록한 내용과 달라 손상된 것으로 보고 쓰지 않습니다. 이 모델의 모델 파일에서 가져오거나("shelfwise doctor --everything --mend --from 파일") 같은 설정으로 다시 학습하세요.',
  },
  'run.nothing-to-resume': {
    en: 'The model {run} is finished; there is nothing to resume.',
    ko: '모델 {run}: 이미 끝나서 이어서 할 것이 없습니다.',
  },
  'run.ambiguous': {
    en: 'Several models begin with {wanted}: {runs}. Give more of the ID.',
    ko: '{wanted}(으)로 시작하는 모델이 여럿입니다: {runs}. ID를 더 길게 적으세요.',
  },
  'run.none-yet': {
    en: 'There is no model {run}: this workspace has no models yet. Train one first.',
    ko: '모델 {run}을(를) 찾을 수 없습니다. 이 작업 공간에는 아직 모델이 없습니다. 먼저 학습하세요.',
  },
  'run.unknown': { en: 'There is no model {run}.', ko: '모델 {run}을(를) 찾을 수 없습니다.' },
  'run.no-vocabulary': {
    en: 'The model {run} is not trained yet: vocabulary.json is missing.',
    ko: '모델 {run}: 아직 학습된 모델이 없습니다. vocabulary.json이 없습니다.',
  },
  'run.part-damaged': {
    en: '{part} is damaged. Verify the model to see whether it can be made again.',
    ko: '{part}: 손상되었습니다. 다시 만들 수 있는지 검증하세요.',
  },
  'run.watch-left': {
    en: 'You stopped watching; the training goes on.',
    ko: '지켜보기를 그만두었습니다. 학습은 계속됩니다.',
  },
  'run.no-model': {
    en: 'The model {run} was not finished. Resume it first.',
    ko: '모델 {run}: 학습이 끝나지 않아 쓸 수 없습니다. 먼저 이어서 학습하세요.',
  },
  'run.taken-over': {
    en: 'Another trainer has taken over this model.',
    ko: '다른 학습 프로세스가 이 모델의 학습을 넘겨받았습니다.',
  },
  'run.stopped': {
    en: 'The training was stopped; its best epoch is kept.',
    ko: '학습을 중지했습니다. 가장 좋은 에포크의 모델을 보관합니다.',
  },
  'run.not-waiting': {
    en: 'The model {run} is {status}; it is not waiting for a trainer.',
    ko: '모델 {run}: 상태가 {status}이어서 학습을 시작할 수 없습니다.',
  },
  'run.ended': {
    en: 'The trainer ended without finishing. {output}',
    ko: '학습 프로세스가 끝내지 못하고 종료되었습니다. {output}',
  },
  'run.killed': {
    en: 'The trainer was killed from outside ({signal}).',
    ko: '학습 프로세스가 외부에서 강제 종료되었습니다({signal}).',
  },
  'run.out-of-memory': {
    en: 'The trainer was killed from outside (SIGKILL). The system does this when memory runs out: close other programs, or train where there is more memory, or with a smaller structure.width.',
    ko: '학습 프로세스가 외부에서 강제 종료되었습니다(SIGKILL). 메모리가 부족하면 시스템이 이렇게 종료합니다. 다른 프로그램을 닫거나, 메모리가 더 많은 컴퓨터에서 학습하거나, structure.width를 줄이세요.',
  },
  'run.resume': {
    en: 'What it had learned until it was last saved is kept: resume {run} to go on from there.',
    ko: '마지막 저장 시점까지 학습한 내용은 남아 있습니다. {run}을(를) 이어서 학습하면 거기서 계속합니다.',
  },
  'run.trainer-ended': {
    en: 'The trainer ended without finishing.',
    ko: '학습 프로세스가 끝내지 못하고 종료되었습니다.',
  },
  'run.trainer-silent': {
    en: 'The trainer has not answered since {moment}, and did not finish.',
    ko: '학습 프로세스가 {moment} 이후로 응답하지 않으며 학습을 끝내지 못했습니다.',
  },
  'run.trainer-never-started': {
    en: 'The trainer never started (announced {moment}).',
    ko: '학습 프로세스가 시작되지 않았습니다({moment} 시작 요청).',
  },
  'run.kept-nothing': { en: 'No epoch was finished, so there is no model.', ko: '끝난 에포크가 없어 모델이 없습니다.' },
  'run.kept-epoch': { en: 'The model of epoch {epoch} is kept.', ko: '에포크 {epoch}의 모델을 보관합니다.' },
  'run.exports-damaged': {
    en: '{part} is damaged. Move it elsewhere, and Shelfwise starts a new list of exports.',
    ko: '{part}: 손상되었습니다. 파일을 옮기면 내보내기 기록을 새로 시작합니다.',
  },
  'run.approvals-damaged': {
    en: '{part} is damaged. Move it elsewhere, and the model counts as not approved.',
    ko: '{part}: 손상되었습니다. 파일을 옮기면 승인되지 않은 것으로 봅니다.',
  },
  'review.not-approved': {
    en: 'Nobody has approved the model {run}, so there is nothing to take back.',
    ko: '모델 {run}은(는) 승인된 적이 없어 취소할 승인이 없습니다.',
  },
  'queue.entry': { en: 'The model {run} of the queue', ko: '대기열의 모델 {run}' },
  'run.file': { en: '{file} of the model {run}', ko: '모델 {run}의 {file}' },
  'run.other-bytes': {
    en: '{file} of the model {run} is not what its record says: it was damaged, and nothing made of it leaves. "shelfwise doctor --everything" says what else is damaged, and what can be made again or fetched from a bundle.',
    ko: '모델 {run}의 {file}: 기록과 다르므로 손상된 것으로 보고, 이것으로 만든 결과를 내보내지 않습니다. "shelfwise doctor --everything"을 실행하면 다른 손상은 없는지, 무엇을 다시 만들거나 모델 파일에서 가져올 수 있는지 알려 줍니다.',
  },
  'compare.twice': {
    en: 'The model {run} is named twice. Compare it with another one.',
    ko: '모델 {run}: 두 번 지정했습니다. 다른 모델과 비교하세요.',
  },
  'compare.same-data': {
    en: 'All of these models were trained on the same data: their figures can be compared as they are, or not at all.',
    ko: '모두 같은 데이터로 학습한 모델입니다. 다시 채점하지 않아도 되거나, 다시 채점해도 비교할 수 없습니다.',
  },
  'compare.no-profile': {
    en: 'None of these models has a list for the child {profile}.',
    ko: '아이 {profile}의 추천 목록이 있는 모델이 없습니다.',
  },
  'queue.gone': {
    en: '{id} is no longer in the queue: its model was started, or it was removed.',
    ko: '{id}: 대기열에 없습니다. 학습이 시작되었거나 대기열에서 지워졌습니다.',
  },
  'run.other-vocabulary': {
    en: 'The children or titles of the model {run} are not those of its data set. Open its bundle again, or train its settings here.',
    ko: '모델 {run}: 아이나 작품이 데이터 세트와 다릅니다. 받은 모델 파일을 다시 열거나 같은 설정으로 여기서 학습하세요.',
  },
  'trainer.by-hand': {
    en: 'A trainer is started by the program, not by hand.',
    ko: '학습 프로세스는 프로그램이 시작합니다. 직접 시작할 수 없습니다.',
  },
} as const satisfies Templates;
