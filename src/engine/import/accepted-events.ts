/** Decides what the snapshot keeps of accepted events, and in which order. */
import type { CleanRows } from './clean/clean-events';
import { columnIn, markSql, weightSql } from './clean/event-columns';
import { valuesByKind } from './clean/event-kinds';
import { identifier, identifiers, joined, nothing, type Sql, sql, textOfSql } from '../storage/database/sql';
import { EVENT_ROLES } from './layouts/import-plan';
import { columnOf, following, tableOf } from './read/source-table';

/** SQL condition that an event in `before` says the same as an event of a table, as far as the snapshot keeps it. */
export const saysTheSame = (events: CleanRows): Sql =>
  joined(
    Object.entries(eventValues(events)).map(
      ([name, { value }]) => sql`before.${identifier(name)} IS NOT DISTINCT FROM ${value}`,
    ),
    sql` AND `,
  );

/** A value that the snapshot keeps of an event, computed from the columns of its file. */
interface EventValue {
  readonly value: Sql;
  /** The SQL of a value that all events share; null for one that depends on the event. */
  readonly constant: string | null;
}

const constant = (value: Sql): EventValue => ({ value, constant: textOfSql(value) });
const varying = (value: Sql): EventValue => ({ value, constant: null });

/** Y and N in either case; null for anything else. */
function flagOf(column: Sql | null): EventValue {
  return column === null
    ? constant(sql`NULL::BOOLEAN`)
    : varying(sql`CASE ${column} WHEN 'N' THEN false WHEN 'Y' THEN true WHEN 'n' THEN false WHEN 'y' THEN true END`);
}

/** A finite number, or null. */
const numberSql = (column: Sql): Sql =>
  sql`CASE WHEN abs(try_cast(${column} AS DOUBLE)) <= 1e300 THEN try_cast(${column} AS DOUBLE) END`;

/** The share of a title that was watched, from 0 to 1; null if unknown. */
function completionOf(watched: Sql | null, total: Sql | null): EventValue {
  if (watched === null || total === null) return constant(sql`NULL::FLOAT`);
  const [part, whole] = [numberSql(watched), numberSql(total)];
  // DuckDB's greatest ignores nulls: without this check, an unknown time would count as nothing watched.
  const isKnown = sql`${whole} > 0 AND ${part} IS NOT NULL`;
  return varying(sql`CASE WHEN ${isKnown} THEN least(1, greatest(0, ${part} / ${whole})) END::FLOAT`);
}

/** What the snapshot keeps of an event besides profile, item and time, by column, in the order of the columns. */
type EventColumn = 'role' | 'weight' | 'trailer' | 'continuous' | 'payment' | 'completion';

function eventValues({ table, plan }: CleanRows): Record<EventColumn, EventValue> {
  const [weight, payment] = [columnOf(table, plan.weight), columnOf(table, plan.payment)];
  return {
    role: constant(sql`${EVENT_ROLES.indexOf(plan.role)}::UTINYINT`),
    weight: weight ? varying(weightSql(weight)) : constant(sql`1::FLOAT`),
    trailer: flagOf(columnOf(table, plan.trailer)),
    continuous: flagOf(columnOf(table, plan.continuous)),
    payment: payment ? varying(numberSql(payment)) : constant(sql`NULL::DOUBLE`),
    completion: completionOf(columnOf(table, plan.watchTime), columnOf(table, plan.totalTime)),
  };
}

/** SQL of all accepted events in order, and of what they all share, which needs neither sorting nor memory. */
interface AcceptedSql {
  /** The events without the constants, each with its mark and the rowid of its row (null for an event from before). */
  readonly sorted: Sql;
  /** All columns of events.parquet, over a table with the result of `sorted`. */
  readonly columns: Sql;
  /** The role of the table that an event is from, over the same. */
  readonly role: Sql;
}

export interface AcceptedOptions {
  /** Whether the table `before` has further events. */
  readonly hasBefore: boolean;
}

/**
 * Sorts by time, profile, item, and then all else that an event says, so that tied events are equal in everything and lie beside each other. The
 * tables must have lost their rejected rows.
 */
export function acceptedEventsSql(cleaned: readonly CleanRows[], { hasBefore }: AcceptedOptions): AcceptedSql {
  const said = cleaned.map((events) => eventValues(events));
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
    // Left joins, though every event has a match: for inner joins DuckDB would hash the events instead of the IDs.
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
