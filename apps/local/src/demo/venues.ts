import type { INestApplicationContext } from '@nestjs/common';
import { Areas } from '@yoriai/associations';
import { Venues, type VenueRequest } from '@yoriai/events';
import { Db } from '@yoriai/platform';
import type { Cast } from './demo-ward.js';

/** `area`: invented for most; null: of the whole ward. */
type Place = readonly [name: string, kana: string, capacity: number | null, area: string | null];

/** Parks of the ward with the people they hold as gathering places (ward page of 2023-06). */
const PARKS: readonly Place[] = [
  ['靱公園', 'うつぼこうえん', 52_000, null],
  ['西船場公園', 'にしせんばこうえん', 5_240, 'nishisenba'],
  ['花乃井公園', 'はなのいこうえん', 4_890, 'edobori'],
  ['江戸堀公園', 'えどぼりこうえん', 2_640, 'edobori'],
  ['新阿波座公園', 'しんあわざこうえん', 2_260, 'kokyo'],
  ['阿波座南公園', 'あわざみなみこうえん', 5_170, 'kokyo'],
  ['薩摩堀公園', 'さつまぼりこうえん', 2_020, 'meiji'],
  ['島津公園', 'しまづこうえん', 4_730, 'utsubo'],
  ['立売堀公園', 'いたちぼりこうえん', 1_850, 'meiji'],
  ['新町北公園', 'しんまちきたこうえん', 5_690, 'nishiroku'],
  ['新町南公園', 'しんまちみなみこうえん', 3_330, 'nishiroku'],
  ['新町西公園', 'しんまちにしこうえん', 2_310, 'nishiroku'],
  ['西長堀公園', 'にしながほりこうえん', 2_060, 'takakiya'],
  ['阿弥陀池公園', 'あみだいけこうえん', 3_350, 'takakiya'],
  ['土佐公園', 'とさこうえん', 9_230, 'takakiya'],
  ['堀江公園', 'ほりえこうえん', 5_260, 'horie'],
  ['高台橋公園', 'たかきやばしこうえん', 3_490, 'takakiya'],
  ['南堀江公園', 'みなみほりえこうえん', 4_770, 'horie'],
  ['日吉公園', 'ひよしこうえん', 5_810, 'hiyoshi'],
  ['松島公園', 'まつしまこうえん', 35_260, 'chiyozaki'],
  ['本田公園', 'ほんでんこうえん', 1_880, 'honden'],
  ['九条東公園', 'くじょうひがしこうえん', null, 'kujo-higashi'],
];

/** What is used by itself within a park. */
const PARTS: readonly (readonly [park: string, part: string, kana: string])[] = [
  ['靱公園', 'バラ園', 'うつぼこうえんばらえん'],
  ['靱公園', 'センターコート前', 'うつぼこうえんせんたーこーとまえ'],
];

/** Schools with the people they hold as shelters (ward page of 2023-06). */
const SCHOOLS: readonly Place[] = [
  ['西船場小学校', 'にしせんばしょうがっこう', 857, 'nishisenba'],
  ['花乃井中学校', 'はなのいちゅうがっこう', 741, 'edobori'],
  ['明治小学校', 'めいじしょうがっこう', 1_187, 'meiji'],
  ['堀江小学校', 'ほりえしょうがっこう', 1_038, 'horie'],
  ['堀江中学校', 'ほりえちゅうがっこう', 1_372, 'takakiya'],
  ['日吉小学校', 'ひよししょうがっこう', 995, 'hiyoshi'],
  ['西中学校', 'にしちゅうがっこう', 901, 'chiyozaki'],
  ['本田小学校', 'ほんでんしょうがっこう', 1_107, 'honden'],
  ['九条東小学校', 'くじょうひがししょうがっこう', 450, 'kujo-higashi'],
  ['九条南小学校', 'くじょうみなみしょうがっこう', 521, 'kujo-minami'],
  ['九条北小学校', 'くじょうきたしょうがっこう', 467, 'kujo-kita'],
];

/** A hall and the meeting room of a condominium; there are no such houses. */
const ROOMS: readonly (readonly [name: string, kana: string, capacity: number, kind: 'hall' | 'condominium'])[] = [
  ['南堀江会館', 'みなみほりえかいかん', 80, 'hall'],
  ['コート立売堀集会室', 'こーといたちぼりしゅうかいしつ', 40, 'condominium'],
];

/** Wide as it is, it is no refuge from a tsunami (ward page on refuges). */
const NOT_IN_A_TSUNAMI = new Set(['靱公園']);

/** Addresses of schools (ward page on shelters). */
const ADDRESSES: Readonly<Record<string, string>> = { 西船場小学校: '江戸堀1-21-28', 明治小学校: '阿波座2-3-35', 堀江小学校: '北堀江3-2-16', 日吉小学校: '南堀江4-9-19', 本田小学校: '川口1-5-19' };

type Listed = Omit<VenueRequest, 'areaId'> & { readonly area?: string | null };

const VENUES: readonly Listed[] = [
  ...PARKS.map(([name, kana, capacity, area]): Listed => ({ name, kana, capacity, area, kind: 'park', refuge: area === null ? 'wide' : 'gathering', unfitFor: NOT_IN_A_TSUNAMI.has(name) ? ['tsunami'] : [] })),
  ...PARTS.map(([park, part, kana]): Listed => ({ name: `${park} ${part}`, kana, kind: 'park', partOf: park, unfitFor: NOT_IN_A_TSUNAMI.has(park) ? ['tsunami'] : [] })),
  ...SCHOOLS.map(([name, kana, capacity, area]): Listed => ({ name, kana, capacity, area, kind: 'school', refuge: 'shelter', address: ADDRESSES[name] ?? null })),
  ...ROOMS.map(([name, kana, capacity, kind]): Listed => ({ name, kana, capacity, kind })),
];

/** The places on the list that are named where an event takes place: 堀江公園・高台橋公園 are two, 靱公園 バラ園 is a part of one. */
export function venuesNamedIn(place: string): string[] {
  const names = VENUES.map(({ name }) => name);
  const [parts, words] = [place.split('・'), place.split(/[・\s]/)];
  return parts.some((each) => names.includes(each)) ? names.filter((name) => parts.includes(name)) : names.filter((name) => words.includes(name));
}

/** The ward office writes its list of places. */
export async function addVenues(demo: INestApplicationContext, { officers }: Cast): Promise<void> {
  const staff = officers.get('staff');
  if (!staff) throw new Error('The demo ward has no staff');
  const areas = new Map((await demo.get(Db).read((tx) => demo.get(Areas).all(tx))).map(({ slug, id }) => [slug, id]));
  for (const { area = null, ...venue } of VENUES) await demo.get(Venues).add(staff, { ...venue, areaId: area === null ? null : (areas.get(area) ?? null) });
}
