import { blocks, formatTable, wrap } from '../../../cli/layout';
import { rulesWords } from '../../../cli/rules';
import type { Terminal } from '../../../cli/terminal';
import { count, ENGLISH } from '../../../cli/words';
import { textOf } from '../../../shared/words/sentence';
import type { MeasuredAim, MeasuredAims } from '../contract/aims';
import { aimSentence } from '../words/aim-sentence';

export function measuredText(terminal: Terminal, { aims, rules }: MeasuredAims): string {
  return blocks(
    aims.length === 0 ? 'No aim is saved with the data of this run. "shelfwise aims add" keeps one.' : null,
    ...aims.map((aim) => oneText(terminal, aim)),
    rules && `Rules: ${rulesWords(rules)}.`,
  );
}

function oneText(terminal: Terminal, { name, aim, notMeasured, groups }: MeasuredAim): string {
  const { format, t } = ENGLISH;
  const isShare = aim.kind !== 'calibrated';
  const figure = (value: number): string => (isShare ? format.percent(value) : format.score(value, 3));
  const change = (value: number): string => (isShare ? format.change(100 * value, 1) : format.change(value, 3));
  const head = [terminal.style('bold', name), ...wrap(textOf([aimSentence(aim)]), terminal.width)].join('\n');
  if (notMeasured !== null) return [head, ...wrap(t(`aims.${notMeasured}`), terminal.width)].join('\n');
  const table = formatTable(
    terminal,
    [
      { title: 'lists of' },
      { title: 'profiles', align: 'right' },
      { title: 'lists come to', align: 'right' },
      { title: 'aim', align: 'right' },
      { title: isShare ? 'away, in points' : 'away', align: 'right' },
      { title: '' },
    ],
    groups.map(({ whose, children, figure: of, isReached }) => [
      whose?.name ?? 'everybody',
      count(children),
      ...(of === null
        ? ['', '', '', 'too few to say']
        : [
            figure(of.after),
            figure(of.before),
            `${change(of.mean)} (${change(of.low)} to ${change(of.high)})`,
            isReached === true ? 'reached' : 'not reached',
          ]),
    ]),
  );
  return [head, table].join('\n');
}
