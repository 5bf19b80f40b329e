/** What the snapshot keeps of the events that were accepted, and the order in which it keeps them. */
import type { CleanRows } from './clean/clean-events';
import { columnIn, markSql, weightSql } from './clean/event-columns';
import { valuesByKind } from './clean/event-kinds';
import { identifier, identifiers, joined, nothing, type Sql, sql, textOfSql } from '../storage/database/sql';
import { EARLIER_VERSION } from '../data/fingerprint';
import { EVENT_ROLES } from './layouts/plan';
import { columnOf, following, tableOf } from './read/source-table';

/** SQL of the condition that `before` has what an event of a table says, as far as the snapshot keeps it. */
export const saysTheSame = (events: CleanRows, version: number): Sql =>
  joined(
    Object.entries(eventValues(events, version)).map(
      ([name, { value }]) => sql`before.${identifier(name)} IS NOT DISTINCT FROM ${value}`,
    ),
    sql` AND `,
  );

/** What the snapshot keeps of an event, from the columns of its file. */
interface EventValue {
  readonly value: Sql;
  /** The SQL of a value that is the same for all events; null for one that depends on the event. */
  readonly constant: string | null;
}

const constant = (value: Sql): EventValue => ({ value, constant: textOfSql(value) });
const varying = (value: Sql): EventValue => ({ value, constant: null });

/** Y and N, whatever their case; null for anything else. */
function flagOf(column: Sql | null): EventValue {
  return column === null
    ? constant(sql`NULL::BOOLEAN`)
    : varying(sql`CASE ${column} WHEN 'N' THEN false WHEN 'Y' THEN true WHEN 'n' THEN false WHEN 'y' THEN true END`);
}

/** A finite number, or null. */
const numberSql = (column: Sql): Sql =>
  sql`CASE WHEN abs(try_cast(${column} AS DOUBLE)) <= 1e300 THEN try_cast(${column} AS DOUBLE) END`;

/** The share of a title that was watched, from 0 to 1; null where it is unknown. */
function completionOf(watched: Sql | null, total: Sql | null, version: number): EventValue {
  if (watched === null || total === null) return constant(sql`NULL::FLOAT`);
  const [part, whole] = [numberSql(watched), numberSql(total)];
  // DuckDB's greatest leaves nulls out: without this, nothing known would be nothing watched.
  const isKnown = version > EARLIER_VERSION ? sql`${whole} > 0 AND ${part} IS NOT NULL` : sql`${whole} > 0`;
  return varying(sql`CASE WHEN ${isKnown} THEN least(1, greatest(0, ${part} / ${whole})) END::FLOAT`);
}

/** What the snapshot keeps of an event besides profile, item and time, by column, in the order of the columns. */
type EventColumn = 'role' | 'weight' | 'trailer' | 'continuous' | 'payment' | 'completion';

function eventValues({ table, plan }: CleanRows, version: number): Record<EventColumn, EventValue> {
  const [weight, payment] = [columnOf(table, plan.weight), columnOf(table, plan.payment)];
  return {
    role: constant(sql`${EVENT_ROLES.indexOf(plan.role)}::UTINYINT`),
    weight: weight ? varying(weightSql(weight)) : constant(sql`1::FLOAT`),
    trailer: flagOf(columnOf(table, plan.trailer)),
    continuous: flagOf(columnOf(table, plan.continuous)),
    payment: payment ? varying(numberSql(payment)) : constant(sql`NULL::DOUBLE`),
    completion: completionOf(columnOf(table, plan.watchTime), columnOf(table, plan.totalTime), version),
  };
}

/** SQL of all accepted events in their order, and of what is the same in all of them and needs neither sorting nor memory. */
export interface AcceptedSql {
  /** The events without the constants, and of each its mark and the rowid of its row (null for one that was there before). */
  readonly sorted: Sql;
  /** All columns of events.parquet, over a table of what `sorted` answers. */
  readonly columns: Sql;
  /** Of the table that an event is from, over the same. */
  readonly role: Sql;
}

export interface AcceptedOptions {
  /** Of the importer's rules. */
  readonly version: number;
  /** Whether the table `before` has others. */
  readonly hasBefore: boolean;
}

/**
 * In order of time, profile, item, and then of all that an event says: events that tie are the same in everything, and equal ones lie beside each other.
 * The tables must have lost the rows that were rejected.
 */
export function acceptedEventsSql(cleaned: readonly CleanRows[], { version, hasBefore }: AcceptedOptions): AcceptedSql {
  const said = cleaned.map((events) => eventValues(events, version));
  const names = Object.keys(said[0]!) as EventColumn[];
  const isConstant = (name: EventColumn): boolean =>
    !hasBefore &&
    said[0]![name].constant !== null &&
    said.every((values) => values[name].constant === said[0]![name].constant);
  const differing = names.filter((name) => !isConstant(name));
  const events = cleaned.map(({ table, plan, times, kinds }, index) => {
    const { columns } = table;
    const own = [
      ...differing.map((name) => [name, said[index]![name].value] as const),
      ['mark', markSql(plan, columns)] as const,
    ];
    const { values, join } =
      kinds === null
        ? { values: own.map(([name, value]) => sql`${value} AS ${identifier(name)}`), join: nothing }
        : valuesByKind(table, kinds, own);
    // Left joins, though none can fail: DuckDB would hash the events instead of the IDs for inner ones.
    return sql`
      SELECT profiles.position AS profile, items.position AS item, (${times?.seconds ?? sql`NULL`})::DOUBLE AS time
        ${following(values)}, ${tableOf(table)}.rowid::UINTEGER AS row
      FROM ${tableOf(table)} ${times?.join ?? nothing}
      LEFT JOIN profile_places profiles ON profiles.text = ${columnIn(columns, plan.profile)}
      LEFT JOIN item_places items ON items.text = ${columnIn(columns, plan.item)}
      ${join}`;
  });
  if (hasBefore)
    events.push(sql`
      SELECT profiles.position AS profile, items.position AS item, time ${following(differing.map(identifier))}, mark, NULL::UINTEGER AS row
      FROM before
      LEFT JOIN profile_vocabulary profiles ON profiles.id = profile_id
      LEFT JOIN item_vocabulary items ON items.id = item_id`);
  const valueOf = (name: EventColumn): Sql => (isConstant(name) ? said[0]![name].value : identifier(name));
  const kept = names.map((name) =>
    isConstant(name) ? sql`${valueOf(name)} AS ${identifier(name)}` : identifier(name),
  );
  return {
    sorted: sql`FROM (${joined(events, sql` UNION ALL `)}) ORDER BY ${identifiers(['time', 'profile', 'item', ...differing, 'mark'])}`,
    columns: sql`profile, item, time${following(kept)}`,
    role: valueOf('role'),
  };
}
