/** The layout of a map of made-up codes, in a process of its own: `worker POINTS`; prints JSON. */
import { createHash } from 'node:crypto';
import { clusterPlaces } from '../../src/features/map/engine/clusters';
import { layOutPoints, type LayoutPhase } from '../../src/features/map/engine/lay-out-points';
import { unitRows } from '../../src/features/map/engine/vectors';
import { RandomStream } from '../../src/engine/model/random';

/** As wide as the codes of the preset `balanced`; overlapping tastes, two per point. */
const [WIDTH, TASTES] = [256, 40];

const points = Number(process.argv[2]);
const vectors = { basis: 'codes', width: WIDTH, values: madeUpCodes() } as const;
const seconds: Partial<Record<LayoutPhase | 'clusters', number>> = {};
const before = process.resourceUsage().maxRSS;
/** Processor seconds, which do not depend on other load. */
const used = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
let last = used();
const note = (phase: LayoutPhase | 'clusters'): void => {
  const now = used();
  seconds[phase] = (seconds[phase] ?? 0) + now - last;
  last = now;
};
const { places, laidOut } = await layOutPoints({
  vectors,
  seed: 1,
  name: 'profiles',
  earlier: null,
  rest: async (phase) => note(phase),
});
note('beside');
const cluster = await clusterPlaces(places, new RandomStream(1, 'bench/clusters'), async () => undefined);
note('clusters');
process.stdout.write(
  `${JSON.stringify({
    points,
    laidOut: laidOut.length,
    ...seconds,
    all: Object.values(seconds).reduce((sum, one) => sum + one, 0),
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
    ofThemForTheCodes: Math.round(before / 1024),
    node: process.version,
    sha256: createHash('sha256').update(Buffer.from(places.buffer)).update(Buffer.from(cluster.buffer)).digest('hex'),
  })}\n`,
);

function madeUpCodes(): Float32Array {
  const random = new RandomStream(1, 'bench/codes');
  const tastes = Float32Array.from({ length: TASTES * WIDTH }, () => 2 * random.uniform() - 1);
  const codes = new Float32Array(points * WIDTH);
  for (let point = 0; point < points; point++) {
    const [one, other, share] = [random.below(TASTES), random.below(TASTES), random.uniform()];
    for (let unit = 0; unit < WIDTH; unit++)
      codes[point * WIDTH + unit] =
        share * tastes[one * WIDTH + unit]! +
        (1 - share) * tastes[other * WIDTH + unit]! +
        0.8 * (random.uniform() - 0.5);
  }
  return unitRows(codes, WIDTH);
}
