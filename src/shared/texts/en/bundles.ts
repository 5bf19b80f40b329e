/** What is in a bundle, before it is opened. */
export const bundles = {
  question: 'Open this run bundle?',
  lead: 'This is what the bundle says about itself. Nothing has been opened yet.',
  trust:
    'Its hashes show that the file is whole, not who made it. Open it only if you trust the person or place it came from.',
  file: 'File',
  run: 'Run',
  trained: 'Trained',
  trainedWith: '{{when}}, with Shelfwise {{version}}',
  data: 'Data set',
  dataInIt: '{{name}}: comes with the bundle',
  dataHere: '{{name}}: not in the bundle, but in this workspace',
  dataMissing: '{{name}}: not in the bundle. Open its folder to see lists and to verify.',
  profiles: 'Profiles',
  profilesInIt: '{{number}}, with their histories and lists',
  titles: 'Titles',
  size: 'Size',
  sizeUnpacked: '{{packed}}; {{unpacked}} in the workspace',
  completes: 'This run is already here, but without its data. The bundle adds the data.',
  open: 'Open the bundle',
  same: 'This run is already here, exactly as in the bundle. Nothing was changed.',
};
