/** What is said of heads of the audit log: those that are kept, and what became of the log since. */
import type { Templates } from '../../../shared/words/templates';

export const HEAD_WORDS = {
  'audit.title': { en: 'Audit log', ko: '감사 기록' },
  'audit.lead': {
    en: 'Keep the head of the log where others have it. If somebody changes the log later, even with this computer in their hands, the head that you kept tells.',
    ko: '감사 기록 확인표를 다른 사람이 가진 곳에 보관해 두세요. 나중에 누가 이 컴퓨터에서 기록을 고치더라도 보관한 확인표로 알 수 있습니다.',
  },
  'audit.keep': { en: 'Keep this head', ko: '확인표 보관' },
  'audit.compare': { en: 'Compare with a kept one…', ko: '보관한 확인표와 비교…' },
  'audit.compareTitle': { en: 'Compare with a kept head', ko: '보관한 확인표와 비교' },
  'audit.head': { en: 'Head of the audit log', ko: '감사 기록 확인표' },
  'audit.headLead': {
    en: 'Signed for all {size} {size|line|lines} of the log. Hand it to somebody, print it, or photograph it.',
    ko: '지금까지 쌓인 기록 {size}줄 전체에 대한 서명입니다. 다른 사람에게 건네거나 인쇄하거나 사진으로 찍어 두세요.',
  },
  'audit.saveHead': { en: 'Save…', ko: '저장…' },
  'audit.headSaved': { en: 'The head is in {path}.', ko: '확인표를 저장했습니다: {path}' },
  'audit.headFailed': { en: 'The head was not made', ko: '확인표를 만들지 못함' },
  'audit.compareFailed': { en: 'The heads were not compared', ko: '확인표를 비교하지 못함' },
  'audit.paste': { en: 'The head that was kept', ko: '보관한 확인표' },
  'audit.pasteHelp': {
    en: 'Paste its lines, or choose the file.',
    ko: '확인표 내용을 붙여 넣거나 파일을 고르세요.',
  },
  'audit.chooseFile': { en: 'Choose a file…', ko: '파일 선택…' },
  'audit.compareNow': { en: 'Compare', ko: '비교' },
  'audit.textOf': { en: 'The text', ko: '입력한 내용' },
  'audit.fileName': { en: 'audit-head', ko: '감사-기록-확인표' },
  'audit.keyMade.first': {
    en: 'A key was made for this workspace. It lies in audit/signing-key.json, goes with a backup of the workspace, and is for nobody else: whoever has it can sign as you.',
    ko: '이 작업 공간의 키를 만들었습니다. audit/signing-key.json에 있고 작업 공간을 백업하면 함께 복사됩니다. 이 키를 가진 사람은 같은 이름으로 서명할 수 있으므로 아무에게도 주지 마세요.',
  },
  'audit.keyMade.lost': {
    en: 'The key of this workspace was gone, so another one was made, and the log says so. Heads that were kept before can still be compared. Tell those who keep them that the key changed.',
    ko: '이 작업 공간의 키가 없어져 새로 만들었고, 감사 기록에 남겼습니다. 전에 보관한 확인표도 계속 비교할 수 있습니다. 확인표를 가진 사람들에게 키가 바뀌었다고 알려 주세요.',
  },
  'audit.keyMade.changed': {
    en: 'This workspace has another key, signed by the one before it, which is gone. Each log says so. Heads that were kept before can still be compared.',
    ko: '이 작업 공간의 키를 바꿨습니다. 새 키는 앞선 키로 서명했고 앞선 키는 지웠습니다. 모든 감사 기록에 남겼으며, 전에 보관한 확인표도 계속 비교할 수 있습니다.',
  },
  'audit.verdict.same': {
    en: 'The log is what it was: all {kept} {kept|line|lines}.',
    ko: '기록 {kept}줄이 모두 그때 그대로입니다.',
  },
  'audit.verdict.grown': {
    en: 'The log has the {kept} {kept|line|lines} of the head unchanged, and has grown to {now}.',
    ko: '확인표의 기록 {kept}줄이 그대로 있고, 그 뒤로 늘어 {now}줄입니다.',
  },
  'audit.verdict.cut': {
    en: 'The log was cut: the head is over {kept} {kept|line|lines}, {now} are left, and approvals or exports know of lines that are gone.',
    ko: '기록이 잘렸습니다. 확인표는 {kept}줄에 대한 것인데 {now}줄만 남았고, 승인이나 내보내기에는 사라진 줄의 흔적이 있습니다.',
  },
  'audit.verdict.rolled-back': {
    en: 'The log went back: the head is over {kept} {kept|line|lines}, and the log has {now}. Nothing here knows of the others. A backup was put back, this is a copy that went on less, or lines were cut together with all that knew of them.',
    ko: '기록이 예전으로 돌아갔습니다. 확인표는 {kept}줄에 대한 것인데 지금은 {now}줄이고, 이 작업 공간 어디에도 나머지의 흔적이 없습니다. 백업을 되돌렸거나, 덜 진행된 복사본이거나, 흔적까지 함께 지운 것입니다.',
  },
  'audit.verdict.rewritten': {
    en: 'The log was rewritten: lines were changed, moved, put in or taken out. “shelfwise audit --run RUN” names the places.',
    ko: '기록이 고쳐졌습니다. 바뀌거나 옮겨지거나 끼워 넣거나 빠진 줄이 있습니다. 자리는 ‘shelfwise audit --run RUN’으로 볼 수 있습니다.',
  },
  'audit.verdict.forked': {
    en: 'This is another log: its lines fit each other, but are not those of the head. A copy of the workspace went on by itself, or the log was made anew.',
    ko: '다른 기록입니다. 줄끼리는 맞지만 확인표의 줄이 아닙니다. 작업 공간의 복사본이 따로 진행되었거나 기록을 새로 만든 것입니다.',
  },
  'audit.verdict.other-workspace': {
    en: 'The head is of another workspace, so nothing was compared: {origin}',
    ko: '다른 작업 공간의 확인표라서 비교하지 않았습니다: {origin}',
  },
  'audit.verdict.bad-signature': {
    en: 'The signature does not hold: this is not what the workspace signed. Something in the head was changed, or it is made up. Nothing was compared.',
    ko: '서명이 맞지 않습니다. 작업 공간이 서명한 내용이 아닙니다. 확인표의 일부가 바뀌었거나 지어낸 것입니다. 비교하지 않았습니다.',
  },
  'audit.key.current': {
    en: 'It is signed with the key of this workspace.',
    ko: '이 작업 공간의 키로 서명되어 있습니다.',
  },
  'audit.key.earlier': {
    en: 'The key changed since: it is signed with an earlier one, which signed the key that followed.',
    ko: '그 뒤로 키가 바뀌었습니다. 앞선 키로 서명되어 있고, 다음 키는 앞선 키가 서명했습니다.',
  },
  'audit.key.replaced': {
    en: 'The key changed since: it is signed with an earlier one that was lost, so the key that followed is not signed by it.',
    ko: '그 뒤로 키가 바뀌었습니다. 없어진 앞선 키로 서명되어 있어, 다음 키에는 앞선 키의 서명이 없습니다.',
  },
  'audit.key.unknown': {
    en: 'The log does not tell the key that signed the head: the key was lost together with its line, or the head is made up.',
    ko: '기록에 없는 키로 서명되어 있습니다. 키와 그 기록이 함께 없어졌거나 지어낸 확인표입니다.',
  },
  'audit.forgotten': {
    en: 'Lines of the head whose hash alone is left, since a profile was forgotten: {forgotten}.',
    ko: '아이 정보를 지우면서 해시만 남은 줄: {forgotten}줄.',
  },
  'audit.unsound': {
    en: 'What came after the head does not fit. “shelfwise audit --run RUN” names the places.',
    ko: '확인표 이후의 기록이 맞지 않습니다. 자리는 ‘shelfwise audit --run RUN’으로 볼 수 있습니다.',
  },
  'audit.cosigned.holds': {
    en: 'It is signed too with the key {key}. That signature holds; whose key it is, ask its owner.',
    ko: '다른 키로도 서명되어 있고 서명이 맞습니다: {key}. 누구의 키인지는 그 사람에게 확인하세요.',
  },
  'audit.cosigned.broken': {
    en: 'A signature with the key {key} does not hold.',
    ko: '다른 키의 서명이 맞지 않습니다: {key}',
  },
  'audit.cosigned.unknown': {
    en: 'It is signed too as {name}, with a key that cannot be checked here.',
    ko: '여기서 확인할 수 없는 키로도 서명되어 있습니다: {name}',
  },
  'audit.not-held': {
    en: 'The audit log is not what the kept head says.',
    ko: '감사 기록이 보관한 확인표와 다릅니다.',
  },
  'audit.not-compared': {
    en: 'The audit log was not compared with the kept head.',
    ko: '감사 기록을 보관한 확인표와 비교하지 않았습니다.',
  },
  'audit.no-head': {
    en: '{file} holds no head of an audit log, or is damaged. A head has a line that begins with “shelfwise/”, the number of lines, a hash, an empty line, and below it one that begins with a long dash. Give all of it.',
    ko: '{file}: 감사 기록 확인표가 아니거나 손상되었습니다. 확인표는 ‘shelfwise/’로 시작하는 줄, 줄 수, 해시, 빈 줄, 긴 줄표로 시작하는 줄로 되어 있습니다. 빠짐없이 주세요.',
  },
  'audit.no-head-file': { en: 'There is no file {file}.', ko: '{file}: 파일이 없습니다.' },
  'audit.own-head': {
    en: 'This head is of this workspace, which signed it already. Another workspace signs it too.',
    ko: '이 작업 공간의 확인표라서 이미 서명되어 있습니다. 다른 작업 공간에서 서명하세요.',
  },
  'audit.head-full': {
    en: 'This head has as many signatures as it may have. Sign it as it was before others did.',
    ko: '이 확인표에는 서명을 더 넣을 자리가 없습니다. 다른 서명이 붙기 전의 확인표에 서명하세요.',
  },
  'audit.one-of': {
    en: 'Give one of --run, --against, --cosign and --new-key. --head and --out go with --run, --out with --cosign too.',
    ko: '--run, --against, --cosign, --new-key 중 하나를 지정하세요. --head와 --out은 --run과, --out은 --cosign과도 함께 씁니다.',
  },
} as const satisfies Templates;
