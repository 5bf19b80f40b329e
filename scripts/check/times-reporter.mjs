// A reporter of vitest: how long each test file took to load and run, longest first, and what each folder adds up to.
// Files run beside each other, so their sum is more than the time that passed.

/** @typedef {import('vitest/node').TestModule} TestModule */

export default class TimesReporter {
  /** @param {readonly TestModule[]} modules */
  onTestRunEnd(modules) {
    const files = modules
      .map((module) => ({ name: module.relativeModuleId, seconds: secondsOf(module) }))
      .sort((one, other) => other.seconds - one.seconds);
    const folders = new Map();
    for (const { name, seconds } of files) {
      const folder = name
        .split('/')
        .slice(0, name.startsWith('src/') ? 3 : 2)
        .join('/');
      folders.set(folder, (folders.get(folder) ?? 0) + seconds);
    }
    print(
      'Seconds of each test file',
      files.map(({ name, seconds }) => [name, seconds]),
    );
    print(
      'Seconds of each folder',
      [...folders].sort(([, one], [, other]) => other - one),
    );
    print('Seconds of all', [[`${files.length} files`, files.reduce((sum, { seconds }) => sum + seconds, 0)]]);
  }
}

/** @param {TestModule} module */
function secondsOf(module) {
  const { collectDuration, duration, environmentSetupDuration, setupDuration } = module.diagnostic();
  return (collectDuration + duration + environmentSetupDuration + setupDuration) / 1000;
}

function print(title, rows) {
  console.log(`\n${title}`);
  for (const [name, seconds] of rows) console.log(`${seconds.toFixed(1).padStart(8)}  ${name}`);
}
