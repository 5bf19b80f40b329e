/** What is said of clusters, and of units that are done there. */
import type { Templates } from '../../../shared/words/templates';

export const CLUSTER_WORDS = {
  'clusters.title': { en: 'Clusters', ko: '클러스터' },
  'clusters.help': {
    en: 'Other computers, reached through Ray, that train, verify and make lists for this one. Work goes there only while one is chosen under “Where to do it”, and only after you have agreed to what is sent.',
    ko: 'Ray로 연결해 학습, 검증, 추천 목록 만들기를 대신 맡기는 다른 컴퓨터입니다. ‘작업할 곳’에서 클러스터를 고르고 보낼 내용에 동의한 뒤에만 작업을 보냅니다.',
  },
  'clusters.none': {
    en: 'None. Nothing is ever sent to another computer.',
    ko: '없음. 다른 컴퓨터로는 아무것도 보내지 않습니다.',
  },
  'clusters.address': { en: 'Address', ko: '주소' },
  'clusters.addressHelp': {
    en: 'Of Ray’s dashboard, such as https://ray.example.org or http://127.0.0.1:8265.',
    ko: 'Ray 대시보드 주소. 예: https://ray.example.org, http://127.0.0.1:8265.',
  },
  'clusters.name': { en: 'Name', ko: '이름' },
  'clusters.token': { en: 'Token', ko: '토큰' },
  'clusters.tokenHelp': { en: 'Saved in a file that only you can read.', ko: '본인만 읽을 수 있는 파일에 저장됩니다.' },
  'clusters.noToken': {
    en: 'none: anyone who reaches the address can run programs on the cluster',
    ko: '없음: 이 주소에 접속할 수 있으면 누구나 클러스터에서 프로그램을 실행할 수 있습니다',
  },
  'clusters.hasToken': { en: 'saved', ko: '저장됨' },
  'clusters.command': { en: 'Command on its nodes', ko: '노드에서 실행할 명령' },
  'clusters.commandHelp': {
    en: 'How Shelfwise is started there. Leave it empty where “shelfwise” is on the path of the nodes.',
    ko: '노드에서 Shelfwise를 시작하는 방법입니다. 노드의 경로에 ‘shelfwise’가 있으면 비워 두세요.',
  },
  'clusters.plain': { en: 'Accept an address that is not encrypted', ko: '암호화되지 않은 주소 허용' },
  'clusters.plainHelp': {
    en: 'Others on the network can then read what is sent, histories and token too.',
    ko: '네트워크의 다른 사람이 보내는 내용을 읽을 수 있습니다. 시청 이력과 토큰도 마찬가지입니다.',
  },
  'clusters.agreed': { en: 'May be sent there', ko: '보내도 되는 데이터 세트' },
  'clusters.agreedSets': { en: '{count} data {count|set|sets}', ko: '데이터 세트 {count}개' },
  'clusters.add': { en: 'Add cluster', ko: '클러스터 추가' },
  'clusters.needs': { en: 'Fill in an address and a name.', ko: '주소와 이름을 적으세요.' },
  'clusters.test': { en: 'Test', ko: '연결 확인' },
  'clusters.remove': { en: 'Remove', ko: '제거' },
  'clusters.removeQuestion': { en: 'Remove the cluster {name}?', ko: '클러스터 {name}을(를) 제거할까요?' },
  'clusters.removeConsequences': {
    en: 'Its address and token are deleted here. What it has received stays there.',
    ko: '주소와 토큰을 이 컴퓨터에서 지웁니다. 클러스터가 받은 내용은 그곳에 남습니다.',
  },
  'clusters.answers': { en: '{cores} on {nodes}, Ray {ray}', ko: '{nodes}, {cores}, Ray {ray}' },
  'clusters.cores': { en: '{count} {count|core|cores}', ko: '코어 {count}개' },
  'clusters.nodes': { en: '{count} {count|node|nodes}', ko: '노드 {count}개' },
  'clusters.atWork': {
    en: '{count} {count|piece|pieces} of work of Shelfwise {count|runs|run} there.',
    ko: 'Shelfwise 작업 {count}개가 그곳에서 실행 중입니다.',
  },
  'clusters.idle': { en: 'Nothing of Shelfwise runs there.', ko: '그곳에서 실행 중인 Shelfwise 작업이 없습니다.' },
  'clusters.away': { en: 'The cluster does not answer', ko: '클러스터가 응답하지 않습니다' },
  'clusters.awayAdvice': {
    en: 'Check the address, that the cluster is up, and the tunnel to it if there is one.',
    ko: '주소가 맞는지, 클러스터가 켜져 있는지, 터널을 쓴다면 터널이 열려 있는지 확인하세요.',
  },
  'clusters.asking': { en: 'Asking the cluster', ko: '클러스터에 확인하는 중' },
  'clusters.on': { en: 'Where to do it', ko: '작업할 곳' },
  'clusters.here': { en: 'This computer', ko: '이 컴퓨터' },
  'clusters.sending.whose': {
    en: 'The data set {dataset} is sent to {address} ({size}): what {profiles} children watched and when, their attributes, the titles, and rows that were repaired or rejected. The settings go too and, to verify or to make lists, the model itself.',
    ko: '{dataset} 데이터 세트({size})를 {address}(으)로 보냅니다. 아이 {profiles}명의 시청 이력과 속성, 작품, 수정되거나 제외된 행이 들어 있습니다. 설정도 보내며, 검증하거나 추천 목록을 만들 때는 모델도 보냅니다.',
  },
  'clusters.sending.there': {
    en: 'The cluster at {address} reads the data set {dataset} where you put it: what {profiles} children watched and when, and their attributes. The settings are sent and, to verify or to make lists, the model itself.',
    ko: '미리 올려 둔 {dataset} 데이터 세트에서 아이 {profiles}명의 시청 이력과 속성을 {address}의 클러스터가 읽습니다. 설정을 보내며, 검증하거나 추천 목록을 만들 때는 모델도 보냅니다.',
  },
  'clusters.sending.pseudonyms': { en: 'IDs of children are pseudonyms.', ko: '아이 ID는 가명입니다.' },
  'clusters.sending.ids': {
    en: 'IDs of children are those of your files.',
    ko: '아이 ID는 원본 파일의 ID 그대로입니다.',
  },
  'clusters.sending.whoReads': {
    en: 'The people who run that cluster can read them, and forgetting a child here does not delete what is there.',
    ko: '클러스터를 운영하는 사람이 읽을 수 있으며, 여기서 아이 정보를 완전히 삭제해도 그곳에 있는 내용은 지워지지 않습니다.',
  },
  'clusters.sending.open': {
    en: 'That address is not encrypted: others can read what is sent on its way.',
    ko: '암호화되지 않은 주소입니다. 보내는 내용을 중간에서 다른 사람이 읽을 수 있습니다.',
  },
  'clusters.units.title': { en: 'At work there for this workspace', ko: '이 작업 공간에서 맡긴 작업' },
  'clusters.units.help': {
    en: 'If you stop one, the others continue. The work that it is part of ends as stopped; start that again to go on with what is left.',
    ko: '하나를 중지해도 나머지는 계속됩니다. 이 작업이 속한 전체 작업은 ‘중지됨’으로 표시됩니다. 그 작업을 다시 시작하면 남은 부분을 이어서 합니다.',
  },
  'clusters.units.waiting': { en: 'waiting', ko: '대기 중' },
  'clusters.units.running': { en: 'running on {node}', ko: '{node}에서 실행 중' },
  'clusters.units.train': { en: 'Training {name}, seed {seed}', ko: '{name} 학습, 재현 번호 {seed}' },
  'clusters.units.trainNamed': { en: 'Training {name}', ko: '{name} 학습' },
  'clusters.units.compare': {
    en: 'Model comparison: {model}, seed {seed}',
    ko: '모델 종류 비교: {model}, 재현 번호 {seed}',
  },
  'clusters.units.verify': { en: 'Verifying {run}', ko: '{run} 검증' },
  'clusters.units.lists': { en: 'Lists of {run}, part {part}', ko: '{run} 추천 목록 {part}' },
  'clusters.listsThere': {
    en: 'The lists are made again there, in parts, and compared with those of the model before they are written.',
    ko: '추천 목록을 그곳에서 나누어 다시 만들고, 모델의 목록과 같은지 확인한 뒤 파일로 씁니다.',
  },
  'clusters.agree': { en: 'I agree that this leaves the computer', ko: '이 내용을 다른 컴퓨터로 보내는 데 동의합니다' },
  'clusters.notAgreed': { en: 'Agree to what is sent first.', ko: '먼저 보낼 내용에 동의하세요.' },
  'clusters.busy': {
    en: 'Work on this data set is on a cluster already.',
    ko: '이 데이터 세트로 하는 작업이 이미 클러스터에 있습니다.',
  },
  'clusters.stopped': {
    en: 'Stopped. Start it again to go on with what is left.',
    ko: '중지했습니다. 다시 시작하면 남은 작업을 이어서 합니다.',
  },
  'clusters.failed': { en: 'The cluster could not do it', ko: '클러스터에서 작업하지 못했습니다' },
  'cluster.unknown': {
    en: 'There is no cluster named {name}.',
    ko: '이름이 {name}인 클러스터가 없습니다.',
  },
  'cluster.none': {
    en: 'No cluster has been added yet: "cluster add ADDRESS" adds one.',
    ko: '추가한 클러스터가 없습니다. "cluster add ADDRESS" 명령으로 추가하세요.',
  },
  'cluster.no-address': {
    en: '{address} is not the address of a cluster. Give one like http://127.0.0.1:8265 or https://ray.example.org, without name, password, query or path.',
    ko: '{address}: 클러스터 주소가 아닙니다. http://127.0.0.1:8265, https://ray.example.org와 같이 이름, 비밀번호, 쿼리, 경로 없이 적으세요.',
  },
  'cluster.open-address': {
    en: 'Whatever is sent to {address} can be read on the way, histories and token too. Use https, or a tunnel to 127.0.0.1; on a network that you trust, add it with --plain.',
    ko: '{address}: 보내는 내용을 중간에서 읽을 수 있습니다. 시청 이력과 토큰도 마찬가지입니다. https나 127.0.0.1로 이어지는 터널을 사용하세요. 믿을 수 있는 네트워크라면 --plain으로 추가하세요.',
  },
  'cluster.away': {
    en: 'The cluster at {address} does not answer: {cause}.',
    ko: '{address} 클러스터가 응답하지 않습니다. 원인: {cause}.',
  },
  'cluster.between': {
    en: 'something in front of it answers {status}',
    ko: '앞단의 서버에서 {status} 응답이 왔습니다',
  },
  'cluster.no-token': {
    en: 'The cluster at {address} did not accept the token. Add it again with the right one ("cluster add ADDRESS --token-file FILE").',
    ko: '{address} 클러스터가 토큰을 받아들이지 않습니다. 올바른 토큰으로 다시 추가하세요("cluster add ADDRESS --token-file FILE").',
  },
  'cluster.answered': {
    en: 'The cluster at {address} answered {status}: {text}',
    ko: '{address} 클러스터의 응답: {status} {text}',
  },
  'cluster.not-ray': {
    en: 'What answers at {address} does not answer as Ray does: {what}.',
    ko: '{address}의 응답이 Ray의 응답과 다릅니다. {what}.',
  },
  'cluster.too-much': {
    en: 'more than {most} bytes',
    ko: '{most}바이트 초과',
  },
  'cluster.web-page': {
    en: 'a web page came, or a way to one ({status})',
    ko: '웹 페이지나 다른 주소로 넘기는 응답이 왔습니다({status})',
  },
  'cluster.long-log': {
    en: 'its job printed more than can be read',
    ko: '작업이 남긴 출력이 너무 길어 읽을 수 없습니다',
  },
  'cluster.too-slow': {
    en: 'nothing for {seconds} seconds',
    ko: '{seconds}초 동안 응답 없음',
  },
  'cluster.not-agreed': {
    en: 'Nobody has agreed to send this data set to {cluster} ({address}) yet. The command asks; in a script, --yes agrees.',
    ko: '이 데이터를 {cluster}({address})에 보내는 데 아직 아무도 동의하지 않았습니다. 명령을 실행하면 물어보며, 스크립트에서는 --yes로 동의합니다.',
  },
  'cluster.other-address': {
    en: '{cluster} now has the address {address}, not {shown}, so nothing may be sent there yet. Read what is sent to the new address, and agree to that.',
    ko: '{cluster}의 주소가 그사이 {shown}에서 {address}(으)로 바뀌어 아직 보낼 수 없습니다. 새 주소로 보내는 내용을 읽고 동의하세요.',
  },
  'cluster.no-cores': {
    en: 'The cluster has no node with a whole core for this work.',
    ko: '클러스터에 이 작업에 쓸 코어가 있는 노드가 없습니다.',
  },
  'cluster.no-memory': {
    en: 'One piece of this work takes about {needed} MB, and the largest node of the cluster has {most} MB.',
    ko: '작업 하나에 메모리가 약 {needed}MB 필요한데 클러스터에서 가장 큰 노드는 {most}MB입니다.',
  },
  'cluster.large-package': {
    en: 'What is to be sent has {bytes} bytes, and Ray takes {most} at a time. Put the data set into a folder that all nodes share, or on S3-compatible storage ("cluster add ADDRESS --folder FOLDER", "--url s3://…").',
    ko: '보낼 내용이 {bytes}바이트인데 Ray는 한 번에 {most}바이트까지 받습니다. 모든 노드가 함께 쓰는 폴더나 S3 호환 저장소에 데이터를 두세요("cluster add ADDRESS --folder FOLDER", "--url s3://…").',
  },
  'cluster.job-stopped': {
    en: 'The job on {cluster} was stopped. The same command goes on with what is left.',
    ko: '{cluster}에서 누군가 작업을 중지했습니다. 같은 명령을 다시 실행하면 남은 작업을 이어서 합니다.',
  },
  'cluster.job-ended': {
    en: 'The job on {cluster} ended before all was done, several times. The last it said: {cause}',
    ko: '{cluster}의 작업이 모두 마치기 전에 여러 번 끝났습니다. 마지막 메시지: {cause}',
  },
  'cluster.refused-result': {
    en: 'What came back from {cluster} was not taken: {cause}. The same command asks for it again.',
    ko: '{cluster}에서 온 결과를 받지 않았습니다. 원인: {cause}. 같은 명령을 다시 실행하면 새로 요청합니다.',
  },
  'cluster.other-unit': { en: 'it answers something that was not asked', ko: '요청하지 않은 것에 대한 답입니다' },
  'cluster.garbled': {
    en: 'its answer is not as Shelfwise gives it ({problem})',
    ko: '답의 형식이 Shelfwise의 것과 다릅니다({problem})',
  },
  'cluster.no-cause': {
    en: 'it was not done, and nothing says why',
    ko: '완료하지 못했지만 이유를 알려 주지 않았습니다',
  },
  'cluster.no-result': { en: 'there is no file with it', ko: '결과 파일이 없습니다' },
  'cluster.other-bytes': {
    en: '{file} does not have the bytes that were announced',
    ko: '{file}의 내용이 알려 온 것과 다릅니다',
  },
  'cluster.more-bytes': {
    en: '{file} has more than the {bytes} bytes that were announced',
    ko: '{file}이(가) 알려 온 {bytes}바이트보다 큽니다',
  },
  'cluster.large-result': {
    en: '{file} is announced with {bytes} bytes, where such a result has at most {most}',
    ko: '{file}의 크기를 {bytes}바이트라고 알려 왔지만 이런 결과는 {most}바이트를 넘을 수 없습니다',
  },
  'cluster.lost-result': {
    en: '{cluster} no longer has what it made ({file}). It answered {status}: {text}',
    ko: '{cluster}에 결과 파일({file})이 더 이상 없습니다. 응답: {status} {text}',
  },
  'cluster.other-run': {
    en: 'it is the model {run}, not {wanted} as it was asked for',
    ko: '요청한 모델 {wanted}이(가) 아니라 {run}입니다',
  },
  'cluster.other-name': {
    en: 'the model {run} has another name, another data set name, or is based on another model than it was asked for with',
    ko: '모델 {run}의 이름, 기반 모델 또는 데이터 이름이 요청한 것과 다릅니다',
  },
  'cluster.untrained-files': {
    en: 'it holds what no training makes: {files}',
    ko: '학습에서 만들어지지 않는 파일이 들어 있습니다: {files}',
  },
  'cluster.no-whole-run': {
    en: 'it is not a whole model without its data',
    ko: '데이터를 뺀 모델 전체가 아닙니다',
  },
  'cluster.other-build': {
    en: 'another build of Shelfwise made it ({build})',
    ko: '다른 빌드의 Shelfwise에서 만들었습니다({build})',
  },
  'cluster.not-so-far': {
    en: 'the model {run} did not come as far as it was asked to',
    ko: '모델 {run}이(가) 요청한 데까지 학습되지 않았습니다',
  },
  'cluster.other-part': {
    en: 'it is not part {part} of {of} of the lists of the model {run}',
    ko: '모델 {run}의 추천 목록을 {of}개로 나눈 {part}번째 부분이 아닙니다',
  },
  'cluster.other-row': {
    en: 'it is not the row of {model} with the seed {seed}',
    ko: '모델 종류 비교에서 요청한 결과({model}, 재현 번호 {seed})가 아닙니다',
  },
  'cluster.other-certificate': {
    en: 'it is no certificate of the model {run} as it is here',
    ko: '이곳에 있는 모델 {run}의 검증서가 아닙니다',
  },
  'cluster.no-job': {
    en: 'No work on a cluster has the ID {job} here. It may have come to its end.',
    ko: 'ID가 {job}인 클러스터 작업이 없습니다. 이미 끝났을 수 있습니다.',
  },
  'cluster.elsewhere': {
    en: 'Another program goes on with the work {job} on a cluster. Wait for it, or stop it there.',
    ko: '다른 프로그램에서 클러스터 작업 {job}을(를) 계속하고 있습니다. 끝날 때까지 기다리거나 그 프로그램에서 중지하세요.',
  },
  'cluster.left': {
    en: 'The work {job} continues on the cluster, because this program is being closed. Open it again to stop the work.',
    ko: '프로그램이 종료되는 중이라 클러스터 작업 {job}은(는) 클러스터에서 계속됩니다. 중지하려면 프로그램을 다시 여세요.',
  },
  'cluster.not-stopped': {
    en: 'The work continues on {cluster}, because the request to stop did not arrive. {cause} When the cluster answers again, begin the same work and stop that.',
    ko: '{cluster}에 중지 요청이 전달되지 않아 작업이 그곳에서 계속됩니다. {cause} 클러스터가 다시 응답하면 같은 작업을 시작한 뒤 중지하세요.',
  },
  'cluster.no-unit': {
    en: 'On {cluster}, no unit whose ID begins with {unit} is waiting or at work. It may have come to its end.',
    ko: '{cluster}에서 대기하거나 실행 중인 작업 가운데 ID가 {unit}(으)로 시작하는 것이 없습니다. 이미 끝났을 수 있습니다.',
  },
  'cluster.several-units': {
    en: 'Several units on {cluster} have an ID that begins with {unit}. Give more of it.',
    ko: '{cluster}에 ID가 {unit}(으)로 시작하는 작업이 여러 개 있습니다. ID를 더 길게 입력하세요.',
  },
  'cluster.whole-job': {
    en: 'An earlier version of Shelfwise sent this work to {cluster}; its units can only be stopped all together. Stop all of that work, or wait for it.',
    ko: '이 작업은 이전 버전의 Shelfwise에서 {cluster}(으)로 보냈습니다. 이전 버전에서 보낸 작업은 하나만 따로 중지할 수 없습니다. 함께 보낸 작업을 모두 중지하거나 끝날 때까지 기다리세요.',
  },
  'cluster.unit-not-stopped': {
    en: '{cluster} did not say within {seconds} s that it stopped the unit {unit}. It may still do so: look again in a moment.',
    ko: '{cluster}에서 작업 {unit}을(를) 중지했다는 답이 {seconds}초 안에 오지 않았습니다. 곧 중지될 수도 있으니 잠시 후 다시 확인하세요.',
  },
  'cluster.stopped': {
    en: 'Stopped waiting for the cluster.',
    ko: '클러스터를 더 기다리지 않습니다.',
  },
  'cluster.consent-needed': {
    en: 'Nothing was sent to {cluster}: that needs your consent, and there is no terminal to ask for it. With --yes you agree to what is said above.',
    ko: '{cluster} 클러스터로 아무것도 보내지 않았습니다. 보내려면 동의가 필요한데 물어볼 터미널이 없습니다. 위 내용에 동의하면 --yes를 붙이세요.',
  },
  'cluster.nothing-sent': { en: 'Nothing was sent.', ko: '아무것도 보내지 않았습니다.' },
  'cluster.name-missing': {
    en: 'Give an address or a name: "cluster {action} ADDRESS".',
    ko: '주소나 이름을 쓰세요: "cluster {action} ADDRESS".',
  },
  'cluster.unit-missing': {
    en: 'Say which: --unit ID. "cluster units {name}" lists what is at work there.',
    ko: '--unit ID로 작업을 지정하세요. 진행 중인 작업은 "cluster units {name}" 명령이 보여 줍니다.',
  },
} as const satisfies Templates;
