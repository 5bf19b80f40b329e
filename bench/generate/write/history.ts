/** history_data: every event, plus the damaged copies. */
import { RandomStream } from '../../../src/engine/model/random';
import type { Dirt } from '../dirt';
import type { GeneratorOptions } from '../options';
import { chance, markSome } from '../world/draws';
import { CONTINUED, TRAILER } from '../world/viewing';
import type { World } from '../world/world';
import { logTime } from './schema';
import { csvLine, type Field } from './table-form';
import { writeTable } from './table-file';

/** Dirt planted in a file of events, in rows. */
export interface EventDirt {
  lateSeconds: number;
  duplicates: number;
  /** Among all rows with the right number of fields. */
  emptyPayment: number;
  shortRows: number;
  longRows: number;
  impossibleDates: number;
  missingIds: number;
  decimalIds: number;
  /** 1 if the file ends in the middle of a row. */
  cutRows: number;
}

export function noDirt(): EventDirt {
  return {
    lateSeconds: 0,
    duplicates: 0,
    emptyPayment: 0,
    shortRows: 0,
    longRows: 0,
    impossibleDates: 0,
    missingIds: 0,
    decimalIds: 0,
    cutRows: 0,
  };
}

/** Rows of history_data that are not separate events. */
export function extraRows(options: GeneratorOptions, dirt: Dirt): number {
  const damaged = dirt.shortRows + dirt.longRows + dirt.impossibleDates + dirt.missingIds;
  return Math.round(options.events * dirt.duplicates) + damaged;
}

/** A time can be written with seconds of 60 to 99 only within the first 40 seconds of its minute. */
export function canBeLate(time: number): boolean {
  return time % 60 < 40;
}

/** Every other copy comes this many rows later instead of at once. */
const COPY_DELAY = 40;

export async function writeHistory(
  folder: string,
  world: World,
  options: GeneratorOptions,
  dirt: Dirt,
): Promise<{ rows: number; planted: EventDirt }> {
  const { viewing, catalogue, profiles } = world;
  const random = new RandomStream(options.seed, 'dirt/history');
  const events = viewing.time.length;
  const planted = noDirt();
  const late = markSome(random, events, Math.round(events * dirt.lateSeconds), (event) =>
    canBeLate(viewing.time[event]!),
  );
  const copied = markSome(random, events, Math.round(options.events * dirt.duplicates));
  const damage = planDamage(random, events, dirt);
  let rows = 0;

  await writeTable(folder, 'history_data.csv', dirt.files['history_data.csv'] ?? {}, (addLine) => {
    const add = (line: string) => {
      rows++;
      addLine(line);
    };
    const waiting: { due: number; line: string }[] = [];
    for (let event = 0; event < events; event++) {
      while (waiting.length > 0 && waiting[0]!.due <= event) add(waiting.shift()!.line);
      const flags = viewing.flags[event]!;
      const price = catalogue.series[catalogue.seriesOf[viewing.album[event]!]!]!.price;
      const isEmpty = price === 0 && dirt.emptyPayment > 0 && chance(random, dirt.emptyPayment);
      const fields: Field[] = [
        profiles[viewing.profile[event]!]!.id,
        viewing.session[event]!,
        logTime(viewing.time[event]!, late[event] ? 60 : 0),
        flags & CONTINUED ? 'IFSUC0002' : 'IFSUC0001',
        catalogue.ids[viewing.album[event]!]!,
        isEmpty ? '' : price,
        flags & CONTINUED ? 'Y' : 'N',
        flags & TRAILER ? 'Y' : 'N',
      ];
      const line = csvLine(fields);
      add(line);
      if (late[event]) planted.lateSeconds++;
      if (isEmpty) planted.emptyPayment++;
      if (copied[event]) {
        planted.duplicates++;
        if (isEmpty) planted.emptyPayment++;
        if (planted.duplicates % 2) add(line);
        else waiting.push({ due: event + COPY_DELAY, line });
      }
      const kind = damage.get(event);
      if (kind !== undefined) {
        planted[kind]++;
        if (isEmpty && kind !== 'shortRows' && kind !== 'longRows') planted.emptyPayment++;
        add(csvLine(DAMAGES[kind](fields)));
      }
    }
    for (const { line } of waiting) add(line);
  });
  return { rows, planted };
}

type Damage = 'shortRows' | 'longRows' | 'impossibleDates' | 'missingIds';

const DAMAGES: Record<Damage, (fields: readonly Field[]) => Field[]> = {
  shortRows: (fields) => fields.slice(0, -2),
  longRows: (fields) => [...fields, ''],
  impossibleDates: (fields) => fields.with(2, '20260231120000'),
  missingIds: (fields) => fields.with(4, ''),
};

/** Which events get a damaged copy, and how it is damaged. */
function planDamage(random: RandomStream, events: number, dirt: Dirt): Map<number, Damage> {
  const plan = new Map<number, Damage>();
  for (const kind of Object.keys(DAMAGES) as Damage[])
    for (let number = 0; number < dirt[kind];) {
      const event = random.below(events);
      if (plan.has(event)) continue;
      plan.set(event, kind);
      number++;
    }
  return plan;
}
