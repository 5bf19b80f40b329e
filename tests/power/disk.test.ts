/** The model of the disk: what each system may lose, and what it may not. */
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../src/engine/model/random';
import { type DiskEvent, drawLosses, type System, SYSTEMS, treeWithout, wholeTree } from './disk';

const text = (said: string): Uint8Array => new TextEncoder().encode(said);

/** A file that is written under a temporary name beside an older one, and renamed; which of its syncs are there is given. */
const replaced = ({ file, folder }: { file: boolean; folder: boolean }): DiskEvent[] => [
  { kind: 'folder', place: 'kept', node: 0 },
  { kind: 'file', place: 'kept/rules', node: 1 },
  { kind: 'write', node: 1, at: 0, bytes: text('old') },
  { kind: 'file', place: 'kept/rules.part', node: 2 },
  { kind: 'write', node: 2, at: 0, bytes: text('newer') },
  ...(file ? [{ kind: 'sync', node: 2, of: 'file' } as const] : []),
  { kind: 'rename', from: 'kept/rules.part', place: 'kept/rules' },
  ...(folder ? [{ kind: 'sync', node: 0, of: 'folder' } as const] : []),
];
const DURABLE = 3;

/** All that `kept/rules` may hold after a failure, over 300 seeds. */
function mayHold(events: readonly DiskEvent[], system: System): Set<string> {
  const held = Array.from({ length: 300 }, (_, seed) => {
    const losses = drawLosses(events, DURABLE, system, new RandomStream(seed, 'test'));
    const content = treeWithout(events, losses).get('kept/rules');
    return content === undefined ? 'gone' : new TextDecoder().decode(content!).replaceAll('\0', '0');
  });
  return new Set(held);
}

describe('the disk after a failure', () => {
  it('has everything where nothing was lost', () => {
    const tree = wholeTree(replaced({ file: true, folder: true }));
    expect([...tree.keys()]).toEqual(['kept', 'kept/rules']);
    expect(tree.get('kept')).toBeNull();
    expect(tree.get('kept/rules')).toEqual(text('newer'));
  });

  it.each(SYSTEMS)('of %s has what was synced, with its name', (system) => {
    expect(mayHold(replaced({ file: true, folder: true }), system)).toEqual(new Set(['newer']));
  });

  it.each(SYSTEMS)('of %s may have the old file where the folder was not synced', (system) => {
    expect(mayHold(replaced({ file: true, folder: false }), system)).toEqual(new Set(['old', 'newer']));
  });

  it.each(SYSTEMS)('of %s may have a part of a file that was not synced, under its new name', (system) => {
    const held = mayHold(replaced({ file: false, folder: true }), system);
    expect(held).toContain('newer');
    expect(held.size).toBeGreaterThan(2);
  });

  it('of NTFS alone may have zeros in place of content that was not synced', () => {
    const zeros = (system: System): boolean =>
      [...mayHold(replaced({ file: false, folder: true }), system)].some((held) => held.includes('0'));
    expect(SYSTEMS.filter(zeros)).toEqual(['ntfs']);
  });

  it('keeps what was there long before', () => {
    const events = replaced({ file: false, folder: false });
    for (const system of SYSTEMS)
      for (let seed = 0; seed < 50; seed++) {
        const losses = drawLosses(events.slice(0, 4), DURABLE, system, new RandomStream(seed, 'test'));
        expect(treeWithout(events.slice(0, 4), losses).get('kept/rules')).toEqual(text('old'));
      }
  });

  it('has nothing in a folder that is gone, and all of one that is renamed', () => {
    const events: DiskEvent[] = [
      { kind: 'folder', place: 'one', node: 0 },
      { kind: 'file', place: 'one/file', node: 1 },
      { kind: 'rename', from: 'one', place: 'two' },
    ];
    expect([...wholeTree(events).keys()]).toEqual(['two', 'two/file']);
    expect([...wholeTree([...events, { kind: 'remove', place: 'two' }]).keys()]).toEqual([]);
  });

  it('draws the same by the same seed', () => {
    const events = replaced({ file: false, folder: false });
    const draw = (): unknown => drawLosses(events, DURABLE, 'apfs', new RandomStream(7, 'test'));
    expect(draw()).toEqual(draw());
  });
});
