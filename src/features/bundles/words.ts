/** Runs from other computers: the dialog that opens a bundle, and why one is refused. */
import type { Templates } from '../../shared/words/templates';

export const BUNDLE_WORDS = {
  'bundles.question': { en: 'Open this model bundle?', ko: '이 모델 파일을 열까요?' },
  'bundles.lead': {
    en: 'This is what the bundle says about itself. Nothing has been opened yet.',
    ko: '파일에 적힌 내용입니다. 아직 아무것도 가져오지 않았습니다.',
  },
  'bundles.trust': {
    en: 'Shelfwise checks that the file is whole. It cannot tell who made it, so open it only if you trust the person or place it came from.',
    ko: '파일이 온전한지는 확인하지만 누가 만들었는지는 알 수 없습니다. 믿을 수 있는 곳에서 받은 파일만 여세요.',
  },
  'bundles.file': { en: 'File', ko: '파일' },
  'bundles.run': { en: 'Model', ko: '모델' },
  'bundles.trained': { en: 'Trained', ko: '학습' },
  'bundles.trainedWith': { en: '{when}, with Shelfwise {version}', ko: '{when}, Shelfwise {version}' },
  'bundles.data': { en: 'Data set', ko: '데이터 세트' },
  'bundles.dataInIt': { en: '{name}: comes with the bundle', ko: '{name}: 파일에 들어 있습니다' },
  'bundles.dataHere': {
    en: '{name}: not in the bundle, but in this workspace',
    ko: '{name}: 파일에는 없지만 이 작업 공간에 있습니다',
  },
  'bundles.dataMissing': {
    en: '{name}: not in the bundle. Open its folder to see lists and to verify.',
    ko: '{name}: 파일에 없습니다. 목록을 보고 검증하려면 그 폴더를 여세요.',
  },
  'bundles.profiles': { en: 'Children', ko: '아이' },
  'bundles.profilesInIt': { en: '{number}, with their histories and lists', ko: '{number}개, 시청 이력과 목록 포함' },
  'bundles.titles': { en: 'Titles', ko: '작품' },
  'bundles.rules': { en: 'Rules', ko: '규칙' },
  'bundles.rulesInIt': {
    en: '{count} {count|rule|rules} to import. Opening changes none of your rules.',
    ko: '가져올 규칙 {count}개. 열어도 여기 규칙은 바뀌지 않습니다.',
  },
  'bundles.fileWithData': { en: 'with data', ko: '데이터 포함' },
  'bundles.approved': { en: 'Approval', ko: '승인' },
  'bundles.approvedInIt': {
    en: 'who approved it, when and why',
    ko: '누가 언제 왜 승인했는지 들어 있습니다',
  },
  'bundles.notes': { en: 'Notes', ko: '메모' },
  'bundles.notesInIt': {
    en: 'on {count} {count|child|children}. Your own notes stay.',
    ko: '아이 {count}명에 대한 메모. 여기 있는 메모는 그대로 둡니다.',
  },
  'bundles.maps': { en: 'Map', ko: '지도' },
  'bundles.mapsInIt': { en: 'comes with it', ko: '들어 있습니다' },
  'bundles.size': { en: 'Size', ko: '크기' },
  'bundles.sizeUnpacked': { en: '{packed}; {unpacked} in the workspace', ko: '{packed}, 작업 공간에서는 {unpacked}' },
  'bundles.completes': {
    en: 'This model is already here, but without its data. The bundle adds the data.',
    ko: '이 모델은 데이터 없이 이미 있습니다. 모델 파일을 열면 데이터가 채워집니다.',
  },
  'bundles.fromBundle': {
    en: 'It came in the bundle {file}, opened on {when}.',
    ko: '모델 파일 {file}에서 열었습니다({when}).',
  },
  'bundles.fromSomeBundle': { en: 'It came in a bundle, opened on {when}.', ko: '모델 파일에서 열었습니다({when}).' },
  'bundles.fromCluster': {
    en: 'It came from the cluster {cluster} on {when}.',
    ko: '클러스터 {cluster}에서 가져왔습니다({when}).',
  },
  'bundles.verifiedHere': { en: 'It was verified on this computer.', ko: '이 컴퓨터에서 검증했습니다.' },
  'bundles.notVerifiedHere': {
    en: 'It was not verified on this computer; its scores and dates are what it says of itself.',
    ko: '이 컴퓨터에서 검증하지 않았습니다. 점수와 날짜는 파일에 적힌 그대로입니다.',
  },
  'bundles.changedLists': { en: 'This model was changed after its training', ko: '학습한 뒤에 바뀐 모델입니다' },
  'bundles.undecided': {
    en: 'You cannot export this model until you decide: delete it, or use its lists as they came.',
    ko: '모델을 삭제할지, 받은 목록을 그대로 쓸지 정해야 내보낼 수 있습니다.',
  },
  'bundles.decideThere': { en: 'Decide on the page of the model', ko: '모델 화면에서 결정하기' },
  'bundles.accepted': {
    en: 'You decided to use its lists as they came. The audit log says when.',
    ko: '받은 목록을 그대로 쓰기로 정했습니다. 정한 때는 감사 기록에 있습니다.',
  },
  'bundles.accept': { en: 'Use its lists as they came', ko: '받은 목록 그대로 쓰기' },
  'bundles.open': { en: 'Open the bundle', ko: '모델 파일 열기' },
  'bundles.same': {
    en: 'This model is already here, exactly as in the bundle. Nothing was changed.',
    ko: '모델 파일과 똑같은 모델이 이미 있습니다. 바뀐 것은 없습니다.',
  },
  'bundle.twice': {
    en: '{bundle} names one file twice, which no Shelfwise bundle does. It was not opened.',
    ko: '{bundle}: 같은 파일이 두 번 들어 있습니다. Shelfwise 모델 파일이 아니므로 열지 않았습니다.',
  },
  'bundle.swapped': {
    en: '{bundle} is no longer the file that was shown: it was replaced in the meantime. Nothing was opened. Open it again.',
    ko: '{bundle}: 내용을 확인한 뒤 파일이 바뀌었습니다. 아무것도 가져오지 않았습니다. 다시 여세요.',
  },
  'bundle.larger-than-disk': {
    en: 'There is not enough space to open {bundle}: it needs {needed} MB, and only {free} MB is free in {folder}. Free some space, or open it in a workspace on another disk. Nothing was written.',
    ko: '{bundle}: 열 공간이 부족합니다. {needed}MB가 필요하지만 {folder}에 {free}MB만 남아 있습니다. 공간을 확보하거나 다른 디스크의 작업 공간에서 여세요. 아무것도 쓰지 않았습니다.',
  },
  'bundle.other-files': {
    en: 'its files are not the ones listed in its dataset.json.',
    ko: '들어 있는 파일이 dataset.json에 적힌 것과 다릅니다.',
  },
  'bundle.other-counts': {
    en: 'the numbers of children, titles and viewings in its dataset.json do not match its files.',
    ko: 'dataset.json의 아이, 작품, 시청 수가 파일과 다릅니다.',
  },
  'bundle.unfit-vocabulary': {
    en: 'the children or titles of its model are not those of its data set.',
    ko: '모델의 아이나 작품이 들어 있는 데이터 세트와 다릅니다.',
  },
  'bundle.opened-in-part': {
    en: '{run} and its data are here, but not all the labels and notes that came with them. {cause} Open the bundle again to add the rest.',
    ko: '모델 {run}과(와) 데이터는 열었지만 함께 온 표시 이름과 메모를 모두 가져오지는 못했습니다. {cause} 가져오려면 모델 파일을 다시 여세요.',
  },
  'bundle.refused': { en: 'Could not open {bundle}: {cause}', ko: '{bundle}: 열지 못했습니다: {cause}' },
  'bundle.part-missing': {
    en: 'Could not open {bundle}: {file} is missing.',
    ko: '{bundle}: 열지 못했습니다. {file} 파일이 없습니다.',
  },
  'bundle.manifest-damaged': {
    en: '{part} in {bundle} is damaged, or the bundle was written by a newer version of Shelfwise.',
    ko: '{bundle}: {part}이(가) 손상되었거나 더 새로운 버전의 Shelfwise가 만든 모델 파일입니다.',
  },
  'bundle.stranger': {
    en: '{bundle} holds {part}, which no Shelfwise bundle does. It was not opened.',
    ko: '{bundle}: Shelfwise 모델 파일에 있을 수 없는 {part}이(가) 들어 있어 열지 않았습니다.',
  },
  'bundle.training': {
    en: 'The model {run} is still being trained. Bundle it when it has finished.',
    ko: '모델 {run}: 아직 학습 중입니다. 끝난 뒤 모델 파일로 저장하세요.',
  },
  'bundle.holds-histories': {
    en: 'The model {run} ({model}) holds the histories themselves, so it cannot be bundled without its data. Include the data (--with-data), or bundle another model.',
    ko: '모델 {run}({model}): 모델에 시청 이력 자체가 들어 있어 데이터 없이 저장할 수 없습니다. 데이터를 포함하거나(--with-data) 다른 모델을 저장하세요.',
  },
  'bundle.no-model': {
    en: 'The model {run} is not finished ({status}), so there is nothing to bundle. Resume it first.',
    ko: '모델 {run}: 학습이 끝나지 않아 모델 파일로 저장할 수 없습니다({status}). 먼저 이어서 학습하세요.',
  },
  'bundle.run-damaged': {
    en: 'The model {run} is damaged and was not bundled: {damage}',
    ko: '모델 {run}: 손상되어 모델 파일로 저장하지 않았습니다: {damage}',
  },
  'bundle.other-zip': {
    en: '{bundle} is a zip file, but not a Shelfwise bundle: it does not begin with {part}.',
    ko: '{bundle}: zip 파일이지만 Shelfwise 모델 파일이 아닙니다. {part}(으)로 시작하지 않습니다.',
  },
  'bundle.other-content': {
    en: 'The model {run} is in this workspace already, with different content. Nothing was changed. Delete that model first, or open the bundle in another workspace.',
    ko: '모델 {run}: 같은 ID에 내용이 다른 모델이 이미 작업 공간에 있습니다. 바뀐 것은 없습니다. 그 모델을 먼저 지우거나 다른 작업 공간에서 모델 파일을 여세요.',
  },
  'bundle.no-file': {
    en: '{file} is not a file. Choose the bundle to open.',
    ko: '{file}: 파일이 아닙니다. 열 모델 파일을 지정하세요.',
  },
  'bundle.part-damaged': {
    en: '{part} in {bundle} is damaged: the bundle is not what was written. Get a new copy from where it came from; nothing was imported.',
    ko: '{bundle}: {part}이(가) 손상되어 원래 내용과 다릅니다. 받은 곳에서 다시 받으세요. 가져온 것은 없습니다.',
  },
  'bundle.packed-again': {
    en: '{part} in {bundle} is compressed or encrypted, which Shelfwise never does: the bundle was packed again, or damaged. Open the file as it was written.',
    ko: '{bundle}: {part}이(가) 압축되거나 암호화되어 있습니다. 파일을 다시 압축했거나 손상된 것입니다. 원래 파일 그대로 여세요.',
  },
  'bundle.no-bundle': {
    en: '{file} is not a Shelfwise bundle, or it is damaged or incomplete. Get a new copy from where it came from.',
    ko: '{file}: Shelfwise 모델 파일이 아니거나 손상되었거나 온전하지 않습니다. 받은 곳에서 다시 받으세요.',
  },
  'bundle.file': { en: '{file} in {bundle}', ko: '{bundle}의 {file}' },
  'bundle.contents': { en: 'the table of contents', ko: '파일 목록' },
  'bundle.other-manifest': {
    en: 'run.json belongs to a different model or data set from the one that the manifest names.',
    ko: 'run.json의 모델이나 데이터 세트가 모델 파일의 내용 목록에 적힌 것과 다릅니다.',
  },
  'bundle.without-model': {
    en: 'its training is {status} and left no model.',
    ko: '학습 상태가 {status}이며 모델이 없습니다.',
  },
  'bundle.other-vocabulary': {
    en: 'vocabulary.json names children in a bundle without data, or none in one with data.',
    ko: 'vocabulary.json의 아이 유무가 모델 파일의 데이터 유무와 맞지 않습니다.',
  },
  'bundle.damaged-data': { en: 'its dataset.json is damaged.', ko: 'dataset.json이 손상되었습니다.' },
  'bundle.damaged-notes': { en: 'its notes.json is damaged.', ko: 'notes.json이 손상되었습니다.' },
  'bundle.notes-too-large': {
    en: 'The notes on children are too long altogether for a bundle. Bundle the model without its data, or shorten the notes.',
    ko: '아이 메모가 모두 합쳐 너무 길어 모델 파일에 넣을 수 없습니다. 데이터 없이 저장하거나 메모를 줄이세요.',
  },
  'bundle.damaged-labels': { en: 'its labels.json is damaged.', ko: 'labels.json이 손상되었습니다.' },
  'bundle.other-data': {
    en: 'its data set is not the one that its model was trained on.',
    ko: '들어 있는 데이터 세트가 학습에 쓰인 것이 아닙니다.',
  },
  'bundle.lacks': {
    en: 'The model {run} was opened from a bundle without its data and lacks {files}. Bundle it without data, or bundle it where it was trained.',
    ko: '모델 {run}: 데이터가 없는 모델 파일에서 열어 다음 파일이 없습니다: {files}. 데이터 없이 저장하거나 학습한 곳에서 저장하세요.',
  },
  'bundle.no-consent': {
    en: '{file} was not opened: that needs your consent, and there is no terminal to ask for it. Look at it with --inspect, then open it with --yes.',
    ko: '{file}: 열지 않았습니다. 동의가 필요한데 물어볼 터미널이 없습니다. --inspect로 살펴본 뒤 --yes로 여세요.',
  },
  'bundle.not-opened': {
    en: '{file} was not opened. Nothing was changed.',
    ko: '{file}: 열지 않았습니다. 바뀐 것은 없습니다.',
  },
} as const satisfies Templates;
