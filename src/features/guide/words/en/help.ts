/** Guide, glossary, and what each screen is for. */
import { termMeanings, termNames } from '../../../../shared/guide/glossary';
import { guideTitles } from '../../../../shared/guide/guide';
import { screenPurposes } from '../../../screens';

export const help = {
  pages: guideTitles('en'),
  terms: termNames('en'),
  meanings: termMeanings('en'),
  purposes: screenPurposes('en'),
  lead: 'The guide and the glossary are part of the program and need no network.',
  guide: 'Guide',
  guideHelp: 'One page for each task.',
  all: 'All help',
  next: 'Next: {{title}}',
  missing: 'There is no such page.',
  glossary: 'Glossary',
  glossaryHelp: 'What the words on the screens mean, in English and Korean.',
  find: 'Find a term',
  clearFind: 'Clear the text',
  noTerm: 'No term has that name.',
  ofScreen: 'Help on this screen',
  keys: 'Keys',
  allKeys: 'All shortcuts',
  words: 'Terms',
  readOn: 'In the guide',
  whatNow: 'What can I do?',
  more: 'More in the help',
};
