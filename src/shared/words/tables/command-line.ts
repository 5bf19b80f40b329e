/** Faults in what was typed on the command line, and what stopping it means. */
import type { Templates } from '../templates';

export const COMMAND_LINE_WORDS = {
  'command-line.attribute-value': {
    en: '--of takes an attribute of titles and a value of it, such as genre=Dinosaurs, not "{typed}".',
    ko: '--of: "{typed}" 대신 genre=Dinosaurs처럼 작품의 속성과 값을 쓰세요.',
  },
  'command-line.choice': {
    en: '{input} does not take "{typed}".',
    ko: '{input}: "{typed}"은(는) 쓸 수 없는 값입니다.',
  },
  'command-line.whole-number': {
    en: '{input} takes a whole number from {minimum} to {maximum}, not "{typed}".',
    ko: '{input}: "{typed}" 대신 {minimum}부터 {maximum}까지의 정수를 쓰세요.',
  },
  'command-line.empty': {
    en: '{input} is empty. Give {value}.',
    ko: '{input}: 값이 비어 있습니다. {value} 값을 쓰세요.',
  },
  'command-line.day': {
    en: '--date takes a day such as {today}, not "{typed}".',
    ko: '--date: "{typed}" 대신 {today}처럼 날짜를 쓰세요.',
  },
  'command-line.goes-with': {
    en: '{option} goes with {other}.',
    ko: '{option} 옵션은 {other} 옵션과 함께 쓰세요.',
  },
  'command-line.needs': {
    en: '{command} needs {inputs}. For example: {example}.',
    ko: '{command}: {inputs} 값이 필요합니다. 예: {example}',
  },
  'command-line.both-accesses': {
    en: 'Give --shared or --private, not both.',
    ko: '--shared와 --private 중 하나만 쓰세요.',
  },
  'command-line.no-command': { en: 'There is no command {typed}.', ko: '{typed} 명령은 없습니다.' },
  'command-line.commands': { en: 'The commands are {names}.', ko: '쓸 수 있는 명령: {names}.' },
  'command-line.see-help': { en: 'See {command}.', ko: '{command} 명령으로 사용법을 볼 수 있습니다.' },
  'command-line.unknown-option': { en: '{command} has no option {typed}.', ko: '{command}: {typed} 옵션은 없습니다.' },
  'command-line.gone': {
    en: 'An earlier version had it. Now use "{command}".',
    ko: '이전 버전에 있던 옵션입니다. 지금은 "{command}" 명령을 쓰세요.',
  },
  'command-line.option-without-value': {
    en: '{option} needs a value: {usage}.',
    ko: '{option}: 값이 필요합니다({usage}).',
  },
  'command-line.missing-argument': { en: '{command} needs {argument}.', ko: '{command}: {argument} 값이 필요합니다.' },
  'command-line.too-many-words': {
    en: '{command} was given too many words. A value follows its option, in quotes where it holds spaces.',
    ko: '{command}: 쓴 말이 너무 많습니다. 값은 옵션 바로 뒤에 쓰고, 빈칸이 있으면 따옴표로 묶으세요.',
  },
  'command-line.too-many-words-example': {
    en: '{command} was given too many words. A value follows its option, in quotes where it holds spaces, for example: {example}.',
    ko: '{command}: 쓴 말이 너무 많습니다. 값은 옵션 바로 뒤에 쓰고, 빈칸이 있으면 따옴표로 묶으세요. 예: {example}',
  },
  'command-line.nothing-typed': { en: 'No command was given.', ko: '명령이 없습니다.' },
  'command-line.no-display': {
    en: 'There is no display for a window (neither DISPLAY nor WAYLAND_DISPLAY is set). "shelfwise web" serves the same screens to a browser, and "shelfwise --help" lists the commands.',
    ko: '창을 띄울 화면이 없습니다(DISPLAY와 WAYLAND_DISPLAY가 비어 있음). "shelfwise web"으로 같은 화면을 브라우저에서 열 수 있고, "shelfwise --help"로 명령을 볼 수 있습니다.',
  },
  'command-line.stopped': {
    en: 'Stopped, as you asked. Nothing half-done was saved.',
    ko: '요청한 대로 중지했습니다. 끝나지 않은 결과는 저장하지 않았습니다.',
  },
  'command-line.stopped-at-once': {
    en: 'Stopped at once. A training that was going on can be resumed.',
    ko: '바로 중지했습니다. 하던 학습은 이어서 할 수 있습니다.',
  },
  'command-line.stopped-at-question': {
    en: 'Stopped. Nothing was changed.',
    ko: '중지했습니다. 바뀐 것은 없습니다.',
  },
  'command-line.output-failed': {
    en: 'The output could not be written: {message}.',
    ko: '출력을 쓰지 못했습니다: {message}.',
  },
  'command-line.no-earlier-version': {
    en: 'There is no earlier version to step to.',
    ko: '돌아갈 이전 버전이 없습니다.',
  },
  'command-line.no-later-version': {
    en: 'There is no later version to step to.',
    ko: '앞으로 갈 다음 버전이 없습니다.',
  },
  'command-line.no-history': {
    en: 'No {kind} named "{name}" is or was saved with this data set.',
    ko: '이 데이터에 "{name}"이라는 이름으로 저장했던 것({kind})이 없습니다.',
  },
  'command-line.unreadable-path': {
    en: '{path} cannot be read: {message}',
    ko: '{path}: 읽을 수 없습니다. {message}',
  },
  'command-line.nothing-to-add-to': {
    en: 'There is no data set yet to add to. Import a folder first: "shelfwise import FOLDER".',
    ko: '더할 데이터가 아직 없습니다. 먼저 폴더를 가져오세요: "shelfwise import FOLDER".',
  },
  'command-line.no-such-data': {
    en: 'There is no folder {path}, and "{typed}" is no fingerprint of a data set. "shelfwise datasets" lists those.',
    ko: '{path} 폴더가 없고, "{typed}"은(는) 데이터 식별값도 아닙니다. "shelfwise datasets" 명령이 데이터 목록을 보여 줍니다.',
  },
  'command-line.file-missing': {
    en: 'The {kind} file {file} is not there.',
    ko: '{file}: {kind} 파일이 없습니다.',
  },
  'command-line.file-unreadable': {
    en: 'The {kind} file {file} cannot be read: {message}.',
    ko: '{file}: {kind} 파일을 읽을 수 없습니다. {message}.',
  },
  'command-line.file-is-none': {
    en: 'it is a folder, a pipe or a device. Name a file that holds {holds}',
    ko: '폴더, 파이프 또는 장치입니다. {holds} 파일을 지정하세요',
  },
  'command-line.file-too-large': {
    en: 'it is larger than {megabytes} MB. Name a file that holds {holds}',
    ko: '{megabytes}MB보다 큽니다. {holds} 파일을 지정하세요',
  },
  'command-line.not-json': {
    en: 'The {kind} file {file} is not JSON: {problem}.',
    ko: '{file}: {kind} 파일이 JSON이 아닙니다. {problem}.',
  },
  'command-line.mapping-does-not-fit': {
    en: 'The mapping file {file} does not fit. {problems}. See docs/data-format.md for an example of a mapping.',
    ko: '{file}: 열 지정(mapping) 파일의 형식이 맞지 않습니다. {problems}. 예는 docs/data-format.md에 있습니다.',
  },
  'command-line.recipe-is-no-object': {
    en: 'The recipe file {file} does not hold an object of knobs.',
    ko: '{file}: 레시피(recipe) 파일에 설정을 담은 객체가 없습니다.',
  },
  'command-line.in-recipe-file': { en: 'In the recipe file {file}:', ko: '{file}(레시피 파일):' },
  'command-line.knobs-explained': {
    en: '"shelfwise knobs" explains every knob.',
    ko: '모든 설정은 "shelfwise knobs" 명령으로 볼 수 있습니다.',
  },
  'command-line.no-knob': { en: 'There is no knob or group {typed}.', ko: '{typed}: 그런 설정이나 묶음이 없습니다.' },
  'command-line.no-segment': { en: 'There is no segment {name}.', ko: '{name}: 그런 세그먼트가 없습니다.' },
  'command-line.how-to-save-segment': {
    en: '"profiles --keep NAME" saves a filter as one.',
    ko: '"profiles --keep NAME" 명령이 필터를 세그먼트로 저장합니다.',
  },
  'command-line.no-tuning-or-file': {
    en: 'There is no tuning file {file}, and no tuning named "{name}" is saved with this data set.',
    ko: '{file} 파일이 없고, 이 데이터에 "{name}"이라는 조정도 저장되어 있지 않습니다.',
  },
  'command-line.no-tuning': {
    en: 'No tuning named "{name}" is saved with this data set.',
    ko: '이 데이터에 "{name}"이라는 조정이 저장되어 있지 않습니다.',
  },
  'command-line.how-to-save-tuning': {
    en: '"shelfwise tunings --help" says how to save one.',
    ko: '저장하는 방법은 "shelfwise tunings --help"에 있습니다.',
  },
  'command-line.tuning-is-no-object': {
    en: 'The tuning file {file} does not hold an object.',
    ko: '{file}: 조정(tuning) 파일에 객체가 없습니다.',
  },
  'command-line.nothing-to-tune': {
    en: 'In the tuning file {file}: there is no {name} to tune.',
    ko: '{file}(조정 파일): {name} 항목은 없습니다.',
  },
  'command-line.tuning-does-not-fit': {
    en: 'In the tuning file {file}: {problems}. "shelfwise tuning --schema" prints what it may hold.',
    ko: '{file}(조정 파일): {problems}. 쓸 수 있는 항목은 "shelfwise tuning --schema" 명령이 보여 줍니다.',
  },
} as const satisfies Templates;
