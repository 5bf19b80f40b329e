/** The note in every generated folder. */
import type { GeneratorOptions } from './options';

/** @param isNextWeek whether the folder holds the week after */
export function readmeText(
  { seed, profiles, items, events, dirt, oddities = false }: GeneratorOptions,
  isNextWeek = false,
): string {
  const options = `--seed ${seed} --profiles ${profiles} --items ${items} --events ${events} --dirt ${dirt}${oddities ? ' --oddities' : ''}`;
  const title = 'Made-up data / 만든 데이터';
  if (isNextWeek)
    return `${title}

What the made-up profiles of the sample watched in the week after it, by the same seeded generator: add it to the sample
with Refresh.

예제 데이터의 프로필이 다음 한 주 동안 시청한 이력입니다. 같은 프로그램이 만들었습니다. 갱신 화면에서 예제에 추가해
보세요.

The same bytes again:
node bench/generate/main.mjs ${options} --next-week --out FOLDER
`;
  return `${title}

Nobody watched any of this. Profiles, titles and events were written by a seeded generator (bench/generate of the
Shelfwise repository); no title, brand, service or person in it is real. Some rows are wrong on purpose, in the ways in
which rows of real folders are wrong.

이 폴더의 프로필, 제목, 시청 이력은 모두 프로그램이 만든 것입니다. 실제 작품, 상표, 서비스, 사람과 관계가 없습니다.
실제 폴더에서 나타나는 오류를 일부러 넣어 두었습니다.

The same bytes again:
node bench/generate/main.mjs ${options} --out FOLDER
`;
}
