import type { WhyNot, WhyNotChange } from '../contract/why-not';
import { defineCommand } from '../../../cli/command';
import { blocks, wrap } from '../../../cli/layout';
import { describeStandIn } from './stand-in';
import type { Terminal } from '../../../cli/terminal';
import { TITLE_QUESTION_INPUTS, titleQuestion } from './title-question';
import { singleLine } from '../../../cli/width';
import { count, counted, decimals, list } from '../../../cli/words';

const names = (titles: WhyNotChange['added']): string => list(titles.map(({ item, title }) => title ?? item));

function changeWords({ added, removed, attributes, rank, stay }: WhyNotChange, places: number): string {
  const conditions = [
    ...(added.length > 0 ? [`had watched ${names(added)}`] : []),
    ...(removed.length > 0 ? [`had not watched ${names(removed)}`] : []),
    ...attributes.map(({ name, before, value }) => `had ${name} ${value ?? 'unknown'}, not ${before ?? 'unknown'}`),
  ];
  return singleLine(
    `If the profile ${list(conditions)}: rank ${rank}. ${stay} of the ${places} titles of its list would stay.`,
  );
}

/** What the rules have to do with it, and the smallest changes of them. */
function underRulesText({ underRules, places }: WhyNot, terminal: Terminal): string | null {
  if (underRules === null) return null;
  const { rank, outBy, changes, tried } = underRules;
  if (rank !== null) return `Under the rules it is in the list, at rank ${rank}.`;
  const by = outBy === null ? [] : [`The rule ${outBy.id} (${singleLine(outBy.name)}) keeps it out.`];
  const ways = changes.map(({ off, up, rank: then, stay }) => {
    const what =
      up === null ? `Without the rule ${list(off.map(({ id }) => id))}` : `Moved up by ${counted(up, 'place')}`;
    return `${what}: rank ${then}. ${stay} of the ${places} titles of its list under the rules would stay.`;
  });
  const none = `No change of the rules that was tried brings it in: ${counted(tried, 'change')}.`;
  return [...by, ...(ways.length === 0 ? [none] : ways)].flatMap((text) => wrap(text, terminal.width)).join('\n');
}

function describeWhyNot(terminal: Terminal, told: WhyNot): string {
  const title = terminal.style('bold', singleLine(told.title ?? told.item));
  const lines = (text: string): string => wrap(text, terminal.width).join('\n');
  switch (told.reason) {
    case 'not-learned':
      if (told.standIn !== null) return describeStandIn(terminal, told.standIn);
      return `${title} has no score: the run was trained without it.`;
    case 'watched':
      return `${title} is left out because profile ${told.profile} has watched it.`;
    case 'listed':
      return `${title} is in the list of profile ${told.profile}, at rank ${told.rank}${told.underRules?.rank == null ? '' : `, under the rules at rank ${told.underRules.rank}`}. "explain" says why.`;
    case 'ruled-out':
      return blocks(
        `${title} would be at rank ${told.rank} for profile ${told.profile}, but for the rules.`,
        underRulesText(told, terminal),
      );
    case 'outranked':
  }
  const tried = counted(told.tried, 'change');
  return blocks(
    `${title}: rank ${count(told.rank!)} for profile ${told.profile}, whose list has ${told.places} places`,
    `Its score is ${decimals(told.score, 3)}; the last place has ${decimals(told.needed, 3)}.`,
    told.change === null
      ? lines(`Nothing that was tried brings it in: ${tried}, one thing at a time and the nearest two at a time.`)
      : [told.change, ...told.others].map((change) => lines(changeWords(change, told.places))).join('\n'),
    underRulesText(told, terminal),
    told.change === null ? null : terminal.style('dim', `The smallest of ${tried} that were tried comes first.`),
  );
}

export default defineCommand({
  name: 'why-not',
  group: 'Look at profiles, titles and lists',
  summary: 'Say why a title is not in the list of a profile, and what would bring it in',
  inputs: TITLE_QUESTION_INPUTS,
  examples: [
    'why-not --run rrt9psbyug --profile 196 --title 50',
    'why-not --run rrt9psbyug --profile 196 --title 50 --rules none',
  ],
  details: () =>
    [
      'What would bring it in is found by trying: a title added to the history, the most similar first; an attribute changed or filled in; a title',
      'taken out of the history; and where none of these is enough, the nearest two together. Each is scored, and its rank is that of its list.',
      'With --rules, a title that is out because of a rule is told as such, and the smallest change of the rules is sought: rules switched off, or the',
      'title moved up. Rules are applied to the list as trained.',
      'Of a title that nobody has watched it is told what it stands in for, and what would give it one of the places for new titles.',
      'A change that was not tried may be smaller. With --json, "tuning" of a change is what recommend --tune takes.',
    ].join('\n'),
  async run(context, typed) {
    const client = await context.client();
    const told = await client.profiles.whyNot(await titleQuestion(context, typed));
    return { json: told, text: (terminal) => describeWhyNot(terminal, told) };
  },
});
