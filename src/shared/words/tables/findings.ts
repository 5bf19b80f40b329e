/** What an import finds in rows that it accepts. Korean puts no particle behind a value: which one fits depends on its last sound. */
import type { Templates } from '../templates';

export const FINDING_WORDS = {
  'finding.no-metadata': {
    en: 'There is no file of titles: titles are shown by their IDs.',
    ko: '작품 파일이 없어 작품을 ID로 표시합니다.',
  },
  'finding.no-metadata-contest': {
    en: 'There is no file of titles (meta_data.csv): titles are shown by their IDs.',
    ko: '작품 파일(meta_data.csv)이 없어 작품을 ID로 표시합니다.',
  },
  'finding.folders-not-read': {
    en: 'The folders {folders} hold such files too and are not read, because the folder itself has some. Put each history into a folder, or add these folders to the data.',
    ko: '다음 하위 폴더에도 같은 이름의 파일이 있지만 읽지 않습니다: {folders}. 바깥 폴더에 이미 그런 파일이 있기 때문입니다. 시청 이력을 모두 하위 폴더에 나누어 넣거나, 이 폴더를 데이터에 추가하세요.',
  },
  'finding.no-profiles': {
    en: 'There is no file of children: only their events are known.',
    ko: '아이 파일이 없어 시청 이력만 알 수 있습니다.',
  },
  'finding.empty-file': { en: '{file} is empty and is not used.', ko: '{file}: 빈 파일이라 사용하지 않습니다.' },
  'finding.no-rows': { en: '{file} has a header and no rows.', ko: '{file}: 머리글만 있고 행이 없습니다.' },
  'finding.column-missing': {
    en: '{file} has no column {columns}; its values count as unknown.',
    ko: '{file}: 다음 열이 없어 해당 값은 ‘값 없음’으로 처리합니다: {columns}.',
  },
  'finding.blank-lines': {
    en: '{rows} blank {rows|line|lines} of {file} {rows|was|were} skipped; {rows|it is not a row|they are not rows}.',
    ko: '{file}: 빈 줄 {rows}개를 건너뛰었습니다. 빈 줄은 행으로 세지 않습니다.',
  },
  'finding.padded-fields': {
    en: '{rows} {rows|row|rows} of {file} {rows|has|have} blanks around a field; they are not part of the value.',
    ko: '{file}: {rows}개 행에서 값 앞뒤에 공백이 있습니다. 공백은 값에 포함하지 않습니다.',
  },
  'finding.empty-payment': {
    en: '{rows} {rows|row|rows} of {file} {rows|has|have} no {column}; it counts as unknown.',
    ko: '{file}: {rows}개 행에 {column} 값이 없어 ‘값 없음’으로 처리합니다.',
  },
  'finding.flag-out-of-range': {
    en: '{rows} {rows|row|rows} of {file} {rows|has|have} neither Y nor N as {column}; it counts as unknown.',
    ko: '{file}: {rows}개 행의 {column} 값이 Y도 N도 아니어서 ‘값 없음’으로 처리합니다.',
  },
  'finding.share-unknown': {
    en: '{rows} {rows|row|rows} of {file} {rows|does|do} not say how much was watched; {rows|it is|they are} left out of data.completion.',
    ko: '{file}: {rows}개 행에서 시청 비율을 알 수 없어 data.completion에 반영하지 않습니다.',
  },
  'finding.empty-weight': {
    en: '{rows} {rows|row|rows} of {file} {rows|has|have} no {column}; {rows|it counts|they count} with weight 1.',
    ko: '{file}: {rows}개 행에 {column} 값이 없어 가중치를 1로 처리합니다.',
  },
  'finding.weight-not-positive': {
    en: '{rows} {rows|row|rows} of {file} {rows|has|have} a {column} of 0 or less; no settings count {rows|it|them}.',
    ko: '{file}: {rows}개 행의 {column} 값이 0 이하여서 어떤 설정에서도 반영하지 않습니다.',
  },
  'finding.unknown-profile': {
    en: '{ids} child {ids|ID|IDs} with {rows} {rows|event|events} {ids|has|have} no row in {file}; all {ids|its|their} attributes are unknown.',
    ko: '{file}: 시청 이력이 {rows}건 있는 아이 ID {ids}개에 해당하는 행이 없어 속성을 알 수 없습니다.',
  },
  'finding.unknown-item': {
    en: '{ids} title {ids|ID|IDs} with {rows} {rows|event|events} {ids|has|have} no metadata in {file}; {ids|it is shown by its ID|they are shown by their IDs}.',
    ko: '{file}: 시청 이력이 {rows}건 있는 작품 ID {ids}개에 메타데이터가 없어 ID로 표시합니다.',
  },
  'finding.profile-without-events': {
    en: '{ids} {ids|child|children} in {file} watched nothing.',
    ko: '{file}: 아무것도 시청하지 않은 아이가 {ids}명 있습니다.',
  },
  'finding.item-without-events': {
    en: '{ids} {ids|title|titles} in {file} {ids|was|were} never watched.',
    ko: '{file}: 시청된 적이 없는 작품이 {ids}편 있습니다.',
  },
  'finding.times-far-apart': {
    en: '{rows} {rows|event is|events are} dated {from} or later, more than a year after all others, the last of which is of {until}: perhaps a clock was wrong. Settings that favour recent viewings count back from the last event, so all others seem old. Correct or remove {rows|it|them}, and import again.',
    ko: '시청 이력 {rows}건의 날짜가 {from} 이후입니다. 나머지 이력은 모두 {until}까지여서 1년 넘게 떨어져 있습니다. 기기의 시계가 잘못되었을 수 있습니다. 최근 시청을 더 크게 반영하는 계산은 마지막 이력의 날짜를 기준으로 하므로, 나머지 이력을 모두 오래된 것으로 봅니다. 해당 행을 고치거나 지운 뒤 다시 가져오세요.',
  },
  'finding.empty-attribute': {
    en: '{rows} {rows|row|rows} of {file} {rows|has|have} no value for {attribute}; it counts as missing.',
    ko: '{file}: {rows}개 행에 {attribute} 값이 없어 ‘값 없음’으로 처리합니다.',
  },
  'finding.no-number': {
    en: 'In {rows} {rows|row|rows} of {file}, {attribute} is no number that it can be; it counts as missing.',
    ko: '{file}: {rows}개 행의 {attribute} 값이 쓸 수 있는 숫자가 아니어서 ‘값 없음’으로 처리합니다.',
  },
  'finding.code-out-of-range': {
    en: '{times} {times|value|values} of {attribute} outside {first} to {last} in {file}, kept.',
    ko: '{file}: {first}~{last} 범위를 벗어난 {attribute} 값 {times}개를 그대로 두었습니다.',
  },
  'finding.several-rows': {
    en: '{ids} {ids|duplicate|duplicates} of {column} merged in {file}: the fullest row counts, with the genres and other lists of all.',
    ko: '{file}: 중복된 {column} {ids}개를 합쳤습니다. 가장 많이 채워진 행을 쓰고, 장르처럼 여럿일 수 있는 값은 모든 행에서 모았습니다.',
  },
  'finding.several-title-rows': {
    en: '{ids} {ids|title has|titles have} several rows in {file}. Each counts once: by its fullest row, with the genres and other lists of all its rows.',
    ko: '{file}: 작품 {ids}편이 여러 행에 나옵니다. 하나로 합쳐 가장 많이 채워진 행을 쓰고, 장르처럼 여럿일 수 있는 값은 모든 행에서 모았습니다.',
  },
  'finding.several-profile-rows': {
    en: '{ids} {ids|child has|children have} several rows in {file}. Each counts once: by its fullest row, with the interests and other lists of all its rows.',
    ko: '{file}: 아이 {ids}명이 여러 행에 나옵니다. 하나로 합쳐 가장 많이 채워진 행을 쓰고, 관심사처럼 여럿일 수 있는 값은 모든 행에서 모았습니다.',
  },
  'finding.profile-forgotten': {
    en: 'A child was forgotten. The next import of the folder counts the rows of its files again.',
    ko: '한 아이의 정보를 완전히 삭제했습니다. 폴더를 다시 가져오면 파일의 행을 새로 셉니다.',
  },
  'finding.forgotten-elsewhere': {
    en: '{ids} {ids|child has|children have} the ID of a child that was forgotten in the data of another folder. If {ids|it is the same person|they are the same people}, forget {ids|it|them} here too.',
    ko: '다른 폴더의 데이터에서 완전히 삭제한 것과 ID가 같은 아이가 {ids}명 있습니다. 같은 사람이라면 여기서도 완전히 삭제하세요.',
  },
} as const satisfies Templates;
