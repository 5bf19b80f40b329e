/** Pseudonyms instead of profile IDs. */
export const pseudonyms = {
  open: 'Open a folder with pseudonyms',
  offer: 'Shelfwise can replace profile IDs, so that this folder alone does not show who is who.',
  keyFile: 'Key file',
  titles: {
    import: 'Replace profile IDs with pseudonyms',
    again: 'This folder was opened with pseudonyms',
    export: 'Translate pseudonyms back',
  },
  leads: {
    import:
      'Shelfwise will show and store a pseudonym in place of each profile ID of {{name}}. The same key file gives the same pseudonyms every time.',
    again:
      'Choose the key file that {{name}} was opened with. Without it, the original profile IDs would come into the workspace.',
    export: 'Choose the key file that {{name}} was opened with. The exported file will hold the IDs of your own files.',
  },
  keepIt:
    'Anyone who has the key file can tell who is who. Keep it apart from the workspace and from the data, and keep a copy: without it nothing can be translated back.',
  useMine: 'Use a key file I have',
  make: 'Make a key file',
  choose: 'Choose the key file',
  ids: 'Profile IDs',
  ofFiles: 'as in your files',
  replaced: 'replaced with pseudonyms',
  originals: 'Original profile IDs',
  originalsHelp: 'When off, profiles are exported under their pseudonyms. When on, you are asked for the key file.',
  originalsShort: 'original IDs',
};
