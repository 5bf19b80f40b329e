/** Refreshes: the screen, and why one wrote no file. */
import type { Templates } from '../../shared/words/templates';

export const REFRESH_WORDS = {
  'refresh.start': { en: 'Refresh…', ko: '갱신 시작…' },
  'refresh.begins': { en: 'Begins with', ko: '기준 모델' },
  'refresh.whyThis': { en: 'Why this one', ko: '이 모델을 고른 이유' },
  'refresh.why.chosen': { en: 'It was chosen for use.', ko: '사용하기로 정한 모델입니다.' },
  'refresh.why.refreshed': {
    en: 'A refresh made it from the model that was chosen for use.',
    ko: '사용하기로 정한 모델을 갱신해 만든 모델입니다.',
  },
  'refresh.why.exported': {
    en: 'Its lists were the last to be exported.',
    ko: '가장 최근에 목록을 내보낸 모델입니다.',
  },
  'refresh.why.approved': {
    en: 'Its lists were the last to be approved.',
    ko: '가장 최근에 목록을 승인한 모델입니다.',
  },
  'refresh.why.starred': {
    en: 'It has a star. No model outside the archive has been exported or approved.',
    ko: '별표가 있는 모델입니다. 보관하지 않은 모델 중에는 목록을 내보내거나 승인한 것이 없습니다.',
  },
  'refresh.why.last': {
    en: 'It starts from the newest model.',
    ko: '가장 최근 모델에서 시작합니다.',
  },
  'refresh.why.named': { en: 'It was chosen when the refresh began.', ko: '갱신을 시작할 때 정한 모델입니다.' },
  'refresh.firstTitle': { en: 'Refresh with these rules?', ko: '이 규칙을 적용해 갱신할까요?' },
  'refresh.firstBody': {
    en: 'No file was exported with the rules as they are now. The lists that this refresh writes follow them:',
    ko: '지금 규칙으로 내보낸 적이 아직 없습니다. 이번 갱신에서 저장할 목록에 적용할 규칙은 다음과 같습니다.',
  },
  'refresh.firstWith': { en: 'Refresh with the rules', ko: '규칙을 적용해 갱신' },
  'refresh.firstWithout': { en: 'Leave all rules out this time', ko: '이번에는 규칙을 모두 빼고 갱신' },
  'refresh.stopsIf': { en: 'Stopped by', ko: '갱신을 막는 점검' },
  'refresh.noStops': { en: 'Nothing can stop it.', ko: '막는 점검이 없습니다.' },
  'refresh.addsTo': { en: 'Adds to', ko: '기존 데이터' },
  'refresh.unattended': {
    en: 'Write the file without an approval where all of this holds',
    ko: '조건이 모두 맞으면 승인 없이 파일 저장',
  },
  'refresh.unattendedHelp': {
    en: 'For a weekly job that nobody watches. Lists that are surely worse or could not be compared, and lists that a check blocks, still wait.',
    ko: '지켜보는 사람 없이 매주 실행하는 작업에 씁니다. 점수가 확실히 낮거나 비교할 수 없거나 점검에 걸린 목록은 그래도 저장하지 않습니다.',
  },
  'refresh.unattendedBy': { en: 'On since {moment}, by {name}', ko: '{moment}부터 · {name}' },
  'refresh.unattendedTitle': {
    en: 'Let refreshes write files without an approval?',
    ko: '승인 없이 파일을 저장할까요?',
  },
  'refresh.unattendedLead': {
    en: 'From now on nobody has to look at the lists of a refresh before they leave. Your name is kept with each file that leaves so.',
    ko: '이제부터 갱신한 목록을 아무도 보지 않아도 파일로 저장됩니다. 그렇게 저장한 파일마다 이름이 기록됩니다.',
  },
  'refresh.unattendedOn': { en: 'Let them', ko: '승인 없이 저장' },
  'refresh.unattendedFailed': { en: 'The setting was not changed', ko: '설정을 바꾸지 못했습니다' },
  'refresh.changes': { en: 'What the last refresh changed', ko: '지난 목록 갱신으로 바뀐 점' },
  'refresh.no-run': {
    en: 'There is no finished model yet whose settings could be trained again. Train one first, or name one with --run.',
    ko: '다시 학습할 설정이 없습니다. 학습을 마친 모델이 아직 없으니 먼저 하나를 학습하거나 --run으로 지정하세요.',
  },
  'refresh.not-finished': {
    en: 'The model “{run}” is not finished: there is nothing to compare a new one with. Name a finished model.',
    ko: '모델 ‘{run}’: 학습이 끝나지 않아 새 모델과 비교할 수 없습니다. 학습을 마친 모델을 지정하세요.',
  },
  'refresh.nothing-new': {
    en: 'Nothing in {folder} is new for the model “{run}”. Nothing was trained, and no file was written.',
    ko: '{folder}: 모델 ‘{run}’에 없던 새 데이터가 없습니다. 학습하지 않았고 파일도 저장하지 않았습니다.',
  },
  'refresh.waiting': {
    en: 'The lists of the new model wait for approval. No file was written.',
    ko: '새 모델의 목록이 승인을 기다립니다. 파일을 저장하지 않았습니다.',
  },
  'refresh.waits-despite': {
    en: 'They leave all the same once a person approves them.',
    ko: '그래도 누군가 승인하면 내보냅니다.',
  },
  'refresh.no-file-named': {
    en: 'The lists may leave. No file was named to write them to.',
    ko: '목록을 내보내도 됩니다. 저장할 파일을 정하지 않았습니다.',
  },
  'refresh.approve-without-file': {
    en: 'Give --approve-as together with --out FILE: an approval lets that file be written.',
    ko: '--approve-as는 --out FILE과 함께 쓰세요. 승인하면 그 파일을 저장합니다.',
  },
  'refresh.unattended-needs-name': {
    en: 'Whose word is it that lists may leave without an approval? Give --by NAME too.',
    ko: '승인 없이 내보내도 된다고 정하는 사람이 누구입니까? --by NAME도 쓰세요.',
  },
  'refresh.unattended-needs-file': {
    en: 'Refreshes of this workspace write files without an approval: give --out FILE too.',
    ko: '이 작업 공간에서는 갱신할 때 승인 없이 파일을 저장합니다. --out FILE도 쓰세요.',
  },
  'refresh.compared.better': {
    en: 'The new model is surely better than “{run}”: on the same hold-out, by the {titles} {titles|title|titles} that both know, it scores {now} instead of {before} (difference {low} to {high}).',
    ko: '새 모델이 ‘{run}’보다 확실히 낫습니다. 같은 평가 데이터에서 둘 다 아는 작품 {titles}편만으로 채점하면 {now}, 이전 {before}입니다(차이 {low} ~ {high}).',
  },
  'refresh.compared.same': {
    en: 'The new model is about as good as “{run}”: on the same hold-out, by the {titles} {titles|title|titles} that both know, it scores {now} instead of {before} (difference {low} to {high}).',
    ko: '새 모델이 ‘{run}’와(과) 비슷합니다. 같은 평가 데이터에서 둘 다 아는 작품 {titles}편만으로 채점하면 {now}, 이전 {before}입니다(차이 {low} ~ {high}).',
  },
  'refresh.compared.worse': {
    en: 'The new model is surely worse than “{run}”: on the same hold-out, by the {titles} {titles|title|titles} that both know, it scores {now} instead of {before} (difference {low} to {high}).',
    ko: '새 모델이 ‘{run}’보다 확실히 떨어집니다. 같은 평가 데이터에서 둘 다 아는 작품 {titles}편만으로 채점하면 {now}, 이전 {before}입니다(차이 {low} ~ {high}).',
  },
  'refresh.no-file': { en: 'No file was written.', ko: '파일을 저장하지 않았습니다.' },
  'refresh.keep': { en: 'Keep “{run}”', ko: '‘{run}’ 계속 사용' },
  'refresh.keepHelp': {
    en: 'Children then keep the lists that were sent last, and the next week begins with “{run}” again.',
    ko: '아이들에게는 마지막으로 보낸 목록이 그대로 남고, 다음 주는 다시 ‘{run}’(으)로 시작합니다.',
  },
  'refresh.kept': {
    en: '“{run}” stays in use: children keep the lists that were sent last, and the next week begins with it.',
    ko: '‘{run}’을(를) 계속 사용합니다. 아이들에게는 마지막으로 보낸 목록이 그대로 남고, 다음 주도 이 모델로 시작합니다.',
  },
  'refresh.keptModel': { en: '“{run}” stays in use.', ko: '‘{run}’을(를) 계속 사용합니다.' },
  'refresh.not-compared': {
    en: 'The new model could not be compared with “{run}”. No file was written.',
    ko: '새 모델을 ‘{run}’와(과) 비교할 수 없습니다. 파일을 저장하지 않았습니다.',
  },
  'refresh.not-compared.other-pseudonyms': {
    en: 'Their data has pseudonyms of different keys.',
    ko: '두 데이터의 가명을 만든 키가 서로 다릅니다.',
  },
  'refresh.not-compared.no-shared-titles': {
    en: 'They have no title of the hold-out in common.',
    ko: '평가 데이터에 두 모델이 함께 아는 작품이 없습니다.',
  },
  'refresh.not-compared.learned': {
    en: 'Too few new viewings to test: the model before had learned all of the hold-out.',
    ko: '새로 들어온 시청이 너무 적어 비교할 수 없습니다. 평가 데이터를 이전 모델이 모두 학습했습니다.',
  },
  'refresh.not-compared.not-here': {
    en: 'The hold-out of the new model holds nothing to find, or the data, the weights or the judged lists of one of them are not here.',
    ko: '새 모델의 평가 데이터에 찾을 시청이 없거나, 둘 중 하나의 데이터, 모델, 평가한 목록이 남아 있지 않습니다.',
  },
  'refresh.not-compared.earlier-recipe': {
    en: 'The settings of the model before are of an earlier version.',
    ko: '이전 모델의 설정은 예전 버전입니다.',
  },
  'refresh.checks': {
    en: 'Checks that block a refresh found something: {checks}. No file was written.',
    ko: '‘갱신 차단’으로 설정한 점검에서 문제가 나왔습니다: {checks}. 파일을 저장하지 않았습니다.',
  },
  'refresh.of-a-profile': {
    en: 'Something is wrong with the list of one child. Start the same refresh again to see which one.',
    ko: '한 아이의 추천 목록에 문제가 있습니다. 같은 갱신을 다시 실행하면 어느 아이인지 알 수 있습니다.',
  },
  'refresh.reason-forgotten': {
    en: 'Why it ended is no longer kept: the reason mentioned a child that was forgotten.',
    ko: '이유에 정보를 완전히 삭제한 아이가 적혀 있어 이유도 지웠습니다.',
  },
  'refresh.stopped': {
    en: 'The refresh was stopped. Start the same refresh again to go on from there.',
    ko: '갱신을 중지했습니다. 같은 갱신을 다시 시작하면 멈춘 곳에서 이어집니다.',
  },
  'refresh.taken-over': {
    en: 'While this program was paused, another one began to refresh the workspace. Start the same refresh again: it waits for that one.',
    ko: '이 프로그램이 한동안 멈춘 사이에 다른 프로그램이 이 작업 공간의 갱신을 시작했습니다. 같은 갱신을 다시 시작하면 그 갱신이 끝날 때까지 기다립니다.',
  },
  'refresh.needs-options': {
    en: 'refresh needs --add FOLDER. "refresh --show" shows what it would do, "refresh --list" earlier ones.',
    ko: 'refresh에는 --add FOLDER가 필요합니다. "refresh --show"로 무엇을 할지, "refresh --list"로 지난 갱신을 볼 수 있습니다.',
  },
  'refresh.ids-without-key': {
    en: 'Give --original-ids together with --key.',
    ko: '--original-ids는 --key와 함께 쓰세요.',
  },
} as const satisfies Templates;
