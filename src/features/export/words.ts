/** What is said when lists are exported. */
import { EXPORT_FORMAT_ROWS } from '../../shared/values/export-formats';
import { column, type Templates } from '../../shared/words/templates';

export const EXPORT_WORDS = {
  'exporting.lead': {
    en: 'The lists of {run}, written to a file of your choice.',
    ko: '{run}의 목록을 원하는 파일로 저장합니다.',
  },
  'exporting.empty': { en: 'There are no lists to export yet', ko: '내보낼 목록이 아직 없습니다' },
  'exporting.emptyBody': {
    en: 'Train a model on the open data set; its lists can be exported when it has finished.',
    ko: '열린 데이터로 모델을 학습하세요. 학습이 끝나면 목록을 내보낼 수 있습니다.',
  },
  'exporting.train': { en: 'Train a model', ko: '모델 학습하기' },
  'exporting.contents': { en: 'What will be in the file', ko: '파일에 담길 내용' },
  'exporting.format': { en: 'Format', ko: '형식' },
  ...column('exporting.formats', EXPORT_FORMAT_ROWS, 'name'),
  ...column('exporting.formatHelp', EXPORT_FORMAT_ROWS, 'help'),
  'exporting.raw': { en: 'Exact text, for other programs', ko: '원문 그대로(다른 프로그램용)' },
  'exporting.rawShort': { en: 'exact text', ko: '원문 그대로' },
  'exporting.rawHelp': {
    en: 'When off, a title that begins like a formula gets an apostrophe before it, so that no spreadsheet runs it.',
    ko: '끄면 수식처럼 시작하는 제목 앞에 작은따옴표를 붙여 스프레드시트가 실행하지 못하게 합니다.',
  },
  'exporting.watched': { en: 'Already watched titles', ko: '이미 본 작품' },
  'exporting.watchedPolicy.exclude': { en: 'left out of the lists', ko: '목록에서 제외' },
  'exporting.watchedPolicy.include': { en: 'may be in the lists', ko: '목록에 포함될 수 있음' },
  'exporting.run': { en: 'Model', ko: '모델' },
  'exporting.listLength': { en: 'Children', ko: '아이' },
  'exporting.go': { en: 'Choose a file and export', ko: '파일을 골라 내보내기' },
  'exporting.done': { en: 'Exported', ko: '내보냈습니다' },
  'exporting.failed': { en: 'Nothing was written', ko: '저장하지 않았습니다' },
  'exporting.path': { en: 'File', ko: '파일' },
  'exporting.hash': { en: 'SHA-256', ko: 'SHA-256' },
  'exporting.checks': { en: 'Checks', ko: '검사' },
  'exporting.passed': { en: 'passed', ko: '통과' },
  'exporting.warned': { en: 'needs a look', ko: '확인 필요' },
  'exporting.goVerify': { en: 'Verification of the model', ko: '모델 검증으로 가기' },
  'exporting.notPassed': { en: 'not passed', ko: '통과하지 못함' },
  'exporting.preview': { en: 'Preview', ko: '미리 보기' },
  'exporting.inLists': { en: 'in {count} {count|list|lists}', ko: '목록 {count}개' },
  'exporting.firstList': { en: 'The first list, of child {profile}', ko: '첫 번째 목록(아이 {profile})' },
  'exporting.holds': {
    en: 'The file has the lists of {profiles} {profiles|child|children}, of up to {length} titles each.',
    ko: '파일에 아이 {profiles}명의 목록이 들어갑니다. 목록마다 작품은 최대 {length}편입니다.',
  },
  'exporting.previewHelp': {
    en: 'The first lines of the file, with pseudonyms where children have them.',
    ko: '파일의 첫 부분입니다. 가명을 쓰는 데이터에서는 아이가 가명으로 보입니다.',
  },
  'exporting.profile': { en: 'Child', ko: '아이' },
  'exporting.earlier': { en: 'Earlier exports', ko: '전에 내보낸 파일' },
  'exporting.earlierHelp': {
    en: 'The same model, rules, tuning and format give exactly the same file.',
    ko: '모델, 규칙, 조정, 형식이 같으면 파일 내용도 똑같습니다.',
  },
  'exporting.last': {
    en: 'The last export is of another model',
    ko: '마지막으로 내보낸 파일은 다른 모델의 목록입니다',
  },
  'exporting.lastOf': { en: 'It has the lists of {run}.', ko: '{run}의 목록입니다.' },
  'exporting.lastFile.same': { en: 'the file is unchanged', ko: '파일이 그대로 있음' },
  'exporting.lastFile.changed': { en: 'the file has changed since', ko: '파일이 바뀜' },
  'exporting.lastFile.missing': { en: 'the file is gone', ko: '파일이 없음' },
  'exporting.lastShow': { en: 'Show the exports of this model', ko: '이 모델의 내보내기 보기' },
  'exporting.when': { en: 'When', ko: '시각' },
  'exporting.compare.before': { en: 'Compare with the export before', ko: '바로 전 파일과 비교' },
  'exporting.compare.now': { en: 'Compare with the current lists', ko: '지금 목록과 비교' },
  'exporting.again': { en: 'Export the same again', ko: '똑같이 다시 내보내기' },
  'exporting.tuning': { en: 'Tuning', ko: '조정' },
  'exporting.asTrained': { en: 'None: as trained', ko: '없음: 조정 전 목록' },
  'exporting.tuningFor': { en: 'Apply it to', ko: '적용 대상' },
  'exporting.everybody': { en: 'All children', ko: '모든 아이' },
  'exporting.tuningHelp': {
    en: 'The lists are made with this tuning; rules come after it. The record of the export keeps the tuning.',
    ko: '이 조정으로 목록을 만들고, 규칙은 그다음에 적용합니다. 내보낸 기록에 조정 내용이 남습니다.',
  },
  'exporting.tunedWith': { en: 'tuned: {what}', ko: '조정: {what}' },
  'exporting.leaveRules': { en: 'Leave the rules out of this file', ko: '이번 파일에는 규칙을 적용하지 않기' },
  'exporting.rulesLeftOut': {
    en: 'No rule applies to this file.',
    ko: '이 파일에는 규칙을 적용하지 않습니다.',
  },
  'exporting.leaveRulesHelp': {
    en: 'Only this once: the next export has them again.',
    ko: '이번 한 번만입니다. 다음에 내보낼 때는 다시 적용됩니다.',
  },
  'exporting.firstTitle': { en: 'Export with these rules?', ko: '이 규칙을 적용해 내보낼까요?' },
  'exporting.firstBody': {
    en: 'No file was exported with the rules as they are now. These apply to this one:',
    ko: '지금 규칙으로 내보낸 적이 아직 없습니다. 이번 파일에 적용할 규칙은 다음과 같습니다.',
  },
  'exporting.firstWith': { en: 'Export with the rules', ko: '규칙을 적용해 내보내기' },
  'exporting.firstWithout': { en: 'Leave all rules out this time', ko: '이번에는 규칙을 모두 빼고 내보내기' },
  'exporting.seeUnmet': { en: 'Show these lists', ko: '해당 목록 보기' },
  'exporting.unmet': {
    en: 'Not kept in {lists} {lists|list|lists}: {rule}',
    ko: '목록 {lists}개에 적용하지 못한 규칙: {rule}',
  },
  'exporting.check.watched titles': { en: 'Watched titles', ko: '이미 본 작품' },
  'exporting.check.profiles without history and row': { en: 'Unknown children', ko: '알 수 없는 아이' },
  'exporting.check.header': { en: 'Header', ko: '머리글' },
  'exporting.check.every profile once, in order': {
    en: 'Every child once, in order',
    ko: '아이마다 한 번, 순서대로',
  },
  'exporting.check.exactly 25 different ids': { en: 'Exactly 25 different IDs', ko: '서로 다른 ID 25개' },
  'exporting.check.known ids': { en: 'Known IDs', ko: '알려진 ID' },
  'exporting.check.tuning': { en: 'Tuning', ko: '조정' },
  'exporting.check.rules': { en: 'Rules', ko: '규칙' },
  'exporting.check.rules kept': { en: 'Rules kept', ko: '규칙 준수' },
  'exporting.check.new titles': { en: 'New titles', ko: '신작' },
  'exporting.file': { en: 'File now', ko: '현재 파일' },
  'exporting.fileState.same': { en: 'unchanged', ko: '그대로' },
  'exporting.fileState.changed': { en: 'changed since', ko: '바뀜' },
  'exporting.fileState.missing': { en: 'gone', ko: '없음' },
  'exporting.sameAgain': {
    en: 'Exported again, with exactly the same content: {path}',
    ko: '{path}에 똑같은 내용으로 저장했습니다.',
  },
  'export.training': {
    en: 'The model {run} is still being trained. Export it when it has finished.',
    ko: '모델 {run}: 아직 학습 중입니다. 끝난 뒤 내보내세요.',
  },
  'export.not-noted': {
    en: '{file} was written, but the model could not note that: {cause}',
    ko: '{file}: 파일은 썼지만 모델의 기록에 남기지 못했습니다: {cause}',
  },
  'export.lists-damaged': {
    en: 'The lists of the model {run} are not what its record says: lists.safetensors or vocabulary.json was damaged. Verify the model to see whether it can be made again.',
    ko: '모델 {run}: 추천 목록이 기록과 다릅니다. lists.safetensors 또는 vocabulary.json이 손상되었습니다. 다시 만들 수 있는지 검증하세요.',
  },
  'export.profile-unknown': {
    en: 'sample_submission.csv asks for the child {profile}, which the model does not know, and the model keeps no list for a child about which nothing is known. Train it again.',
    ko: 'sample_submission.csv가 요구하는 아이 {profile}은(는) 이 모델이 모르는 아이이고, 정보가 없는 아이용 목록도 없습니다. 다시 학습하세요.',
  },
  'export.too-few-titles': {
    en: 'A submission needs {needed} different titles per child, and this model knows {known} in all. Nothing was written. Train on more data, or export in another format: {others}.',
    ko: '제출 파일에는 아이마다 서로 다른 작품 {needed}편이 필요한데 이 모델이 아는 작품은 모두 {known}편입니다. 아무것도 저장하지 않았습니다. 더 많은 데이터로 학습하거나 다른 형식({others})으로 내보내세요.',
  },
  'export.check.watched-allowed': {
    en: 'The settings of the model allow watched titles in the lists.',
    ko: '모델의 설정에서 이미 본 작품을 목록에 넣도록 했습니다.',
  },
  'export.check.watched-tuned': {
    en: 'The tuning allows watched titles in the lists that it is applied to.',
    ko: '조정을 적용한 목록에는 이미 본 작품이 들어갈 수 있습니다.',
  },
  'export.check.watched-none': {
    en: 'No list holds a title that its child has watched.',
    ko: '어떤 목록에도 그 아이가 이미 본 작품이 없습니다.',
  },
  'export.check.watched-fill': {
    en: '{short} of {total} children have fewer than {length} unwatched titles; watched ones fill their lists, by score.',
    ko: '아이 {total}명 중 {short}명은 보지 않은 작품이 {length}편보다 적어, 본 작품을 점수 순으로 채웠습니다.',
  },
  'export.check.known-profiles': {
    en: 'Something is known about every child.',
    ko: '모든 아이에게 시청 이력이나 속성이 있습니다.',
  },
  'export.check.unknown-profiles': {
    en: '{unknown} of {total} children get the list of a child about which nothing is known.',
    ko: '아이 {total}명 중 {unknown}명은 정보가 없는 아이용 목록을 받습니다.',
  },
  'export.check.header': {
    en: 'Every row has the two fields of {header}.',
    ko: '모든 행에 {header} 두 필드가 있습니다.',
  },
  'export.check.rows': { en: '{rows} rows for {profiles} children.', ko: '아이 {profiles}명에게 {rows}행.' },
  'export.check.wrong-row': {
    en: 'Row {row} is for child {found}, not {wanted}.',
    ko: '{row}번째 행이 아이 {wanted}이(가) 아니라 {found}입니다.',
  },
  'export.check.lengths': {
    en: 'Every list has {length} different IDs.',
    ko: '모든 목록에 서로 다른 ID가 {length}개 있습니다.',
  },
  'export.check.wrong-length': {
    en: 'The list of child {profile} has {ids} IDs, {different} of them different.',
    ko: '아이 {profile}의 목록에 ID가 {ids}개 있고 서로 다른 것은 {different}개입니다.',
  },
  'export.check.known-ids': { en: 'The model knows every ID.', ko: '모두 이 모델에 있는 ID입니다.' },
  'export.check.strange-id': { en: '{id} is not an ID of this model.', ko: '{id}은(는) 이 모델이 모르는 ID입니다.' },
  'export.check.tuning': {
    en: 'The tuning {name} is applied to all lists; it changes {changed} of {total}.',
    ko: '조정 {name}을(를) 모든 목록에 적용했습니다. 목록 {total}개 중 {changed}개가 조정 전과 다릅니다.',
  },
  'export.check.tuning-segment': {
    en: 'The tuning {name} is applied to the {profiles} {profiles|child|children} of the segment {segment}; it changes {changed} of {total} lists.',
    ko: '조정 {name}을(를) 세그먼트 {segment}의 아이 {profiles}명에게 적용했습니다. 목록 {total}개 중 {changed}개가 조정 전과 다릅니다.',
  },
  'export.tuning-of-file': { en: 'from a file', ko: '파일' },
  'export.tuning-left': {
    en: 'Left out, because it is about one child: {keys}.',
    ko: '한 아이에게만 해당하여 제외했습니다: {keys}.',
  },
  'export.other-tuning': {
    en: 'That export was made with another tuning: {recorded}…, not {found}…. Nothing was written.',
    ko: '그 파일은 다른 조정으로 만든 것입니다({recorded}…). 지금 조정은 {found}…이므로 파일을 저장하지 않았습니다.',
  },
  'export.check.rules': {
    en: '{rules} {rules|rule|rules} as of {date} changed {changed} of {total} lists.',
    ko: '{date} 기준 규칙 {rules}개로 목록 {total}개 중 {changed}개가 바뀌었습니다.',
  },
  'export.check.watched-fill-rules': {
    en: '{short} of {total} lists hold watched titles, because the rules leave fewer than {length} others.',
    ko: '규칙 때문에 보지 않은 작품이 {length}편보다 적어, 목록 {total}개 중 {short}개를 본 작품으로 채웠습니다.',
  },
  'export.check.rules-kept': {
    en: 'Every rule was applied to every list.',
    ko: '모든 규칙을 모든 목록에 적용했습니다.',
  },
  'export.check.rules-unkept': {
    en: '{profiles} {profiles|list|lists} could not take a rule, in {count} {count|place|places}: {rules}.',
    ko: '목록 {profiles}개에서 규칙을 {count}번 적용하지 못했습니다: {rules}.',
  },
  'export.check.rules-broken': {
    en: '{profiles} {profiles|list|lists} could not take a rule, in {count} {count|place|places}; {short} {short|has|have} fewer than {length} titles: {rules}.',
    ko: '목록 {profiles}개에서 규칙을 {count}번 적용하지 못했고, 그중 {short}개는 작품이 {length}편보다 적습니다: {rules}.',
  },
  'export.check.new-titles': {
    en: '{titles} new {titles|title|titles} that nobody has watched yet {titles|is|are} in {lists} of {total} lists. They have no score.',
    ko: '아직 아무도 보지 않은 신작 {titles}개가 목록 {total}개 중 {lists}개에 들어 있습니다. 신작에는 점수가 없습니다.',
  },
  'export.failed-checks': {
    en: 'The file did not pass its checks and was not written: {checks}',
    ko: '파일이 검사를 통과하지 못해 저장하지 않았습니다: {checks}',
  },
  'export.other-lists': {
    en: 'The model {run} has other lists than when this was exported: it was trained further since. What was exported then cannot be made again.',
    ko: '모델 {run}: 내보낸 뒤에 더 학습해 추천 목록이 바뀌었습니다. 그때 내보낸 목록은 다시 만들 수 없습니다.',
  },
  'export.other-file': {
    en: 'What was exported of the model {run} does not come out again: the file would differ from the one with the SHA-256 {recorded}…. Its rules, its tuning or its data have changed since.',
    ko: '모델 {run}: 그때 내보낸 파일(SHA-256 {recorded}…)과 같은 파일이 나오지 않습니다. 규칙, 조정이나 데이터가 그때와 다릅니다.',
  },
  'export.other-bytes': {
    en: 'The export would now have different bytes: SHA-256 {found}… instead of {recorded}…. {file} was not written. Verify the model to see whether it is still what it was, or export it again.',
    ko: '내보낼 내용이 이전과 다릅니다: SHA-256이 {recorded}…였으나 지금은 {found}…입니다. 파일을 저장하지 않았습니다: {file}. 모델이 그대로인지 검증하거나 새로 내보내세요.',
  },
  'export.segment-without-tuning': {
    en: 'Give --segment together with --tuning.',
    ko: '--segment는 --tuning과 함께 쓰세요.',
  },
  'export.no-hash': {
    en: 'No export of {run} has a hash that begins with {again}.',
    ko: '{run}: 해시가 {again}(으)로 시작하는 내보내기가 없습니다.',
  },
  'export.needs-key': {
    en: 'In that export pseudonyms were translated back. Give the key file with --key.',
    ko: '그 내보내기는 가명을 원래 ID로 바꾼 것입니다. 키 파일을 --key로 지정하세요.',
  },
} as const satisfies Templates;
