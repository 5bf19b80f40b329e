/** What is said of runs and bundles. */
import type { Templates } from './templates';

export const RUNS_SENTENCES = {
  'run.nothing-to-stop': {
    en: 'The run {run} is {status}; there is nothing to stop.',
    ko: '실행 {run}: 상태가 {status}이어서 중지할 것이 없습니다.',
  },
  'run.other-data': {
    en: 'The run {run} was trained on {data} ({fingerprint}), not on the data set {asked}.',
    ko: '실행 {run}: {data}({fingerprint}) 데이터로 학습했으며, 데이터 세트 {asked}이(가) 아닙니다.',
  },
  'bundle.refused': { en: 'Could not open {bundle}: {cause}', ko: '{bundle}: 열지 못했습니다: {cause}' },
  'bundle.part-missing': {
    en: 'Could not open {bundle}: {file} is missing.',
    ko: '{bundle}: 열지 못했습니다. {file} 파일이 없습니다.',
  },
  'bundle.manifest-damaged': {
    en: '{part} in {bundle} is damaged, or the bundle was written by a newer version of Shelfwise.',
    ko: '{bundle}: {part}이(가) 손상되었거나 더 새로운 버전의 Shelfwise가 쓴 묶음입니다.',
  },
  'bundle.stranger': {
    en: '{bundle} holds {part}, which no Shelfwise bundle does. It was not opened.',
    ko: '{bundle}: Shelfwise 묶음에 있을 수 없는 {part}이(가) 들어 있어 열지 않았습니다.',
  },
  'bundle.training': {
    en: 'The run {run} is still being trained. Bundle it when it has finished.',
    ko: '실행 {run}: 아직 진행 중입니다. 끝난 뒤 묶으세요.',
  },
  'bundle.no-model': {
    en: 'The run {run} has no model to bundle ({status}). Resume it first.',
    ko: '실행 {run}: 묶을 모델이 없습니다({status}). 먼저 이어서 학습하세요.',
  },
  'bundle.run-damaged': {
    en: 'The run {run} is damaged and was not bundled: {damage}',
    ko: '실행 {run}: 손상되어 묶지 않았습니다: {damage}',
  },
  'run.part-damaged-cause': {
    en: '{part} is damaged: {cause}. Verify the run to see whether it can be made again.',
    ko: '{part}: 손상되었습니다: {cause}. 다시 만들 수 있는지 검증하세요.',
  },
  'run.at-work': {
    en: 'The run {run} is being trained at this moment, by this or another program. Watch it, or stop it first.',
    ko: '실행 {run}: 지금 이 프로그램이나 다른 프로그램에서 진행 중입니다. 지켜보거나 먼저 중지하세요.',
  },
  'bundle.other-zip': {
    en: '{bundle} is a zip file, but not a Shelfwise bundle: it does not begin with {part}.',
    ko: '{bundle}: zip 파일이지만 Shelfwise 묶음이 아닙니다. {part}(으)로 시작하지 않습니다.',
  },
  'bundle.other-content': {
    en: 'The run {run} is in this workspace already, with other content. Nothing was changed; delete that run first, or open the bundle in another workspace.',
    ko: '실행 {run}: 같은 ID에 내용이 다른 실행이 이미 작업 공간에 있습니다. 바뀐 것은 없습니다. 그 실행을 먼저 지우거나 다른 작업 공간에서 묶음을 여세요.',
  },
  'run.opened-damaged': {
    en: 'opened.json of the run {run} is damaged. Delete the run and open its bundle again.',
    ko: '실행 {run}: opened.json이 손상되었습니다. 실행을 지우고 묶음을 다시 여세요.',
  },
  'run.no-record': {
    en: 'There is no run in {folder}: its run.json is missing.',
    ko: '{folder}: run.json이 없어 실행이 아닙니다.',
  },
  'run.record-not-json': {
    en: '{part} is damaged: it is not JSON. Delete the run or restore the file.',
    ko: '{part}: JSON이 아니므로 손상되었습니다. 실행을 지우거나 파일을 되돌리세요.',
  },
  'run.record-damaged': {
    en: '{part} is damaged or was written by another version: {cause}',
    ko: '{part}: 손상되었거나 다른 버전이 쓴 파일입니다: {cause}',
  },
  'verify.stopped': {
    en: 'The verification was stopped; the run is as it was.',
    ko: '검증을 중지했습니다. 실행은 그대로입니다.',
  },
  'verify.failed': { en: 'The run could not be trained again. {cause}', ko: '다시 학습할 수 없었습니다. {cause}' },
  'run.nothing-to-resume': {
    en: 'The run {run} is finished; there is nothing to resume.',
    ko: '실행 {run}: 이미 끝나서 이어서 할 것이 없습니다.',
  },
  'run.ambiguous': {
    en: 'Several runs begin with {wanted}: {runs}. Give more of the id.',
    ko: '{wanted}(으)로 시작하는 실행이 여럿입니다: {runs}. ID를 더 길게 적으세요.',
  },
  'run.none-yet': {
    en: 'There is no run {run}: this workspace has no runs yet. Train one first.',
    ko: '실행 {run}을(를) 찾을 수 없습니다. 이 작업 공간에는 아직 실행이 없습니다. 먼저 학습하세요.',
  },
  'run.unknown': { en: 'There is no run {run}.', ko: '실행 {run}을(를) 찾을 수 없습니다.' },
  'run.being-verified': {
    en: 'The run {run} is being verified. Wait for that or stop it, then delete the run.',
    ko: '실행 {run}: 검증하는 중입니다. 끝나기를 기다리거나 중지한 뒤 지우세요.',
  },
  'run.delete-training': {
    en: 'The run {run} is being trained. Stop it first, then delete it.',
    ko: '실행 {run}: 진행 중입니다. 먼저 중지한 뒤 지우세요.',
  },
  'run.delete-data-training': {
    en: 'The run {run} is being trained on this data set. Stop it first, then delete the data set.',
    ko: '실행 {run}이(가) 이 데이터 세트로 진행 중입니다. 먼저 중지한 뒤 데이터 세트를 지우세요.',
  },
  'trash.gone': { en: '{what} is gone already.', ko: '{what}: 이미 없습니다.' },
  'verify.training': {
    en: 'The run {run} is still being trained. Verify it when it has finished.',
    ko: '실행 {run}: 아직 진행 중입니다. 끝난 뒤 검증하세요.',
  },
  'verify.not-finished': {
    en: 'The run {run} is {status}: only a finished run can be repeated. Resume it first.',
    ko: '실행 {run}: 상태가 {status}입니다. 끝난 학습만 다시 만들 수 있습니다. 먼저 이어서 학습하세요.',
  },
  'verify.no-model': {
    en: 'The run {run} ended without a model, so there is nothing to verify.',
    ko: '실행 {run}: 모델 없이 끝나서 확인할 것이 없습니다.',
  },
  'verify.second-ended': {
    en: 'The second training ended without a model: {cause}',
    ko: '두 번째 학습이 모델 없이 끝났습니다: {cause}',
  },
  'run.no-vocabulary': {
    en: 'The run {run} has no model yet: vocabulary.json is missing.',
    ko: '실행 {run}: 아직 모델이 없습니다. vocabulary.json이 없습니다.',
  },
  'run.part-damaged': {
    en: '{part} is damaged. Verify the run to see whether it can be made again.',
    ko: '{part}: 손상되었습니다. 다시 만들 수 있는지 검증하세요.',
  },
  'run.watch-left': {
    en: 'You stopped watching; the run goes on.',
    ko: '지켜보기를 그만두었습니다. 학습은 계속됩니다.',
  },
  'bundle.no-file': {
    en: '{file} is not a file. Name the bundle to open.',
    ko: '{file}: 파일이 아닙니다. 열 묶음을 지정하세요.',
  },
  'bundle.part-damaged': {
    en: '{part} in {bundle} is damaged: the bundle is not what was written. Get it again from where it came from; nothing was imported.',
    ko: '{bundle}: {part}이(가) 손상되어 원래 내용과 다릅니다. 받은 곳에서 다시 받으세요. 가져온 것은 없습니다.',
  },
  'bundle.packed-again': {
    en: '{part} in {bundle} is compressed or encrypted, which Shelfwise never does: the bundle was packed again, or damaged. Open the file as it was written.',
    ko: '{bundle}: {part}이(가) 압축되거나 암호화되어 있습니다. 묶음을 다시 압축했거나 손상되었습니다. 원래 파일 그대로 여세요.',
  },
  'file.none': { en: 'There is no file {file}.', ko: '파일이 없습니다: {file}' },
  'file.copy-it': {
    en: 'Cannot read {file}: permission denied. Change its permissions or copy it.',
    ko: '{file}: 읽을 권한이 없습니다. 권한을 바꾸거나 복사하세요.',
  },
  'bundle.no-bundle': {
    en: '{file} is not a Shelfwise bundle, or it is damaged or incomplete ({cause}). Get a new copy from where it came from.',
    ko: '{file}: Shelfwise 묶음이 아니거나 손상되었거나 온전하지 않습니다({cause}). 받은 곳에서 다시 받으세요.',
  },
  'file.changed': {
    en: '{file} changed while it was read. Try again.',
    ko: '{file}: 읽는 동안 바뀌었습니다. 다시 시도하세요.',
  },
  'run.no-model': {
    en: 'The run {run} has no model: it was not finished. Resume it first.',
    ko: '실행 {run}: 끝나지 않아 모델이 없습니다. 먼저 이어서 학습하세요.',
  },
  'run.taken-over': {
    en: 'Another trainer has taken over this run.',
    ko: '다른 학습 프로세스가 이 실행을 넘겨받았습니다.',
  },
  'run.stopped': {
    en: 'The run was stopped; its best epoch is kept.',
    ko: '학습을 중지했습니다. 가장 좋은 에포크의 모델을 보관합니다.',
  },
  'run.not-waiting': {
    en: 'The run {run} is {status}; it is not waiting for a trainer.',
    ko: '실행 {run}: 상태가 {status}이어서 학습을 시작할 수 없습니다.',
  },
  'run.ended': {
    en: 'The trainer ended without finishing. {output}',
    ko: '학습 프로세스가 끝내지 못하고 종료되었습니다. {output}',
  },
  'run.killed': {
    en: 'The trainer was ended from outside ({signal}); the system does so when memory runs out.',
    ko: '학습 프로세스가 밖에서 종료되었습니다({signal}). 메모리가 부족하면 시스템이 그렇게 합니다.',
  },
  'run.resume': {
    en: 'What it had learned up to its last checkpoint is kept: resume {run} to go on from there.',
    ko: '마지막 체크포인트까지 배운 것은 보관되어 있습니다. {run}을(를) 이어서 학습하면 거기서 계속합니다.',
  },
  'run.trainer-ended': {
    en: 'The trainer ended without finishing.',
    ko: '학습 프로세스가 끝내지 못하고 종료되었습니다.',
  },
  'run.trainer-silent': {
    en: 'The trainer has given no sign of life since {moment} without finishing.',
    ko: '학습 프로세스가 {moment} 이후로 응답하지 않으며 학습을 끝내지 못했습니다.',
  },
  'run.trainer-never-started': {
    en: 'The trainer never started (announced {moment}).',
    ko: '학습 프로세스가 시작되지 않았습니다({moment} 시작 요청).',
  },
  'run.kept-nothing': { en: 'No epoch was finished, so there is no model.', ko: '끝난 에포크가 없어 모델이 없습니다.' },
  'run.kept-epoch': { en: 'The model of epoch {epoch} is kept.', ko: '에포크 {epoch}의 모델을 보관합니다.' },
  'run.or-data-ambiguous': {
    en: 'Several runs or data sets begin with {wanted}: {found}. Give more of the id.',
    ko: '{wanted}(으)로 시작하는 실행이나 데이터 세트가 여럿입니다: {found}. ID를 더 길게 적으세요.',
  },
  'run.or-data-unknown': {
    en: 'There is no run or data set {wanted}.',
    ko: '실행이나 데이터 세트 {wanted}을(를) 찾을 수 없습니다.',
  },
  'run.workspace-empty': { en: 'This workspace is empty.', ko: '이 작업 공간은 비어 있습니다.' },
} as const satisfies Templates;
