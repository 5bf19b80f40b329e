/** Why a folder cannot be imported as it is. */
import type { Templates } from '../templates';

export const IMPORT_WORDS = {
  'import.no-rows': {
    en: '{file} has a header and no rows: there is nothing to learn from. Export it again.',
    ko: '{file}: 머리글만 있고 행이 없어 학습할 것이 없습니다. 파일을 다시 내보내세요.',
  },
  'import.all-rejected': {
    en: 'All {rows} rows of {file} were rejected: {causes}. Look at the columns of the file, or say which columns are which (--map FILE).',
    ko: '{file}: {rows}개 행이 모두 제외되었습니다: {causes}. 파일의 열을 확인하거나 어느 열이 무엇인지 지정하세요(--map FILE).',
  },
  'import.column-twice': {
    en: '{file} has the column {column} twice, and it is not clear which is meant. Rename or remove one of them.',
    ko: '{file}: 열 {column}이(가) 두 번 있어 어느 쪽인지 알 수 없습니다. 하나의 이름을 바꾸거나 지우세요.',
  },
  'import.folder-is-file': {
    en: '{folder} is a file. Choose the folder that holds history_data.csv and the other files.',
    ko: '{folder}: 폴더가 아니라 파일입니다. history_data.csv 등이 들어 있는 폴더를 지정하세요.',
  },
  'import.two-files': {
    en: '{folder} holds both {first} and {second}, and it is not clear which is meant. Move one of them elsewhere.',
    ko: '{folder}: {first}와(과) {second}이(가) 모두 있어 어느 쪽인지 알 수 없습니다. 하나를 다른 곳으로 옮기세요.',
  },
  'import.no-profiles': {
    en: '{folder} has no {file}, which says who the children are. Add it, or say which columns are which (--map FILE).',
    ko: '{folder}: 아이를 알려 주는 {file} 파일이 없습니다. 파일을 넣거나 어느 열이 무엇인지 지정하세요(--map FILE).',
  },
  'import.mapping-attribute-name': {
    en: 'An attribute cannot be named {name}. Give it another name in the mapping ("name", "kind", "columns").',
    ko: '속성 이름으로 쓸 수 없습니다: {name}. 열 지정에서 다른 이름을 지정하세요("name", "kind", "columns").',
  },
  'import.mapping-no-file': {
    en: 'The mapping names the file {file}, which is not in {folder}.',
    ko: '열 지정에 적힌 파일 {file}이(가) {folder}에 없습니다.',
  },
  'import.mapping-one-column': {
    en: 'The mapping names the column {column} for both the child and the title of a viewing. Name another column for one of them.',
    ko: '열 지정에서 시청의 아이와 작품이 모두 {column} 열입니다. 둘 중 하나를 다른 열로 지정하세요.',
  },
  'import.mapping-no-match': {
    en: 'The mapping names {file}, and no file in {folder} is called so.',
    ko: '열 지정에 적힌 {file}에 맞는 파일이 {folder}에 없습니다.',
  },
  'import.too-many-parts': {
    en: 'Cannot import {file}: it has more than {most} parts. Join some of them into larger files.',
    ko: '{file}: 나뉜 파일이 {most}개를 넘습니다. 몇 개씩 합쳐 더 큰 파일로 만드세요.',
  },
  'import.too-many-files': {
    en: '{folder} and its folders hold more than {most} files. Choose the folder that holds the data alone.',
    ko: '{folder}: 하위 폴더까지 파일이 {most}개를 넘습니다. 데이터만 들어 있는 폴더를 지정하세요.',
  },
  'import.too-many-columns': {
    en: 'Cannot import {file}: it has {columns} columns, and an import reads at most {most}. Leave out those that are not needed, then import again.',
    ko: '{file}: 열이 {columns}개입니다. 가져올 수 있는 열은 최대 {most}개입니다. 필요 없는 열을 뺀 뒤 다시 가져오세요.',
  },
  'labels.too-large': {
    en: '{file} is too large for a file of labels. Choose a table of two or three columns: attribute, code, label.',
    ko: '{file}: 표시 이름 파일로는 너무 큽니다. 속성, 코드, 표시 이름의 두세 열로 된 표를 고르세요.',
  },
  'labels.no-file': {
    en: '{file} holds no labels. It should be a table (CSV or Excel) of two or three columns: attribute, code, label.',
    ko: '{file}: 표시 이름이 없습니다. 속성, 코드, 표시 이름의 두세 열로 된 표(CSV 또는 엑셀)여야 합니다.',
  },
  'import.not-parquet': {
    en: '{file} is not a Parquet file that can be read.',
    ko: '{file}: 읽을 수 있는 Parquet 파일이 아닙니다.',
  },
  'import.not-decompressed': {
    en: '{file} cannot be decompressed: it is damaged or cut off. Copy or export it again, then import the folder.',
    ko: '{file}: 손상되었거나 잘린 파일이라 압축을 풀 수 없습니다. 다시 복사하거나 내보낸 뒤 폴더를 가져오세요.',
  },
  'import.swells': {
    en: '{file} holds more than {times} times its size, which no table does. Decompress it yourself if it is right.',
    ko: '{file}: 압축을 풀면 {times}배 넘게 커지는데, 이런 표는 없습니다. 올바른 파일이라면 직접 압축을 푼 뒤 가져오세요.',
  },
  'import.parquet-swells': {
    en: '{file} holds more than {times} times its size as text, which no table does. If it is right, export it as CSV.',
    ko: '{file}: 텍스트로 풀면 {times}배 넘게 커지는데, 이런 표는 없습니다. 올바른 파일이라면 CSV로 내보내 가져오세요.',
  },
  'import.no-zstandard': {
    en: '{file}: Node {node} cannot read Zstandard. Decompress it, or use Node 22.15 or newer.',
    ko: '{file}: Node {node}에서는 Zstandard를 읽을 수 없습니다. 압축을 풀거나 Node 22.15 이상을 쓰세요.',
  },
  'import.empty-file': {
    en: '{file} is empty ({bytes} bytes). Export it again, then import the folder.',
    ko: '{file}: 빈 파일입니다({bytes}바이트). 파일을 다시 내보낸 뒤 폴더를 가져오세요.',
  },
  'import.file-changed': {
    en: '{file} changed while it was read ({before} bytes before, {now} now). Wait until it is written, then import again.',
    ko: '{file}: 읽는 동안 파일이 바뀌었습니다(이전 {before}바이트, 현재 {now}바이트). 쓰기가 끝난 뒤 다시 가져오세요.',
  },
  'import.file-gone': {
    en: '{file} has disappeared. Import again when the folder is complete.',
    ko: '{file}: 있던 파일이 사라졌습니다. 폴더가 온전해지면 다시 가져오세요.',
  },
  'import.not-text': {
    en: '{file} is no table: it is damaged, or a file of another kind under this name. Export it again, then import the folder.',
    ko: '{file}: 표가 아닙니다. 손상되었거나 이름만 같은 다른 종류의 파일입니다. 다시 내보낸 뒤 폴더를 가져오세요.',
  },
  'import.no-column': { en: '{file} has no column {columns}.', ko: '{file}: 다음 열이 없습니다: {columns}.' },
  'import.header': { en: 'Its header has {columns}.', ko: '머리글에 있는 열: {columns}.' },
  'import.no-header': { en: 'Its header is empty.', ko: '머리글이 비어 있습니다.' },
  'import.may-be-meant': { en: '{found} may be meant for {wanted}.', ko: '{found} 열이 {wanted}일 수 있습니다.' },
  'import.correct-mapping': { en: 'Correct the name in the column mapping.', ko: '열 지정에서 이름을 고치세요.' },
  'import.name-columns': {
    en: 'Say which columns are which (--map FILE), or give them these names in the first line of the file.',
    ko: '어느 열이 무엇인지 지정하거나(--map FILE), 파일 첫 줄의 열 이름을 바꾸세요.',
  },
  'import.no-history': {
    en: "There is no history file in {folder}: it needs history_data.csv (or MovieLens's u.data or ratings.csv).",
    ko: '{folder}: 시청 이력 파일이 없습니다. history_data.csv(또는 MovieLens의 u.data, ratings.csv)가 필요합니다.',
  },
  'import.history-missing': {
    en: 'There are no viewings in {folder}: history_data.csv is missing beside {files}.',
    ko: '{folder}: 시청 이력이 없습니다. {files} 옆에 history_data.csv가 없습니다.',
  },
  'import.holds': { en: 'It holds {files}.', ko: '폴더에 있는 파일: {files}.' },
  'import.holds-many': {
    en: 'It holds {files}, … ({count} in all).',
    ko: '폴더에 있는 파일: {files}, … (모두 {count}개).',
  },
  'import.holds-nothing': { en: 'It holds no file.', ko: '폴더에 파일이 없습니다.' },
  'import.other-names': {
    en: 'Where files have other names, say which columns are which (--map FILE).',
    ko: '파일 이름이 다르면 어느 열이 무엇인지 지정하세요(--map FILE).',
  },
  'import.rows-lost': {
    en: '{file} has {rows} {rows|row|rows}, of which {arrived} arrived. Nothing was imported; please report this.',
    ko: '{file}: {rows}행 가운데 {arrived}행만 읽었습니다. 아무것도 가져오지 않았습니다. 이 문제를 알려 주세요.',
  },
  'adding.other-times': {
    en: 'The times of {file} ({column}) are written otherwise than those of the data set: dates of 8 digits in one, moments in the other. Import one folder that has all of the data.',
    ko: '{file}: 시각({column})의 형식이 기존 데이터와 다릅니다. 한쪽은 8자리 날짜이고 다른 쪽은 시각입니다. 전체 데이터가 든 폴더를 가져오세요.',
  },
  'adding.nothing': {
    en: 'There is nothing in {folder} to add: it has none of the files that the data set was made of.',
    ko: '{folder}: 추가할 것이 없습니다. 데이터를 만든 파일과 같은 종류의 파일이 없습니다.',
  },
  'adding.other-columns': {
    en: 'The mapping says something else of columns than that of the data set. Leave it out, or import the folder by itself.',
    ko: '열 지정이 기존 데이터와 다릅니다. 지정을 빼거나 폴더를 따로 가져오세요.',
  },
  'adding.key-needed': {
    en: 'The data set has pseudonyms. Name the key file that they were made with (--pseudonymise).',
    ko: '가명으로 바꾼 데이터입니다. 가명을 만든 키 파일을 지정하세요(--pseudonymise).',
  },
  'adding.other-key': {
    en: 'The key file {file} is not the one of the data set. Its children would be other people. Name the key that the data set was made with.',
    ko: '{file}: 데이터의 가명을 만든 키 파일이 아닙니다. 같은 아이가 다른 사람이 됩니다. 그때의 키 파일을 지정하세요.',
  },
  'adding.no-key': {
    en: 'The data set has the IDs of the files, so what is added cannot have pseudonyms. Leave the key file out.',
    ko: '파일의 ID를 그대로 쓰는 데이터입니다. 추가할 때 가명으로 바꿀 수 없습니다. 키 파일을 빼세요.',
  },
} as const satisfies Templates;
