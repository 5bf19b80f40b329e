/** Entry of the command line: sets up the process around one command. */
import { failureOf } from './failure';
import { main, printFailure } from './main';
import { format } from 'node:util';
import { outputTo } from './output';
import { terminalOf } from './terminal';

const words = process.argv.slice(2);
const streams = {
  out: outputTo(process.stdout, terminalOf(process.stdout).colours),
  err: outputTo(process.stderr, terminalOf(process.stderr).colours),
};

// Standard output is for the result alone: library output there would corrupt --json.
console.log =
  console.info =
  console.debug =
  console.warn =
  console.error =
    (...parts: unknown[]) => void streams.err.write(`${format(...parts)}\n`);
// Hides Node 24's warnings about deprecated calls in packages, which a user cannot fix.
if (process.env['SHELFWISE_DEBUG'] !== '1') process.removeAllListeners('warning');
process.on('uncaughtException', (thrown) => {
  void printFailure(failureOf(thrown, false), words.includes('--json'), streams).then(end);
});

/** Ends the process, which native libraries would keep alive, after all output is written. */
async function end(status: number): Promise<void> {
  for (const stream of [streams.err, streams.out]) await stream.write('');
  process.exit(status);
}

void main(words, streams).then(end);
