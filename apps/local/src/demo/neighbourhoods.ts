import { OFFICERS, ORGANISATIONS, type DemoOfficer, type DemoOrganisation } from './organisations.js';
import { neighbour } from './people.js';

/** Areas whose federation stands here: slug, name, reading. */
const FEDERATIONS: readonly [area: string, name: string, kana: string][] = [
  ['kokyo', '広教', 'こうきょう'],
  ['nishiroku', '西六', 'にしろく'],
  ['chiyozaki', '千代崎', 'ちよざき'],
  ['honden', '本田', 'ほんでん'],
  ['kujo-higashi', '九条東', 'くじょうひがし'],
  ['kujo-minami', '九条南', 'くじょうみなみ'],
  ['kujo-kita', '九条北', 'くじょうきた'],
];

/** The streets of each area; every one has an association with an invented name. */
const STREETS: readonly [area: string, street: string, kana: string, count: number][] = [
  ['nishisenba', '京町堀', 'きょうまちぼり', 3],
  ['edobori', '江戸堀', 'えどぼり', 3],
  ['utsubo', '靱本町', 'うつぼほんまち', 3],
  ['meiji', '立売堀', 'いたちぼり', 3],
  ['kokyo', '阿波座', 'あわざ', 2],
  ['nishiroku', '新町', 'しんまち', 3],
  ['horie', '南堀江', 'みなみほりえ', 3],
  ['takakiya', '北堀江通', 'きたほりえどおり', 3],
  ['hiyoshi', '南堀江西', 'みなみほりえにし', 2],
  ['chiyozaki', '千代崎', 'ちよざき', 3],
  ['honden', '本田', 'ほんでん', 3],
  ['kujo-higashi', '川口', 'かわぐち', 2],
  ['kujo-minami', '九条南', 'くじょうみなみ', 3],
  ['kujo-kita', '安治川', 'あじがわ', 2],
];

const CHOME: readonly [kanji: string, kana: string][] = [
  ['一', 'いっ'],
  ['二', 'に'],
  ['三', 'さん'],
];

const federations: readonly DemoOrganisation[] = FEDERATIONS.map(([area, name, kana], index) => ({
  key: area,
  area,
  kind: 'federation',
  name: `${name}連合振興町会`,
  kana: `${kana}れんごうしんこうちょうかい`,
  phone: `06-0000-03${String(index + 1).padStart(2, '0')}`,
}));

const neighbourhoods: readonly DemoOrganisation[] = STREETS.flatMap(([area, street, kana, count], row) =>
  CHOME.slice(0, count).map(([number, numberKana], index) => ({
    key: `${area}-${index + 1}`,
    area,
    kind: 'neighbourhood' as const,
    name: `${street}${number}丁目町会`,
    kana: `${kana}${numberKana}ちょうめちょうかい`,
    phone: `06-0000-04${String(row * 3 + index + 1).padStart(2, '0')}`,
  })),
);

const fillers = [...federations, ...neighbourhoods];

const chairs: readonly DemoOfficer[] = fillers.map((organisation, index) => {
  const { name, kana } = neighbour(800 + index);
  return {
    key: `${organisation.key}-chair`,
    organisation: organisation.key,
    role: 'leader',
    title: organisation.kind === 'federation' ? '会長' : '町会長',
    name,
    kana,
    email: `${organisation.key}@example.jp`,
  };
});

/** Everybody who organises something: 14 areas with their federations and some forty 町会. */
export const WARD_ORGANISATIONS: readonly DemoOrganisation[] = [...ORGANISATIONS, ...fillers];

/** Their officers; those whose addresses `npm start` prints come first. */
export const WARD_OFFICERS: readonly DemoOfficer[] = [...OFFICERS, ...chairs];
