/** What is said of data sets, their folders and what is in them. */
import type { Templates } from './templates';

export const DATA_SENTENCES = {
  'profile.unknown': {
    en: 'There is no profile {profile} in {data}.',
    ko: '{data}: 프로필 {profile}을(를) 찾을 수 없습니다.',
  },
  'title.unknown-in-data': {
    en: 'There is no title {title} in {data}.',
    ko: '{data}: 콘텐츠 {title}을(를) 찾을 수 없습니다.',
  },
  'title.unknown-to-run': {
    en: 'There is no title {title} among those that this run knows.',
    ko: '이 실행이 아는 콘텐츠 중에 {title}이(가) 없습니다.',
  },
  'grid.no-column': {
    en: 'There is no column {column} to sort by.',
    ko: '정렬할 수 있는 열 중에 {column}이(가) 없습니다.',
  },
  'attribute.not-number': {
    en: '{name} must be a number, not "{text}".',
    ko: '{name}: 숫자여야 하는데 "{text}"은(는) 숫자가 아닙니다.',
  },
  'attribute.no-value': { en: '{name} has no value "{text}".', ko: '{name}: "{text}"(이)라는 값이 없습니다.' },
  'data.stopped': {
    en: 'Stopped as you asked. Nothing was kept.',
    ko: '요청하신 대로 중지했습니다. 남은 것은 없습니다.',
  },
  'data.too-wide': {
    en: 'The tables take more than the {limit} of memory that reading them may take. Leave out columns and attributes that are not needed, and cut very long texts.',
    ko: '표를 읽는 데 허용된 메모리 {limit}로는 부족합니다. 필요 없는 열과 속성을 빼고 아주 긴 글은 줄이세요.',
  },
  'disk.full': {
    en: 'There is no space left on the disk. Free some space and try again.',
    ko: '디스크에 남은 공간이 없습니다. 공간을 확보한 뒤 다시 시도하세요.',
  },
  'import.no-rows': {
    en: '{file} has a header and no rows: there is nothing to learn from. Export it again.',
    ko: '{file}: 머리글만 있고 행이 없어 학습할 것이 없습니다. 파일을 다시 내보내세요.',
  },
  'import.all-rejected': {
    en: 'All {rows} rows of {file} were rejected: {causes}. Look at the columns of the file, or read the folder with a column mapping (--map FILE).',
    ko: '{file}: {rows}개 행이 모두 거부되었습니다: {causes}. 파일의 열을 확인하거나 열 지정(--map FILE)으로 폴더를 읽으세요.',
  },
  'import.column-twice': {
    en: '{file} has the column {column} twice, and it is not clear which is meant. Rename or remove one of them.',
    ko: '{file}: 열 {column}이(가) 두 번 있어 어느 쪽인지 알 수 없습니다. 하나의 이름을 바꾸거나 지우세요.',
  },
  'import.folder-is-file': {
    en: '{folder} is a file. Name the folder that holds history_data.csv and the other files.',
    ko: '{folder}: 폴더가 아니라 파일입니다. history_data.csv 등이 들어 있는 폴더를 지정하세요.',
  },
  'folder.missing': {
    en: 'There is no folder {folder}. Check its name.',
    ko: '폴더가 없습니다: {folder}. 이름을 확인하세요.',
  },
  'folder.unreadable': {
    en: 'Cannot read the folder {folder}: permission denied. Change its permissions.',
    ko: '폴더를 읽을 권한이 없습니다: {folder}. 권한을 바꾸세요.',
  },
  'import.two-files': {
    en: '{folder} holds both {first} and {second}, and it is not clear which is meant. Move one of them away.',
    ko: '{folder}: {first}와(과) {second}이(가) 모두 있어 어느 쪽인지 알 수 없습니다. 하나를 다른 곳으로 옮기세요.',
  },
  'import.no-profiles': {
    en: '{folder} has no {file}, which says who the profiles are. Add it, or read the folder with a column mapping (--map FILE).',
    ko: '{folder}: 프로필을 알려 주는 {file} 파일이 없습니다. 파일을 넣거나 열 지정(--map FILE)으로 폴더를 읽으세요.',
  },
  'import.mapping-attribute-name': {
    en: 'An attribute cannot be named {name}. Give it another name in the mapping ("name", "kind", "columns").',
    ko: '속성 이름으로 쓸 수 없습니다: {name}. 열 매핑에서 다른 이름을 지정하세요("name", "kind", "columns").',
  },
  'import.mapping-no-file': {
    en: 'The mapping names the file {file}, which is not in {folder}.',
    ko: '열 지정에 적힌 파일 {file}이(가) {folder}에 없습니다.',
  },
  'import.too-many-columns': {
    en: 'Cannot import {file}: it has {columns} columns, and an import reads at most {most}. Leave out those that are not needed, then import again.',
    ko: '{file}: 열이 {columns}개입니다. 가져올 수 있는 열은 최대 {most}개입니다. 필요 없는 열을 뺀 뒤 다시 가져오세요.',
  },
  'file.name-backslash': {
    en: 'Cannot read {file}: its path has a backslash and one of the signs * ? [. Rename the file or the folder.',
    ko: '읽을 수 없습니다: {file}. 경로에 역슬래시와 * ? [ 중 하나가 함께 있습니다. 파일이나 폴더의 이름을 바꾸세요.',
  },
  'import.not-parquet': {
    en: '{file} is not a Parquet file that can be read.',
    ko: '{file}: 읽을 수 있는 Parquet 파일이 아닙니다.',
  },
  'import.empty-file': {
    en: '{file} is empty ({bytes} bytes). Export it again, then import the folder.',
    ko: '{file}: 빈 파일입니다({bytes}바이트). 파일을 다시 내보낸 뒤 폴더를 가져오세요.',
  },
  'file.not-readable': {
    en: '{file} is not a file that can be read. Move it away.',
    ko: '{file}: 읽을 수 있는 파일이 아닙니다. 다른 곳으로 옮기세요.',
  },
  'import.file-changed': {
    en: '{file} changed while it was read ({before} bytes before, {now} now). Wait until it is written, then import again.',
    ko: '{file}: 읽는 동안 파일이 바뀌었습니다(이전 {before}바이트, 현재 {now}바이트). 쓰기가 끝난 뒤 다시 가져오세요.',
  },
  'file.no-permission': {
    en: 'Cannot read {file}: permission denied. Change its permissions.',
    ko: '{file}: 읽을 권한이 없습니다. 권한을 바꾸세요.',
  },
  'import.file-gone': {
    en: '{file} has disappeared. Import again when the folder is complete.',
    ko: '{file}: 있던 파일이 사라졌습니다. 폴더가 온전해지면 다시 가져오세요.',
  },
  'snapshot.damaged': {
    en: "{file} is not what was written. Delete the data set's folder and import again.",
    ko: '{file}: 기록된 내용과 다릅니다. 데이터 세트 폴더를 지우고 다시 가져오세요.',
  },
  'import.no-column': { en: '{file} has no column {columns}.', ko: '{file}: 다음 열이 없습니다: {columns}.' },
  'import.header': { en: 'Its header has {columns}.', ko: '머리글에 있는 열: {columns}.' },
  'import.no-header': { en: 'Its header is empty.', ko: '머리글이 비어 있습니다.' },
  'import.may-be-meant': { en: '{found} may be meant for {wanted}.', ko: '{wanted} 대신 {found}일 수 있습니다.' },
  'import.correct-mapping': { en: 'Correct the name in the column mapping.', ko: '열 지정에서 이름을 고치세요.' },
  'import.name-columns': {
    en: 'Rename the columns, or read the folder with a column mapping (--map FILE).',
    ko: '열 이름을 이렇게 바꾸거나 열 지정(--map FILE)으로 폴더를 읽으세요.',
  },
  'import.no-history': {
    en: "There is no history file in {folder}: it needs history_data.csv (or MovieLens's u.data or ratings.csv).",
    ko: '{folder}: 시청 이력 파일이 없습니다. history_data.csv(또는 MovieLens의 u.data, ratings.csv)가 필요합니다.',
  },
  'import.holds': { en: 'It holds {files}.', ko: '폴더에 있는 파일: {files}.' },
  'import.holds-many': {
    en: 'It holds {files}, … ({count} in all).',
    ko: '폴더에 있는 파일: {files}, … (모두 {count}개).',
  },
  'import.holds-nothing': { en: 'It holds no file.', ko: '폴더에 파일이 없습니다.' },
  'import.other-names': {
    en: 'A folder with other names is read with a column mapping (--map FILE).',
    ko: '파일 이름이 다른 폴더는 열 지정(--map FILE)으로 읽습니다.',
  },
  'data.nothing-selected': {
    en: 'The recipe selects no event of this data set. Give one of data.history, data.completion, data.purchase, data.search a weight above 0 for which there is a file.',
    ko: '레시피가 이 데이터 세트에서 아무 이벤트도 선택하지 않습니다. 파일이 있는 data.history, data.completion, data.purchase, data.search 중 하나의 가중치를 0보다 크게 하세요.',
  },
  'data.ambiguous': {
    en: '{count} data sets begin with {wanted}. Give more of the fingerprint: {found}.',
    ko: '{wanted}(으)로 시작하는 데이터 세트가 {count}개입니다. 지문을 더 길게 적으세요: {found}.',
  },
  'data.none-yet': {
    en: 'There is no data set {wanted}, and none at all in {folder}. Import a folder first.',
    ko: '데이터 세트 {wanted}을(를) 찾을 수 없습니다. {folder}에는 데이터 세트가 하나도 없습니다. 먼저 폴더를 가져오세요.',
  },
  'data.unknown': {
    en: 'There is no data set {wanted} in {folder}.',
    ko: '{folder}: 데이터 세트 {wanted}을(를) 찾을 수 없습니다.',
  },
} as const satisfies Templates;
