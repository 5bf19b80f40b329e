/** watch_e_data, buy_data and search_data: further records of the history's events. */
import { RandomStream } from '../../../src/engine/model/random';
import type { Dirt } from '../dirt';
import { markSome } from '../world/draws';
import { BOUGHT, CONTINUED, SEARCHED } from '../world/viewing';
import type { World } from '../world/world';
import { canBeLate, noDirt, type EventDirt } from './history';
import { logTime, type FileName } from './schema';
import { csvLine, type Field } from './table-form';
import { writeTable } from './table-file';

export interface OtherEvents {
  readonly file: FileName;
  /** Whether an event of the history has a row here. */
  readonly has: (world: World, event: number) => boolean;
  readonly time: (world: World, event: number) => number;
  readonly target: string;
  /** The fields after album_id. */
  readonly rest: (world: World, event: number) => Field[];
}

const seriesAt = ({ catalogue, viewing }: World, event: number) =>
  catalogue.series[catalogue.seriesOf[viewing.album[event]!]!]!;

const watchedSeconds = (world: World, event: number) =>
  Math.round((seriesAt(world, event).minutes * 60 * world.viewing.watched[event]!) / 100);

export const OTHER_EVENTS: readonly OtherEvents[] = [
  {
    file: 'watch_e_data.csv',
    has: ({ viewing }, event) => viewing.watched[event]! > 0,
    time: (world, event) => world.viewing.time[event]! + watchedSeconds(world, event),
    target: 'IFSUC0010',
    rest: (world, event) => [
      watchedSeconds(world, event),
      seriesAt(world, event).minutes * 60,
      world.viewing.flags[event]! & CONTINUED ? 'Y' : 'N',
    ],
  },
  {
    file: 'buy_data.csv',
    has: ({ viewing }, event) => (viewing.flags[event]! & BOUGHT) > 0,
    time: ({ viewing }, event) => viewing.time[event]! - 2,
    target: 'IFSUC0020',
    rest: (world, event) => [seriesAt(world, event).price],
  },
  {
    file: 'search_data.csv',
    has: ({ viewing }, event) => (viewing.flags[event]! & SEARCHED) > 0,
    time: ({ viewing }, event) => viewing.time[event]! - 4,
    target: 'IFSUC0030',
    rest: () => [],
  },
];

export async function writeOtherEvents(
  folder: string,
  world: World,
  seed: number,
  dirt: Dirt,
  table: OtherEvents,
): Promise<{ rows: number; planted: EventDirt }> {
  const { viewing, catalogue, profiles } = world;
  const random = new RandomStream(seed, `dirt/${table.file}`);
  const planted = noDirt();
  const isWatching = table.file === 'watch_e_data.csv';
  const isDecimal = table.file === 'buy_data.csv' && dirt.decimalIds;
  const events = viewing.time.length;
  const present = (event: number) => table.has(world, event);
  // Only in the file of watching: the other two have other dirt, and stay readable.
  const share = isWatching ? events : 0;
  const late = markSome(random, events, Math.round(0.3 * share * dirt.lateSeconds), (event) => {
    return present(event) && canBeLate(table.time(world, event));
  });
  const copied = markSome(random, events, Math.round(0.3 * share * dirt.duplicates), present);
  let rows = 0;

  const options = dirt.files[table.file] ?? {};
  await writeTable(folder, table.file, options, (add) => {
    for (let event = 0; event < events; event++) {
      if (!present(event)) continue;
      const end = isDecimal ? '.0' : '';
      const line = csvLine([
        `${profiles[viewing.profile[event]!]!.id}${end}`,
        viewing.session[event]!,
        logTime(table.time(world, event), late[event] ? 60 : 0),
        table.target,
        `${catalogue.ids[viewing.album[event]!]!}${end}`,
        ...table.rest(world, event),
      ]);
      for (let copy = 0; copy <= copied[event]!; copy++, rows++) add(line);
      planted.lateSeconds += late[event]!;
      planted.duplicates += copied[event]!;
      if (isDecimal) planted.decimalIds++;
    }
  });
  if (options.cutLastRow && rows > 0) planted.cutRows = 1;
  return { rows, planted };
}
