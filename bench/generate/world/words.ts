/**
 * The words that titles are made of. None is from a real title, brand or person; heroes have meaningless names, and
 * every Korean one ends in a vowel, so that its particles are always the same.
 */
export interface Themes {
  readonly korean: readonly string[];
  readonly english: readonly string[];
}

/** By the name of the genre. */
export const THEMES: Readonly<Record<string, Themes>> = {
  동요·율동: {
    korean: ['노래 바구니', '손뼉 상자', '자장가 기차', '리듬 놀이터', '방울 합창단', '북소리 행진'],
    english: ['Song Basket', 'Clapping Room', 'Lullaby Lane', 'Drum Parade', 'Humming Choir', 'Jingle Box'],
  },
  '그림책 동화': {
    korean: ['이야기 나무', '그림책 다락방', '달빛 책방', '이불 속 동화', '종이배 이야기', '등불 동화'],
    english: [
      'Story Attic',
      'Moonlit Bookshop',
      'Paper Boat Tales',
      'Pillow Tales',
      'Picture Garden',
      'Lantern Stories',
    ],
  },
  생활습관: {
    korean: ['양치 나라', '인사 마을', '건널목 신호등', '채소 밥상', '정리 상자', '꿈나라 약속'],
    english: [
      'Toothbrush Town',
      'Tidy Box',
      'Good Morning Street',
      'Crossing Lights',
      'Green Plate',
      'Bedtime Promise',
    ],
  },
  한글놀이: {
    korean: ['가나다 정원', '글자 기차', '낱말 우체국', '받침 계단', '한글 씨앗', '글자 수프'],
    english: ['Letter Garden', 'Word Post Office', 'Alphabet Kettle', 'Spelling Stairs', 'Letter Train', 'Word Seeds'],
  },
  영어놀이: {
    korean: ['영어 다람쥐', '파닉스 숲', '영어 버스', '헬로 우체통', '알파벳 과수원', '메아리 교실'],
    english: ['Phonics Forest', 'Hello Mailbox', 'Chatter Hill', 'Rhyme Orchard', 'Word Wagon', 'Echo Classroom'],
  },
  '수·과학 놀이': {
    korean: ['숫자 공장', '작은 실험실', '우주 정거장', '별자리 지도', '물방울 연구소', '모양 나라'],
    english: ['Number Factory', 'Bubble Laboratory', 'Star Map', 'Shape Harbour', 'Tiny Space Station', 'Magnet Hill'],
  },
  탈것: {
    korean: ['꼬마 소방서', '굴착기 언덕', '기차역 정비소', '구름 비행장', '항구 예인선', '버스 차고'],
    english: ['Little Fire House', 'Digger Hill', 'Junction Nine', 'Harbour Tugs', 'Cloud Airfield', 'Fix-It Garage'],
  },
  공룡: {
    korean: ['화석 섬', '공룡 알 숲', '백악기 마을', '초록 뿔 공룡', '발자국 계곡', '호박돌 동굴'],
    english: ['Fossil Island', 'Egg Forest', 'Footprint Valley', 'Three-Horn Hollow', 'Dino Meadow', 'Amber Cove'],
  },
  동물·자연: {
    korean: ['고슴도치 숲', '물범 바위', '딱정벌레 정원', '너구리 마을', '철새 연못', '해달 물가'],
    english: ['Hedgehog Wood', 'Seal Rock', 'Beetle Garden', 'Raccoon Row', 'Heron Pond', 'Otter Bay'],
  },
  '마법 이야기': {
    korean: ['유리 정원', '달꽃 요정', '무지개 성', '은방울 학교', '리본 마법 가게', '별사탕 궁전'],
    english: [
      'Glass Garden',
      'Moonflower Fairies',
      'Rainbow Keep',
      'Silver Bell School',
      'Ribbon Shop',
      'Sugar Star Palace',
    ],
  },
  '변신 로봇': {
    korean: ['강철 새싹단', '변신 기지', '은하 로봇단', '번개 합체단', '태엽 용사', '톱니 기사단'],
    english: ['Iron Sprout Squad', 'Gearlight Base', 'Comet Robots', 'Thunder Link', 'Clockwork Guard', 'Cog Knights'],
  },
  모험·추리: {
    korean: ['안개 섬', '비밀 지도', '그림자 탐정단', '지하 도서관', '시간의 문', '붉은 열쇠'],
    english: ['Mist Island', 'Secret Map', 'Shadow Detectives', 'Library Below', 'Door of Hours', 'Red Key'],
  },
  요리·만들기: {
    korean: ['꼬마 부엌', '종이접기 공방', '물감 연못', '반죽 가게', '단추 공장', '찰흙 놀이방'],
    english: ['Small Kitchen', 'Folding Workshop', 'Paint Pond', 'Dough Shop', 'Button Factory', 'Clay Corner'],
  },
  극장판: {
    korean: ['마지막 반딧불이', '구름 고래', '겨울 등불', '하늘 호수', '바람 언덕', '별을 줍는 밤'],
    english: [
      'Last Firefly',
      'Cloud Whale',
      'Winter Lantern',
      'Lake in the Sky',
      'Wind Hill',
      'Night of Gathered Stars',
    ],
  },
  코미디: {
    korean: ['엉뚱 교실', '옥상 급식소', '3반 소동', '골목 구조대', '거꾸로 동아리', '낮잠 연구부'],
    english: [
      'Upside-Down Class',
      'Rooftop Canteen',
      'Room Three Riot',
      'Alley Club',
      'Nap Research Club',
      'Odd Socks Academy',
    ],
  },
  다큐·체험: {
    korean: ['바다 밑 일기', '직업의 하루', '지구 반대편', '별 보는 집', '빵 굽는 새벽', '산골 학교'],
    english: [
      'Diary Under the Sea',
      'A Day at Work',
      'Other Side of the Globe',
      'House of Stars',
      'Bakers at Dawn',
      'School on the Ridge',
    ],
  },
};

const words = (text: string) => text.split('|');

export const KOREAN_HEROES = words(
  '모루나|도리보|소누라|파모리|호두미|비나루|요니보|주모니|하루디|고미누|누리보|두라미|라소니|미두라|보나리|우디보|이루모|자누리|초모리|카누미|타루니|토모누|포리나|푸누미',
);
export const ENGLISH_HEROES = words(
  'Tolliver|Wendle|Nubbin|Quillow|Tansel|Bobbet|Dapplo|Figgin|Hobbin|Jumbrel|Kettlo|Lumkin|Mossel|Nettlin|Oddlo|Pebbin|Rumbel|Sorrelo|Twiggin|Umbel|Velvo|Wicklo|Yarrin|Zumble',
);
export const KOREAN_ADJECTIVES = words(
  '반짝반짝|용감한|느긋한|씩씩한|수줍은|엉뚱한|포근한|조그만|날쌘|호기심 많은|노래하는|졸린|커다란|다정한|심술궂은|말랑말랑',
);
export const ENGLISH_ADJECTIVES = words(
  'Brave|Sleepy|Curious|Gentle|Tiny|Grumpy|Shining|Patient|Bouncy|Quiet|Clumsy|Merry|Round|Windy|Stubborn|Golden',
);
export const KOREAN_EPISODES = words(
  '잃어버린 우산|비 오는 날|첫 번째 친구|깜짝 생일|숨바꼭질|커다란 발자국|길을 잃었어요|구름 위에서|이상한 편지|거꾸로 가는 시계|한밤의 소리|다 함께 출발|감기에 걸렸어요|새로 온 이웃|보물 상자|마지막 한 조각',
);
export const ENGLISH_EPISODES = words(
  'The Lost Umbrella|A Rainy Day|The First Friend|The Surprise|Hide and Seek|Big Footprints|Which Way Home|Above the Clouds|A Strange Letter|The Backwards Clock|A Noise at Night|All Aboard|The Sneeze|New Neighbours|The Treasure Box|The Last Slice',
);
/** Characters, not people. */
export const CAST = words(
  '별님 이모|도토 삼촌|구름 선장|단추 박사|조약돌 할머니|솔방울 대장|Auntie Fern|Captain Puddle|Doctor Button|Granny Pebble|Mister Acorn|Uncle Kettle',
);
export const COUNTRIES = words('한국|한국|한국|한국|일본|영국|프랑스|미국|캐나다');
/** keyword_name of meta_data_plus; all can be written in CP949. */
export const KEYWORDS = words(
  '우정|가족|용기|모험|상상력|호기심|배려|협동|자연|음악|웃음|감동|성장|약속|안전|나눔|도전|집중력|표현력|관찰',
);
