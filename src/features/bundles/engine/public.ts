/** What other features may use of the engine side of this feature. */
export { BundleFile } from './bundle-file';
export { bundleRun } from './bundle-run';
export { DESCRIPTION, TRAINED_FILES } from './manifest';
export { openBundle } from './open-bundle';
export { portableDataset } from './portable-dataset';
export { measureSource, writeZip, type ZipSource } from './zip-write';
