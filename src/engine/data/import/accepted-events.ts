/** What the snapshot keeps of the events that were accepted, and the order in which it keeps them. */
import { type CleanEvents, columnIn, rejectedSql, weightSql } from './clean-events';
import { EVENT_ROLES } from './plan';
import { columnOf } from './source-table';

/** Y and N, whatever their case; null for anything else. */
function flagSql(column: string | null): string {
  return column === null
    ? 'NULL::BOOLEAN'
    : `CASE ${column} WHEN 'N' THEN false WHEN 'Y' THEN true WHEN 'n' THEN false WHEN 'y' THEN true END`;
}

/** A finite number, or null. */
function numberSql(column: string | null): string {
  return column === null
    ? 'NULL::DOUBLE'
    : `CASE WHEN abs(try_cast(${column} AS DOUBLE)) <= 1e300 THEN try_cast(${column} AS DOUBLE) END`;
}

/** The share of a title that was watched, from 0 to 1; null where it cannot be told. */
function completionSql(watched: string | null, total: string | null): string {
  if (watched === null || total === null) return 'NULL::FLOAT';
  const [part, whole] = [numberSql(watched), numberSql(total)];
  return `CASE WHEN ${whole} > 0 THEN least(1, greatest(0, ${part} / ${whole})) END::FLOAT`;
}

/** What the snapshot keeps of an event besides profile, item and time: SQL by column, in the order of the columns. */
interface EventSql {
  readonly role: string;
  readonly weight: string;
  readonly trailer: string;
  readonly continuous: string;
  readonly payment: string;
  readonly completion: string;
}

function eventSql({ table, plan }: CleanEvents): EventSql {
  const weight = columnOf(table, plan.weight);
  return {
    role: `${EVENT_ROLES.indexOf(plan.role)}::UTINYINT`,
    weight: weight ? weightSql(weight) : '1::FLOAT',
    trailer: flagSql(columnOf(table, plan.trailer)),
    continuous: flagSql(columnOf(table, plan.continuous)),
    payment: numberSql(columnOf(table, plan.payment)),
    completion: completionSql(columnOf(table, plan.watchTime), columnOf(table, plan.totalTime)),
  };
}

/** SQL of all accepted events in their order, and of what is alike in all of them and need neither be sorted nor kept in memory. */
export interface AcceptedSql {
  /** The events, without the constants. */
  readonly sorted: string;
  /** All columns of events.parquet, over a table of what `sorted` answers. */
  readonly columns: string;
}

/** In order of time, profile, item, and then of all that an event says: events that tie are the same in everything. */
export function acceptedEventsSql(cleaned: readonly CleanEvents[]): AcceptedSql {
  const said = cleaned.map(eventSql);
  const names = Object.keys(said[0]!) as (keyof EventSql)[];
  const isConstant = (name: keyof EventSql): boolean =>
    said.every((sql) => sql[name] === said[0]![name]) && /^(NULL|\d+)::\w+$/.test(said[0]![name]);
  const varying = names.filter((name) => !isConstant(name));
  const events = cleaned.map(({ table, plan, found, times }, index) => {
    const { columns, data } = table;
    // Left joins, though none can fail: DuckDB would hash the events instead of the ids for inner ones.
    return `
      SELECT profiles.position AS profile, items.position AS item, (${times?.seconds ?? 'NULL'})::DOUBLE AS time
        ${varying.map((name) => `, ${said[index]![name]} AS ${name}`).join('')}
      FROM ${data} ${times?.join ?? ''}
      LEFT JOIN profile_places profiles ON profiles.text = ${columnIn(columns, plan.profile)}
      LEFT JOIN item_places items ON items.text = ${columnIn(columns, plan.item)}
      WHERE ${data}.rowid NOT IN (${rejectedSql(found)})`;
  });
  return {
    sorted: `FROM (${events.join(' UNION ALL ')}) ORDER BY ${['time', 'profile', 'item', ...varying].join(', ')}`,
    columns: `profile, item, time, ${names.map((name) => (isConstant(name) ? `${said[0]![name]} AS ${name}` : name)).join(', ')}`,
  };
}
