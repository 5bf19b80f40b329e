/** Sizes that the program does not go beyond; the numbers are in src/shared/limits.ts. */
import type { Templates } from '../templates';

export const LIMITS_WORDS = {
  'limits.ids': {
    en: 'There are {profiles} children and {titles} titles, and no more than {most} of either can be told by their IDs. Import fewer, or take a sample.',
    ko: '아이가 {profiles}명, 작품이 {titles}편입니다. ID로 구별할 수 있는 것은 각각 최대 {most}개입니다. 더 적게 가져오거나 일부만 뽑아 쓰세요.',
  },
  'limits.viewings': {
    en: 'To show this data set, all of its {events} viewings have to be in memory, {needed} MB, and at most {most} MB of this computer are for that. Models can be trained and exported on the command line; to look at it, use a computer with more memory or import a shorter period.',
    ko: '이 데이터 세트를 보려면 시청 이력 {events}건을 모두 메모리에 올려야 합니다. {needed}MB가 필요한데 이 컴퓨터에서는 최대 {most}MB까지 쓸 수 있습니다. 학습과 내보내기는 명령줄에서 할 수 있습니다. 화면으로 보려면 메모리가 더 큰 컴퓨터를 쓰거나 더 짧은 기간을 가져오세요.',
  },
  'limits.memory': {
    en: 'SHELFWISE_MEMORY is "{asked}": it takes a number of megabytes, such as 8000. Change it, or unset it.',
    ko: 'SHELFWISE_MEMORY 값이 "{asked}"입니다. 8000과 같은 메가바이트 수여야 합니다. 값을 고치거나 지우세요.',
  },
  'limits.pairs': {
    en: 'This needs all {pairs} pairs of child and title in memory at once, {needed} MB, and at most {most} MB of this computer are for that. Only the autoencoder without companions and with a mixture that is fixed (mixture.weights) reads them part by part. Use a computer with more memory, or leave out events (data.*).',
    ko: '이 작업을 하려면 아이와 작품의 쌍 {pairs}개를 한꺼번에 메모리에 올려야 합니다. {needed}MB가 필요한데 이 컴퓨터에서는 최대 {most}MB까지 쓸 수 있습니다. 나누어 읽을 수 있는 것은 함께 쓰는 모델이 없고 혼합 비율이 고정된(mixture.weights) 오토인코더뿐입니다. 메모리가 더 큰 컴퓨터를 쓰거나 이력을 줄이세요(data.*).',
  },
  'shards.made-again': {
    en: 'The sorted events that the data set keeps were damaged, and have been made again from its Parquet files.',
    ko: '데이터 세트에 정렬해 둔 이력이 손상되어 Parquet 파일에서 다시 만들었습니다.',
  },
  'shards.unreadable': {
    en: 'The sorted events in {file} can no longer be read. Start again: they are made again from the Parquet files of the data set.',
    ko: '{file}에 정렬해 둔 이력을 더 이상 읽을 수 없습니다. 다시 시작하세요. 데이터 세트의 Parquet 파일에서 다시 만듭니다.',
  },
  'limits.events': {
    en: 'These settings select {rows} events, and a model holds at most {most}. Leave out a kind of event (data.*), or import a shorter period.',
    ko: '이 설정에 맞는 이력이 {rows}건인데 모델 하나에서 최대 {most}건까지 다룰 수 있습니다. 이력의 종류를 줄이거나(data.*) 더 짧은 기간을 가져오세요.',
  },
  'limits.vocabulary': {
    en: 'The IDs of {profiles} children and {titles} titles come to more than {most} characters, which a model cannot keep. Give them shorter IDs, or import fewer children.',
    ko: '아이 {profiles}명과 작품 {titles}편의 ID를 합치면 {most}자를 넘어 모델에 저장할 수 없습니다. ID를 줄이거나 아이를 나누어 가져오세요.',
  },
} as const satisfies Templates;
