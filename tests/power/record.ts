/** Records the stories, in a process of its own: what holds the workspace then is gone when the recordings are tried. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { serialize } from 'node:v8';
import type { Recording } from './attempts';
import { wholeTree } from './disk';
import { placeIn } from './place';
import { layOut, Recorder } from './recorder';
import { look, STORIES } from './stories';

const [folder, target] = process.argv.slice(2) as [string, string];

async function record(story: string): Promise<Recording> {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const place = placeIn(folder);
  const { before, steps } = STORIES[story]!;
  for (const step of before) await step(place);
  const wasSeen = await look(place);
  const recorder = new Recorder(folder);
  const durable = recorder.events.length;
  await recorder.start();
  for (const together of steps) await Promise.all(together.map((step) => step(place)));
  recorder.look();
  const acknowledged = recorder.events.length;
  recorder.stop();
  const after = await look(place);
  const { events } = recorder;
  // What was recorded is what is there.
  layOut(folder, wholeTree(events));
  const again = await look(place);
  if (JSON.stringify(again) !== JSON.stringify(after))
    throw new Error(
      `The recording of ${story} is not what happened: ${JSON.stringify(again)} for ${JSON.stringify(after)}.`,
    );
  console.log(`${story}: ${events.length - durable} events after ${durable}, ${syncs(events.slice(durable))}`);
  return { story, events, durable, acknowledged, before: wasSeen, after };
}

const syncs = (events: Recording['events']): string =>
  ['file', 'folder', 'line']
    .map((kind) => `${events.filter((event) => event.kind === 'sync' && event.of === kind).length} syncs of a ${kind}`)
    .join(', ');

const recordings: Recording[] = [];
for (const story of Object.keys(STORIES)) recordings.push(await record(story));
fs.mkdirSync(path.dirname(target), { recursive: true });
fs.writeFileSync(target, serialize(recordings));
