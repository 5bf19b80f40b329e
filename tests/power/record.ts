/** Records the stories, in a process of its own: what holds the workspace then is gone when the recordings are tried. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { serialize } from 'node:v8';
import type { Recording } from './attempts';
import { wholeTree } from './disk';
import { placeIn } from './place';
import { layOut, Recorder } from './recorder';
import { look, type Step, STORIES } from './stories';

const [folder, target] = process.argv.slice(2) as [string, string];

/** What was there after steps that several stories begin with. */
const begun: { readonly steps: readonly Step[]; readonly tree: ReturnType<typeof wholeTree> }[] = [];

async function record(story: string): Promise<Recording> {
  fs.rmSync(folder, { recursive: true, force: true });
  const place = placeIn(folder);
  const { before, steps } = STORIES[story]!;
  const first = begun.findLast((each) => each.steps.every((step, at) => before[at] === step));
  if (first !== undefined) layOut(folder, first.tree);
  for (const step of before.slice(first?.steps.length ?? 0)) await step(place);
  const wasSeen = await look(place);
  const recorder = new Recorder(folder);
  const durable = recorder.events.length;
  if (first?.steps.length !== before.length) begun.push({ steps: before, tree: wholeTree(recorder.events) });
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
