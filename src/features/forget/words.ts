/** Forgetting a profile, and why that is refused. */
import type { Templates } from '../../shared/words/templates';

export const FORGET_WORDS = {
  'privacy.forget': { en: 'Forget child', ko: '아이 정보 완전히 삭제' },
  'privacy.forgetFound': { en: 'Forget a child: find it first', ko: '아이 정보 완전히 삭제: 먼저 찾기' },
  'privacy.forgetWords': {
    en: 'delete profile, delete a child, remove child, erase child, erasure, right to be forgotten, personal data, privacy',
    ko: '프로필 삭제, 아이 삭제, 아이 지우기, 아이 정보 지우기, 잊힐 권리, 개인정보 삭제, 개인정보 파기, 탈퇴, 영구 삭제',
  },
  'privacy.forgetTitle': { en: 'Forget child {profile}?', ko: '아이 정보를 완전히 삭제할까요? ({profile})' },
  'privacy.forgetFailed': { en: 'The child was not forgotten', ko: '아이 정보를 완전히 삭제하지 못했습니다' },
  'privacy.removes': {
    en: 'The child is removed from {data} data {data|set|sets} for good, and {runs} {runs|model|models} trained on it {runs|loses its|lose their} lists and can no longer be verified: there is no way back.',
    ko: '되돌릴 수 없이 데이터 세트 {data}개에서 이 아이를 지우고, 이 아이의 기록으로 학습한 모델 {runs}개의 목록도 지워 더는 검증할 수 없게 됩니다.',
  },
  'privacy.removesAlone': {
    en: 'The child is removed from {data} data {data|set|sets} for good, and no model was trained on it: there is no way back.',
    ko: '되돌릴 수 없이 데이터 세트 {data}개에서 이 아이를 지우며, 이 아이의 기록으로 학습한 모델은 없습니다.',
  },
  'privacy.left': { en: 'What stays, and is yours to see to:', ko: '남아 있어 직접 살펴야 하는 것:' },
  'privacy.left.file': { en: '{file}: delete it', ko: '{file}: 지우세요' },
  'privacy.left.mention': { en: '{place}: has the ID, change it', ko: '{place}: 이 ID가 있으니 고치세요' },
  'privacy.left.doubtful': {
    en: '{place}, “{text}”: may mean the child, look at it',
    ko: '{place}, ‘{text}’: 이 아이를 뜻하는지 확인하세요',
  },
  'privacy.left.run': {
    en: '{run}: knows a child of this ID, delete it if it is the same',
    ko: '{run}: 같은 ID의 아이가 있으니 같은 사람이면 삭제하세요',
  },
  'privacy.left.unknown': {
    en: '{name}: may hold the child, and cannot be looked into',
    ko: '{name}: 이 아이가 있는지 알 수 없습니다',
  },
  'privacy.left.folder': {
    en: '{folder}: your own files, never changed; the child is left out when they are read again',
    ko: '{folder}: 원래 파일은 바꾸지 않으며 다시 읽을 때 이 아이가 빠집니다',
  },
  'privacy.left.more': { en: '{count} more, under Details', ko: '그 밖에 {count}개(자세히)' },
  'privacy.data': {
    en: '{count|One|{count}} data {count|set is|sets are} replaced by {count|one|ones} without this child.',
    ko: '데이터 세트 {count}개를 이 아이가 없는 것으로 바꿉니다.',
  },
  'privacy.noRuns': { en: 'No model was trained on it.', ko: '이 아이의 기록으로 학습한 모델이 없습니다.' },
  'privacy.runs': {
    en: '{count|One model loses its|{count} models lose their} lists and can no longer be verified:',
    ko: '모델 {count}개의 목록을 지우며, 더는 검증할 수 없습니다:',
  },
  'privacy.runsDone': {
    en: '{count|One model|{count} models} lost {count|its|their} lists and can no longer be verified:',
    ko: '모델 {count}개의 목록을 지웠습니다. 더는 검증할 수 없습니다:',
  },
  'privacy.stops': {
    en: 'Map, Review, Export and Refresh then have no lists to show until a model is trained again.',
    ko: '모델을 다시 학습할 때까지 취향 지도, 검토, 내보내기, 목록 갱신을 쓸 수 없습니다.',
  },
  'privacy.stopped': {
    en: 'Map, Review, Export and Refresh wait for a new model: train a model on the data without this child.',
    ko: '취향 지도, 검토, 내보내기, 목록 갱신을 다시 쓰려면 이 아이가 없는 데이터로 모델을 학습하세요.',
  },
  'privacy.modelsKept': {
    en: 'Trained models that were kept still carry the influence of this child. Delete these models if that is not wanted.',
    ko: '남겨 둔 모델에는 이 아이의 영향이 남아 있습니다. 이를 원하지 않으면 위 모델을 삭제하세요.',
  },
  'privacy.kept': {
    en: 'Its notes, review marks, segments and audit log entries are removed. The texts of all rows with issues are removed too, because they may hold its ID, and models lose the IDs of titles that only it watched. This cannot be undone.',
    ko: '이 아이에 관한 메모, 검토 표시, 세그먼트, 감사 기록을 지웁니다. 문제가 있던 행에는 이 ID가 들어 있을 수 있으므로 그 내용도 모두 지우고, 이 아이만 본 작품의 ID도 모델에서 지웁니다. 되돌릴 수 없습니다.',
  },
  'privacy.goes': {
    en: 'These mention the ID, or a value or title that only this child has. They are removed or lose that part:',
    ko: '아래 기록에서도 지웁니다:',
  },
  'privacy.goes.approval': { en: 'a sentence in the approval of model {id}', ko: '모델 {id} 승인 사유의 문장' },
  'privacy.goes.exports': {
    en: 'names in the records of exports of model {id}',
    ko: '모델 {id} 내보내기 기록의 이름',
  },
  'privacy.goes.refreshes': { en: 'names in the record of the refresh of {id}', ko: '갱신 기록({id})에 적힌 이름' },
  'privacy.goes.audit': { en: 'entry of the audit log ({id})', ko: '감사 기록({id})' },
  'privacy.goes.notes': {
    en: 'sentences in earlier versions of the note on child {id}',
    ko: '아이 {id} 메모의 이전 버전에 있는 문장',
  },
  'privacy.goes.segments': { en: 'segment “{id}”', ko: '세그먼트 ‘{id}’' },
  'privacy.goes.tunings': { en: 'tuning “{id}”', ko: '조정 ‘{id}’' },
  'privacy.goes.aims': { en: 'aim “{id}”', ko: '목표 ‘{id}’' },
  'privacy.goes.rules': { en: 'rule “{id}”', ko: '규칙 ‘{id}’' },
  'privacy.goes.checks': { en: 'check “{id}”', ko: '점검 항목 ‘{id}’' },
  'privacy.goes.labels': { en: 'label of “{id}”', ko: '‘{id}’의 표시 이름' },
  'privacy.trash': {
    en: '{count|One item|{count} items} in the trash {count|is|are} removed for good.',
    ko: '휴지통의 항목 {count}개를 완전히 지웁니다.',
  },
  'privacy.busy': {
    en: 'These models are being trained or verified. Stop them or wait until they end:',
    ko: '다음 모델을 학습하거나 검증하는 중입니다. 중지하거나 끝날 때까지 기다리세요:',
  },
  'privacy.withModels': { en: 'Remove what these models learned, too', ko: '위 모델이 배운 것도 지우기' },
  'privacy.withModelsBody': {
    en: 'A model that you keep still carries the influence of this child. Models that consist of the histories themselves are always removed.',
    ko: '남겨 둔 모델에는 이 아이의 영향이 남아 있습니다. 시청 이력 자체로 이루어진 모델은 항상 지웁니다.',
  },
  'privacy.folder': {
    en: 'Your own files in {folder} stay as they are and may hold the child. When they are read again, it is left out.',
    ko: '원래 파일({folder})은 바꾸지 않으므로 이 아이가 남아 있을 수 있습니다. 다시 읽을 때는 빠집니다.',
  },
  'privacy.bundle': {
    en: 'The data came in a bundle. Its author still has the child.',
    ko: '모델 파일로 받은 데이터입니다. 모델 파일을 만든 쪽에는 이 아이가 남아 있습니다.',
  },
  'privacy.others': {
    en: 'Data from other folders with a child of this ID stays as it is: {names}.',
    ko: '같은 ID의 아이가 있는 다른 폴더의 데이터는 그대로 둡니다: {names}.',
  },
  'privacy.otherRuns': {
    en: 'These models were trained on data that is no longer here, with a child of the same ID. They stay. If it is the same person, delete them yourself:',
    ko: '지금은 없는 데이터로 학습한 다음 모델에도 같은 ID의 아이가 있습니다. 그대로 두므로 같은 사람이라면 직접 삭제하세요:',
  },
  'privacy.unknown': {
    en: 'These data sets or models may hold the child: they cannot be read, or their IDs are of another kind (pseudonyms). They stay:',
    ko: '다음 데이터 세트나 모델은 읽을 수 없거나 ID 종류가 달라(가명) 이 아이가 있는지 알 수 없습니다. 그대로 둡니다:',
  },
  'privacy.exported': {
    en: 'These files that you saved may hold the child. Delete them yourself:',
    ko: '저장한 다음 파일에 이 아이가 들어 있을 수 있습니다. 직접 지우세요:',
  },
  'privacy.bundles': {
    en: 'Copies of such files, and bundles with data (.shelfwise), reports (.html), maps and handed on notes that version 1.0 saved, are not noted: look for them, and ask everyone to whom you gave one to delete it.',
    ko: '이런 파일의 사본과, 1.0 버전에서 저장한 모델 파일(데이터 포함, .shelfwise), 보고서(.html), 취향 지도, 건네준 메모의 위치는 기록에 없습니다. 직접 찾아 지우고, 받은 사람에게도 지워 달라고 하세요.',
  },
  'privacy.mentions': {
    en: '{count|One name or note mentions|{count} names and notes mention} the ID and {count|stays|stay}. Change {count|it|them} yourself:',
    ko: '이름과 메모 {count}곳에 이 ID가 있으며 그대로 둡니다. 직접 고치세요:',
  },
  'privacy.where.run-name': { en: 'name of model {id}', ko: '모델 {id}의 이름' },
  'privacy.where.run-note': { en: 'note on model {id}', ko: '모델 {id}의 메모' },
  'privacy.where.profile-note': { en: 'note on child {id}', ko: '아이 {id}의 메모' },
  'privacy.where.segment-name': { en: 'segment “{id}”', ko: '세그먼트 ‘{id}’' },
  'privacy.where.tuning-name': { en: 'tuning “{id}”', ko: '조정 ‘{id}’' },
  'privacy.where.aim-name': { en: 'aim “{id}”', ko: '목표 ‘{id}’' },
  'privacy.where.rule-name': { en: 'rule “{id}”', ko: '규칙 ‘{id}’' },
  'privacy.where.check-name': { en: 'check “{id}”', ko: '점검 항목 ‘{id}’' },
  'privacy.where.label': { en: 'label of “{id}”', ko: '‘{id}’의 표시 이름' },
  'privacy.where.owner': { en: 'owner of the review of child {id}', ko: '아이 {id} 검토 담당자' },
  'privacy.where.queued-run': { en: 'waiting model {id}', ko: '대기열의 모델 {id}' },
  'privacy.where.file-name': { en: 'file or folder {id}', ko: '파일 또는 폴더 {id}' },
  'privacy.where.search': { en: 'search of “{id}”', ko: '‘{id}’의 검색어' },
  'privacy.doubtful': {
    en: '{count|One place|{count} places} may mean the child, in another spelling or by chance. Look at {count|it|each}, as nobody else can tell; nothing is changed there:',
    ko: '다르게 적었거나 우연히 같아서 이 아이인지 사람만 알 수 있는 곳이 {count}곳 있습니다. 바꾸지 않으니 직접 확인하세요:',
  },
  'privacy.doubtful.at': { en: '{place}: “{text}”', ko: '{place}: ‘{text}’' },
  'privacy.doubtful.more': {
    en: '{place}: “{text}” and {count} more {count|place|places} in it',
    ko: '{place}: ‘{text}’ 외 {count}곳',
  },
  'privacy.doneTitle': { en: 'The child was forgotten', ko: '아이 정보를 완전히 삭제했습니다' },
  'privacy.done': { en: 'Removed:', ko: '지운 것:' },
  'privacy.removed.events': { en: '{count} {count|event|events}', ko: '시청 이력 {count}건' },
  'privacy.removed.notes': { en: '{count} {count|note|notes}', ko: '메모 {count}개' },
  'privacy.removed.reviews': { en: '{count} review {count|mark|marks}', ko: '검토 표시 {count}개' },
  'privacy.removed.segments': { en: '{count} {count|segment|segments}', ko: '세그먼트 {count}개' },
  'privacy.removed.texts': {
    en: 'the text of {count} {count|row|rows} with issues',
    ko: '문제가 있던 행의 내용 {count}개',
  },
  'privacy.removed.files': {
    en: '{count} {count|file|files} of lists and test children',
    ko: '추천 목록과 평가 아이 파일 {count}개',
  },
  'privacy.removed.models': { en: '{count} {count|model|models}', ko: '모델 {count}개' },
  'privacy.runForgotten': { en: 'A child was forgotten', ko: '정보를 완전히 삭제한 아이가 있습니다' },
  'privacy.runMarked': { en: 'no lists: a child was forgotten', ko: '아이 정보를 완전히 삭제하여 목록 없음' },
  'privacy.noLists': {
    en: 'Its lists were removed because a child was forgotten.',
    ko: '학습에 쓰인 아이 정보를 완전히 삭제하여 목록도 지웠습니다.',
  },
  'privacy.noVerifying': {
    en: 'A child that it was trained on was forgotten, so it cannot be trained again on the same data.',
    ko: '학습에 쓰인 아이 정보를 완전히 삭제했으므로 같은 데이터로 다시 학습할 수 없습니다.',
  },
  'forget.busy': {
    en: 'Nothing was forgotten: {count|a model|several models} of this data {count|is|are} being trained or verified ({runs}). Stop {count|it|them} or wait, then try again.',
    ko: '아이 정보를 삭제하지 않았습니다. 이 데이터로 모델 {count}개를 학습하거나 검증하는 중입니다({runs}). 중지하거나 끝난 뒤 다시 시도하세요.',
  },
  'forget.data-busy': {
    en: 'A child of this data set is being forgotten at the moment. Try again when that is done.',
    ko: '지금 이 데이터 세트의 아이 정보를 완전히 삭제하는 중입니다. 끝난 뒤 다시 시도하세요.',
  },
  'forget.other-program': {
    en: 'Another program is forgetting a child in this workspace. Try again when it is done.',
    ko: '다른 프로그램이 이 작업 공간에서 아이 정보를 완전히 삭제하는 중입니다. 끝난 뒤 다시 시도하세요.',
  },
  'forget.import-again': {
    en: 'A child is being forgotten in this workspace, or was while the folder was being read. Nothing was imported. Import it again when that is done.',
    ko: '이 작업 공간에서 아이 정보를 완전히 삭제하는 중이거나 폴더를 읽는 동안 삭제했습니다. 아무것도 가져오지 않았습니다. 삭제가 끝난 뒤 다시 가져오세요.',
  },
  'forget.open-again': {
    en: 'A child is being forgotten in this workspace, or was meanwhile. Nothing was opened. Try again when that is done.',
    ko: '이 작업 공간에서 아이 정보를 완전히 삭제하는 중이거나 그사이 삭제했습니다. 아무것도 열지 않았습니다. 삭제가 끝난 뒤 다시 시도하세요.',
  },
  'forget.bundle': {
    en: '{bundle} holds a child that was forgotten in this workspace. It was not opened. Ask for a bundle without data, or open it in another workspace.',
    ko: '이 작업 공간에서 정보를 완전히 삭제한 아이가 들어 있어 열지 않았습니다: {bundle}. 데이터 없는 모델 파일을 받거나 다른 작업 공간에서 여세요.',
  },
  'forget.key-damaged': {
    en: '{file} is missing or damaged. Without it, children that were forgotten here cannot be kept out of an import. Restore it from a copy of the workspace, or use a new workspace.',
    ko: '{file}: 없거나 손상되었습니다. 이 파일이 없으면 여기서 정보를 완전히 삭제한 아이를 가져오기에서 뺄 수 없습니다. 작업 공간의 사본에서 되돌리거나 새 작업 공간을 쓰세요.',
  },
  'forget.intention-damaged': {
    en: '{file} is damaged: a program was interrupted while it was forgetting a child. Delete that file and forget the child again.',
    ko: '{file}: 손상되었습니다. 아이 정보를 완전히 삭제하는 도중에 중단되었습니다. 파일을 지우고 다시 삭제하세요.',
  },
  'forget.finished': {
    en: 'A child was being forgotten when the program was interrupted. It is forgotten now.',
    ko: '아이 정보를 완전히 삭제하던 중에 프로그램이 중단되었습니다. 이제 삭제를 마쳤습니다.',
  },
  'forget.disk-full': {
    en: 'The disk is full. Free some space.',
    ko: '디스크가 가득 찼습니다. 공간을 확보하세요.',
  },
  'forget.called-off': {
    en: 'The child was not forgotten, and nothing was removed: {cause} Then forget it again.',
    ko: '아이 정보를 삭제하지 못했습니다. 지워진 것은 없습니다. {cause} 그런 다음 다시 삭제하세요.',
  },
  'forget.goes-on': {
    en: 'The child is forgotten in part: {cause} The next command or start of Shelfwise in this workspace finishes it, and it cannot be called off any more.',
    ko: '아이를 일부만 삭제했습니다. {cause} 이 작업 공간에서 다음 명령을 실행하거나 Shelfwise를 시작하면 나머지를 삭제하며, 이제 취소할 수 없습니다.',
  },
  'forget.not-finished': {
    en: 'A child was being forgotten when the program was interrupted, and that cannot be finished now. {cause}',
    ko: '아이 정보를 완전히 삭제하던 중에 프로그램이 중단되었고, 지금은 삭제를 마칠 수 없습니다. {cause}',
  },
  'forget.run-damaged': {
    en: '{file} is damaged. It says that a child was forgotten; the model has no lists.',
    ko: '{file}: 손상되었습니다. 아이 정보를 완전히 삭제했다는 기록이며, 이 모델에는 추천 목록이 없습니다.',
  },
  'forget.run': {
    en: 'A child that the model {run} was trained on was forgotten on {day}. Its lists were removed and it can no longer be verified; what it learned is kept, and still carries the influence of that child.',
    ko: '모델 {run}: 학습에 쓰인 아이를 {day}에 완전히 삭제했습니다. 목록을 지웠고 더는 검증할 수 없습니다. 배운 것은 남아 있으며 거기에는 그 아이의 영향이 있습니다.',
  },
  'forget.run-without-model': {
    en: 'A child that the model {run} was trained on was forgotten on {day}. Its lists and what it learned were removed, and it can no longer be verified.',
    ko: '모델 {run}: 학습에 쓰인 아이를 {day}에 완전히 삭제했습니다. 목록과 배운 것을 지웠고 더는 검증할 수 없습니다.',
  },
  'forget.run-without-titles': {
    en: 'A child that the model {run} was trained on was forgotten on {day}. Its lists and the names of its titles were removed, because without its data Shelfwise cannot tell which titles only that child had watched. It can no longer be verified or shared; what it learned is kept.',
    ko: '모델 {run}: 학습에 쓰인 아이를 {day}에 완전히 삭제했습니다. 데이터가 없어 그 아이만 본 작품을 가려낼 수 없으므로 목록과 작품 ID를 모두 지웠습니다. 더는 검증하거나 공유할 수 없으며 배운 것은 남아 있습니다.',
  },
  'pseudonyms.no-key-file': {
    en: '{file} is not a key file of pseudonyms, or it is damaged. Choose another file; a file that does not exist yet is created.',
    ko: '{file}: 가명 키 파일이 아니거나 손상되었습니다. 다른 파일을 지정하세요. 없는 파일은 새로 만듭니다.',
  },
  'pseudonyms.key-open': {
    en: 'Other users of this computer can read the key file {file}, and so tell who is behind a pseudonym. Nothing was done. Make it readable by you alone (chmod 600), and try again.',
    ko: '이 컴퓨터의 다른 사용자가 키 파일({file})을 읽고 가명의 주인을 알아낼 수 있어 아무것도 하지 않았습니다. 본인만 읽을 수 있게 바꾼 뒤(chmod 600) 다시 시도하세요.',
  },
  'pseudonyms.no-file': {
    en: 'There is no key file {file}. Choose the one that the data was imported with.',
    ko: '키 파일이 없습니다: {file}. 데이터를 가져올 때 쓴 파일을 지정하세요.',
  },
  'pseudonyms.key-in-workspace': {
    en: 'The key file {file} would be in the workspace {folder}, beside what it protects. Keep it elsewhere.',
    ko: '키 파일({file})이 보호할 데이터와 같은 작업 공간({folder})에 놓입니다. 다른 곳에 두세요.',
  },
  'pseudonyms.key-in-data': {
    en: 'The key file {file} would be in the data folder {folder}. Keep it elsewhere.',
    ko: '키 파일({file})이 데이터 폴더({folder}) 안에 놓입니다. 다른 곳에 두세요.',
  },
  'pseudonyms.none': {
    en: 'The data set {data} was imported without pseudonyms: its IDs are the ones of your files, and no key is needed.',
    ko: '데이터 세트 {data}: 가명 없이 가져왔습니다. ID가 원래 파일과 같으므로 키가 필요 없습니다.',
  },
  'pseudonyms.in-place-of-ids': {
    en: 'The IDs there are pseudonyms (--key KEYFILE takes an ID of your files).',
    ko: '이 데이터의 ID는 가명입니다(--key KEYFILE을 주면 원래 파일의 ID로 찾습니다).',
  },
  'pseudonyms.other-key': {
    en: '{file} is not the key that the data set {data} was imported with.',
    ko: '{file}: 데이터 세트 {data}을(를) 가져올 때 쓴 키가 아닙니다.',
  },
  'pseudonyms.collision': {
    en: 'Two children came out with the same pseudonym. Nothing was imported; import with another key file.',
    ko: '두 아이의 가명이 같습니다. 가져온 것이 없으니 다른 키 파일로 가져오세요.',
  },
  'pseudonyms.folder-gone': {
    en: 'Pseudonyms are translated by reading the IDs of the folder {folder}, which is not there. Put it back, or import it from its new place with the same key file.',
    ko: '가명을 되돌리려면 폴더 {folder}의 ID를 읽어야 하는데 폴더가 없습니다. 되돌려 놓거나 새 위치에서 같은 키 파일로 가져오세요.',
  },
  'pseudonyms.profiles-gone': {
    en: '{missing} {missing|child is|children are} no longer in the files of {folder}, so {missing|its pseudonym|their pseudonyms} cannot be translated. Nothing was written. Export without the key, or put the files back.',
    ko: '아이 {missing}명이 {folder}의 파일에 더는 없어 가명을 되돌릴 수 없습니다. 파일을 쓰지 않았습니다. 키 없이 내보내거나 파일을 되돌려 놓으세요.',
  },
  'pseudonyms.key-needed': {
    en: '{folder} was imported with pseudonyms. Without the key, its original IDs would come into this workspace. Import it with the same key file (--pseudonymise KEYFILE of the command import), or use the data set {data} instead of the folder.',
    ko: '{folder}: 가명으로 가져온 데이터라서, 키 없이 읽으면 원래 ID가 작업 공간에 들어옵니다. 같은 키 파일로 가져오거나(--pseudonymise KEYFILE, import 명령) 폴더 대신 데이터 세트 {data}을(를) 지정하세요.',
  },
  'pseudonyms.forgotten': {
    en: 'A child of the data of {folder} was forgotten in this workspace under its pseudonym, and only the key file of that time can tell who it is. Nothing was imported: import with that key file (--pseudonymise KEYFILE of the command import), or use another workspace.',
    ko: '{folder}: 이 작업 공간에서 가명으로 정보를 완전히 삭제한 아이가 있습니다. 그때 쓴 키 파일이 있어야 누구인지 가려낼 수 있어 가져오지 않았습니다. 그 키 파일로 가져오거나(--pseudonymise KEYFILE, import 명령) 다른 작업 공간을 쓰세요.',
  },
  'pseudonyms.forgotten-bundle': {
    en: 'A child of the data in {bundle} was forgotten in this workspace under a pseudonym of another key, so the bundle may hold it. The bundle was not opened. Ask for a bundle without data, or open it in another workspace.',
    ko: '이 작업 공간에서 다른 키의 가명으로 정보를 완전히 삭제한 아이가 있습니다. 모델 파일에 그 아이가 들어 있는지 알 수 없어 열지 않았습니다: {bundle}. 데이터 없는 모델 파일을 받거나 다른 작업 공간에서 여세요.',
  },
  'forget.no-consent': {
    en: 'Nothing was forgotten: it cannot be undone, and there is no terminal to ask on. Look at it with --dry-run; do it with --yes.',
    ko: '아무것도 삭제하지 않았습니다. 되돌릴 수 없는 작업인데 물어볼 터미널이 없습니다. --dry-run으로 살펴본 뒤 --yes로 실행하세요.',
  },
  'forget.nothing': { en: 'Nothing was forgotten.', ko: '아무것도 삭제하지 않았습니다.' },
} as const satisfies Templates;
