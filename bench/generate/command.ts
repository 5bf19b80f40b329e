/** The command line of the generator. */
import { parseArgs } from 'node:util';
import { generateFolder, generateNextWeek } from './generate-folder';
import { CONTEST, DIRT_LEVELS, SAMPLE, type GeneratorOptions } from './options';

const HELP = `Writes a made-up data folder in the contest's schema; the same options give the same bytes.

  node bench/generate/main.mjs --sample [--out FOLDER]      resources/sample, as it is in the repository
                                                            (with --next-week resources/sample-next-week)
  node bench/generate/main.mjs --contest --out FOLDER       as large as a real service

  --profiles N  --items N  --events N (rows of history_data.csv)  --seed N  --dirt ${DIRT_LEVELS.join('|')}  change the size of either
  --next-week   the history of the week after such a folder, in place of the folder
  --oddities    titles whose last day has passed, and an age group whose viewing is hard to foretell (the sample has them)
  --json        prints what is in the folder as JSON: rows, planted dirt, pairs
`;

/** @returns the exit status: 0, or 2 for wrong usage */
export async function main(args: string[]): Promise<number> {
  let request: ReturnType<typeof readArguments>;
  try {
    request = readArguments(args);
  } catch (thrown) {
    process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n\n${HELP}`);
    return 2;
  }
  if (request.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const started = performance.now();
  if (request.nextWeek) {
    const { rows } = await generateNextWeek(request.options, request.out);
    process.stderr.write(`${request.out}: ${rows} events of the week after\n`);
    return 0;
  }
  const manifest = await generateFolder(request.options, request.out);
  if (request.json) process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stderr.write(
    `${request.out}: ${manifest.allProfiles} profiles, ${manifest.allAlbums} albums, ${manifest.events} events, ` +
      `${manifest.pairs} different pairs, in ${seconds} s\n`,
  );
  return 0;
}

function readArguments(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      sample: { type: 'boolean', default: false },
      contest: { type: 'boolean', default: false },
      profiles: { type: 'string' },
      items: { type: 'string' },
      events: { type: 'string' },
      seed: { type: 'string' },
      dirt: { type: 'string' },
      'next-week': { type: 'boolean', default: false },
      oddities: { type: 'boolean', default: false },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const base = values.contest ? CONTEST : SAMPLE;
  const dirt = DIRT_LEVELS.find((level) => level === (values.dirt ?? base.dirt));
  if (!dirt) throw new Error(`--dirt is one of ${DIRT_LEVELS.join(', ')}, not ${values.dirt}.`);
  const options: GeneratorOptions = {
    seed: wholeNumber('seed', values.seed, base.seed, 0),
    profiles: wholeNumber('profiles', values.profiles, base.profiles, 1),
    items: wholeNumber('items', values.items, base.items, 1),
    events: wholeNumber('events', values.events, base.events, 1),
    dirt,
    ...(values.sample || values.oddities ? { oddities: true } : {}),
  };
  const sample = values['next-week'] ? 'resources/sample-next-week' : 'resources/sample';
  const out = values.out ?? (values.sample ? sample : undefined);
  if (!out && !values.help) throw new Error('Say where the folder goes: --out FOLDER (or --sample).');
  return { options, out: out ?? '', json: values.json, nextWeek: values['next-week'], help: values.help };
}

function wholeNumber(name: string, text: string | undefined, fallback: number, minimum: number): number {
  const value = text === undefined ? fallback : Number(text);
  if (!Number.isInteger(value) || value < minimum || value > 50_000_000)
    throw new Error(`--${name} is a whole number from ${minimum} to 50000000, not ${text}.`);
  return value;
}
