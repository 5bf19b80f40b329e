/** What is said of clusters, and of units that are done there. */
import type { Templates } from './templates';

export const CLUSTER_SENTENCES = {
  'cluster.unknown': {
    en: 'There is no cluster named {name}.',
    ko: '이름이 {name}인 클러스터가 없습니다.',
  },
  'cluster.none': {
    en: 'No cluster has been added yet: "cluster add ADDRESS" adds one.',
    ko: '추가한 클러스터가 없습니다. "cluster add ADDRESS" 명령으로 추가하세요.',
  },
  'cluster.no-address': {
    en: '{address} is no address of a cluster. Give one like http://127.0.0.1:8265 or https://ray.example.org, without name, password, query or path.',
    ko: '{address}: 클러스터 주소가 아닙니다. http://127.0.0.1:8265, https://ray.example.org와 같이 이름, 비밀번호, 쿼리, 경로 없이 적으세요.',
  },
  'cluster.open-address': {
    en: 'Whatever is sent to {address} can be read on the way, histories and token too. Use https, or a tunnel to 127.0.0.1; on a network that you trust, add it with --plain.',
    ko: '{address}: 보내는 내용을 중간에서 읽을 수 있습니다. 시청 기록과 토큰도 마찬가지입니다. https나 127.0.0.1로 이어지는 터널을 사용하세요. 믿을 수 있는 네트워크라면 --plain으로 추가하세요.',
  },
  'cluster.away': {
    en: 'The cluster at {address} does not answer: {cause}.',
    ko: '{address} 클러스터가 응답하지 않습니다. 원인: {cause}.',
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
  'cluster.too-slow': {
    en: 'nothing for {seconds} seconds',
    ko: '{seconds}초 동안 응답 없음',
  },
  'cluster.stopped': {
    en: 'Stopped waiting for the cluster.',
    ko: '클러스터를 더 기다리지 않습니다.',
  },
} as const satisfies Templates;
