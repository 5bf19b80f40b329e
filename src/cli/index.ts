/** The entry of the command line: what the process itself needs around one command. */
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

// Standard output is for the answer alone: anything a library prints there would corrupt --json.
console.log =
  console.info =
  console.debug =
  console.warn =
  console.error =
    (...parts: unknown[]) => void streams.err.write(`${format(...parts)}\n`);
// Node 24 warns of old calls inside packages; a user can do nothing about them.
if (process.env['SHELFWISE_DEBUG'] !== '1') process.removeAllListeners('warning');
process.on('uncaughtException', (thrown) => {
  void printFailure(failureOf(thrown, false), words.includes('--json'), streams).then(end);
});

/** Ends the process, which native libraries would keep alive, once all output is written. */
async function end(status: number): Promise<void> {
  for (const stream of [streams.err, streams.out]) await stream.write('');
  process.exit(status);
}

void main(words, streams).then(end);
