/** The contents of a bundle as text. */
import type { BundleContents } from '../../../shared/contract/bundle';
import { blocks, formatFacts, wrap } from '../../../cli/layout';
import type { Terminal } from '../../../cli/terminal';
import { bytes, count, counted, minute, modelName, short } from '../../../cli/words';

const HERE: Record<BundleContents['here'], string | null> = {
  nothing: null,
  same: 'this very run is here already: opening the bundle changes nothing',
  'without-data': 'the run is here without its data, which the bundle brings',
  another: 'another run of that ID is here: the bundle will be refused',
};

export function describeBundle(terminal: Terminal, contents: BundleContents): string {
  const { dataset, withData, profiles, items, holds } = contents;
  const data = `${dataset.name} (${short(dataset.fingerprint)})`;
  return blocks(
    formatFacts(terminal, [
      ['bundle', contents.file],
      ['run', `${contents.runId}, "${modelName(contents.name)}"`],
      ['model', contents.model],
      ['trained', `${minute(contents.trainedAt)} UTC, with Shelfwise ${contents.version}`],
      [
        'data',
        withData ? `${data}: comes with it` : `${data}: not in the bundle${contents.dataHere ? ', but here' : ''}`,
      ],
      ['profiles', profiles === null ? null : `${count(profiles)}, with their histories and lists`],
      ['titles', items === null ? null : count(items)],
      [
        'size',
        `${bytes(contents.bytes)}; ${bytes(contents.unpackedBytes)} unpacked, ${counted(contents.files, 'file')}`,
      ],
      ['rules', holds.rules === 0 ? null : `${count(holds.rules)}, to be imported: opening changes no rule here`],
      ['approved', holds.approved ? 'its approvals come with it' : null],
      ['notes', holds.notes === 0 ? null : `on ${counted(holds.notes, 'profile')}; notes that are here stay`],
      ['maps', holds.maps.length === 0 ? null : holds.maps.join(', ')],
      ['here', HERE[contents.here]],
    ]),
    wrap(
      'The bundle says this of itself. Its hashes show that it is whole, not who made it: open it only if you trust where it came from.',
      terminal.width,
    ).join('\n'),
  );
}
