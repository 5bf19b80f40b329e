/** Six steps on the sample. */
export const tour = {
  title: 'Tour',
  help: 'Six steps on the sample, from opening it to the export. You can leave it at any time with Esc.',
  take: 'Take the tour',
  step: 'Tour: step {{number}} of {{of}}',
  next: 'Next',
  back: 'Back',
  done: 'Done',
  leave: 'Leave the tour',
  steps: {
    open: {
      title: 'Begin with the sample',
      body: 'A made-up service to try everything on. Nothing you do with it can go wrong. Esc leaves the tour; under Help you find it again.',
    },
    data: {
      title: 'See what was read',
      body: 'Each file and its rows. The bar shows which rows were accepted, repaired and rejected; the sample has mistakes on purpose. The top of this screen says how much there is in all.',
    },
    train: {
      title: 'Train a model',
      body: 'Choose “Start training”. On the sample it takes a minute or less; you see its curves meanwhile. Then go on.',
    },
    profiles: {
      title: 'Pick some profiles',
      body: 'Filter them, or take twenty at random with this button. Open one with a double click or Enter.',
    },
    compare: {
      title: 'Look, ask why, tune',
      body: 'Left is what the child watched, here is what is recommended. The question mark beside a title tells why; the sliders change this one list.',
    },
    export: {
      title: 'Deliver the lists',
      body: 'Writes the lists of all profiles to a file and checks them first. The same run gives the same file again at any time.',
    },
  },
};
