/** The driver, which every plan includes: nodes need only Ray and Shelfwise. */
import type { ZipSource } from '../../bundles/engine/public';

const FILES = import.meta.glob<string>('../../../../cluster/shelfwise_ray/*.py', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const driverFiles = (): ZipSource[] =>
  Object.keys(FILES)
    .sort()
    .map((file) => ({
      name: `shelfwise_ray/${file.slice(file.lastIndexOf('/') + 1)}`,
      content: Buffer.from(FILES[file]!),
    }));

/** The command that starts it in the folder of the package. */
export const ENTRYPOINT = 'python -m shelfwise_ray plan.json';
