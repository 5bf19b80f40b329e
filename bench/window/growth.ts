/**
 * How answers scale with the data: the same calls at several sizes in turn, so that each size sees the same machine.
 */
import { Sessions } from '../../src/engine/sessions/sessions';
import { openWorkspace } from '../../src/engine/storage/workspace';
import { median, type Measurement, type Subject } from './measure';
import { measurePages } from './pages';
import { measureSteering } from './steering';
import { measureTuning } from './tuning';
import { startHost, type WindowHost } from './window-host';

export interface Sized {
  /** Multiple of the contest's profiles and events. */
  readonly scale: number;
  readonly workspace: string;
  readonly subject: Omit<Subject, 'client'>;
}

/** Milliseconds of one call by size, over the wire and directly if possible. */
export interface Growth {
  readonly what: string;
  readonly scales: readonly number[];
  readonly wire: readonly number[];
  readonly direct: readonly number[] | null;
  /** e in time ~ size^e, from the smallest to the largest size. */
  readonly exponent: { readonly wire: number; readonly direct: number | null };
}

/** @param rounds for the medians; what happens once per host is left out */
export async function measureGrowth(
  sized: readonly Sized[],
  { rounds, repeats }: { rounds: number; repeats: number },
): Promise<Growth[]> {
  const hosts: WindowHost[] = [];
  const taken = new Map<string, Measurement[][]>();
  try {
    const asked = [];
    for (const { workspace: folder, subject } of sized) {
      const host = await startHost(folder);
      hosts.push(host);
      const workspace = await openWorkspace(folder);
      asked.push({ subject: { ...subject, client: host.client }, workspace, sessions: new Sessions(workspace) });
    }
    for (let round = 0; round < rounds; round++)
      for (const [place, { subject, workspace, sessions }] of asked.entries()) {
        const all = [
          ...(await measurePages(subject, sessions, repeats)),
          ...(await measureTuning(subject, sessions, repeats)),
          ...(await measureSteering(subject, workspace, sessions, repeats)),
        ];
        for (const one of all) {
          const ofScales = taken.get(one.what) ?? sized.map(() => []);
          taken.set(one.what, ofScales);
          ofScales[place]!.push(one);
        }
      }
  } finally {
    for (const host of hosts) await host.end();
  }
  const scales = sized.map(({ scale }) => scale);
  return Array.from(taken)
    .filter(([what]) => !what.startsWith('first'))
    .map(([what, ofScales]) => growthOf(what, scales, ofScales));
}

function growthOf(what: string, scales: readonly number[], ofScales: readonly (readonly Measurement[])[]): Growth {
  const wire = ofScales.map((rounds) => median(rounds.map((one) => one.median)));
  const direct = ofScales.map((rounds) => median(rounds.map((one) => one.direct ?? NaN)));
  const isThere = direct.every((time) => !Number.isNaN(time));
  const exponent = (times: readonly number[]): number =>
    Math.log(times.at(-1)! / times[0]!) / Math.log(scales.at(-1)! / scales[0]!);
  return {
    what,
    scales,
    wire,
    direct: isThere ? direct : null,
    exponent: { wire: exponent(wire), direct: isThere ? exponent(direct) : null },
  };
}

/** Rows of a table: `wire (directly)` per size, then the exponents. */
export function growthTable(rows: readonly Growth[]): string {
  const head = ['call', ...(rows[0]?.scales ?? []).map((scale) => `${scale} times`), 'exponent', 'directly'];
  const lines = rows.map(({ what, wire, direct, exponent }) => [
    what,
    ...wire.map((time, place) => (direct === null ? shown(time) : `${shown(time)} (${shown(direct[place]!)})`)),
    exponent.wire.toFixed(2),
    exponent.direct?.toFixed(2) ?? '',
  ]);
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const shown = (milliseconds: number): string => milliseconds.toFixed(milliseconds < 10 ? 1 : 0);
