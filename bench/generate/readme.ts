/** The note in every generated folder. */
import type { GeneratorOptions } from './options';

export function readmeText({ seed, profiles, items, events, dirt, oddities = false }: GeneratorOptions): string {
  return `Made-up data / 만든 데이터

Nobody watched any of this. Profiles, titles and events were written by a seeded generator (bench/generate of the
Shelfwise repository); no title, brand, service or person in it is real. Some rows are wrong on purpose, in the ways in
which rows of real folders are wrong.

이 폴더의 프로필, 제목, 시청 이력은 모두 프로그램이 만든 것입니다. 실제 작품, 상표, 서비스, 사람과 관계가 없습니다.
실제 폴더에서 나타나는 오류를 일부러 넣어 두었습니다.

The same bytes again:
node bench/generate/main.mjs --seed ${seed} --profiles ${profiles} --items ${items} --events ${events} --dirt ${dirt}${oddities ? ' --oddities' : ''} --out FOLDER
`;
}
