import { describe, expect, it } from '@jest/globals';
import { LANGS, translator, type Lang } from '@yoriai/ui';
import fc from 'fast-check';
import { anEvent, FRAME } from './an-event.builder.js';
import { changesIn, compare } from './changes.js';
import { contentFrom, withPatch, type EventContent } from './content.js';
import { fieldsIn } from './merge.js';

const DUTY = anEvent().duties[0]!;
const CONTENT = contentFrom({ ...anEvent({ frames: [FRAME] }) });
const frames = (change: object): Partial<EventContent> => ({ frames: [{ ...FRAME, ...change }] });
const duties = (change: object): Partial<EventContent> => ({ duties: [{ ...DUTY, ...change }] });

/** Each field of a snapshot changed by itself, and the row that has to say so. */
const EDITS: Readonly<Record<string, readonly [Partial<EventContent>, string]>> = {
  title: [{ title: '秋のコンサート' }, 'title'],
  kana: [{ kana: 'あきのこんさーと' }, 'kana'],
  summary: [{ summary: null }, 'summary'],
  description: [{ description: '雨のときは体育館で。' }, 'description'],
  field: [{ field: 'kodomo' }, 'field'],
  category: [{ category: 'festival' }, 'category'],
  initiative: [{ initiative: 'rose-concert' }, 'initiative'],
  placeName: [{ placeName: '松島公園' }, 'placeName'],
  placeAddress: [{ placeAddress: '西区千代崎3丁目' }, 'placeAddress'],
  accessText: [{ accessText: '九条駅から歩いて5分' }, 'accessText'],
  startsAt: [{ startsAt: '2026-11-28T01:00:00.000Z' }, 'startsAt'],
  endsAt: [{ endsAt: '2026-11-29T05:00:00.000Z' }, 'startsAt'],
  rainPolicy: [{ rainPolicy: 'indoors' }, 'rainPolicy'],
  rainDecisionAt: [{ rainDecisionAt: '2026-11-28T22:00:00.000Z' }, 'rainPolicy'],
  rainDate: [{ rainDate: { startsAt: '2026-12-06T01:00:00.000Z', endsAt: '2026-12-06T04:00:00.000Z', placeName: null } }, 'rainDate'],
  rainDecider: [{ rainDecider: '実行委員長' }, 'rainDecider'],
  heatLimit: [{ heatLimit: 31 }, 'heatLimit'],
  materials: [{ materials: 'ローラー 10本' }, 'materials'],
  titleEasy: [{ titleEasy: 'ばらの 音楽会' }, 'titleEasy'],
  descriptionEasy: [{ descriptionEasy: 'ばらを 見ます。' }, 'descriptionEasy'],
  titleEn: [{ titleEn: 'Rose Concert' }, 'titleEn'],
  descriptionEn: [{ descriptionEn: 'Music among roses.' }, 'descriptionEn'],
  insurance: [{ insurance: '行事保険A' }, 'insurance'],
  budget: [{ budget: 30000 }, 'budget'],
  attendanceMode: [{ attendanceMode: 'both' }, 'attendanceMode'],
  audienceText: [{ audienceText: '小学生と保護者' }, 'audienceText'],
  visibility: [{ visibility: 'invited' }, 'visibility'],
  audience: [{ audience: 'families' }, 'audience'],
  videoUrl: [{ videoUrl: 'https://example.jp/v' }, 'videoUrl'],
  videoCaptions: [{ videoCaptions: true }, 'videoCaptions'],
  feeText: [{ feeText: '1人300円' }, 'feeText'],
  bringText: [{ bringText: '敷物' }, 'bringText'],
  careText: [{ careText: '手話通訳があります' }, 'careText'],
  contactName: [{ contactName: '副会長 田中' }, 'contactName'],
  contactPhone: [{ contactPhone: '06-0000-0002' }, 'contactPhone'],
  contactHours: [{ contactHours: '平日 9時から17時' }, 'contactHours'],
  food: [{ food: true }, 'food'],
  fire: [{ fire: true }, 'fire'],
  uses: [{ uses: ['park'] }, 'uses'],
  repeats: [{ repeats: { every: 'week', interval: 1, weekdays: [0], nth: [], until: '2027-03-31', skipHolidays: true, schoolDays: false } }, 'repeats'],
  venues: [{ venues: ['堀江公園'] }, 'venues'],
  programme: [{ programme: [{ kind: 'stage', title: '合唱', day: 0, start: '10:30', end: '11:00', place: null, performer: null, note: null }] }, 'programme'],
  'frames.name': [frames({ name: '席' }), `frame ${FRAME.id}`],
  'frames.kind': [frames({ kind: 'group' }), `frame ${FRAME.id}`],
  'frames.method': [frames({ method: 'open' }), `frame ${FRAME.id}`],
  'frames.capacity': [frames({ capacity: 100 }), `frame ${FRAME.id}`],
  'frames.opensAt': [frames({ opensAt: '2026-11-10T00:00:00.000Z' }), `frame ${FRAME.id}`],
  'frames.answersBy': [frames({ answersBy: '2026-11-20' }), `frame ${FRAME.id}`],
  'frames.closesAt': [frames({ closesAt: null }), `frame ${FRAME.id}`],
  'frames.perApplicationMax': [frames({ perApplicationMax: 2 }), `frame ${FRAME.id}`],
  'frames.companions': [frames({ companions: 'names' }), `frame ${FRAME.id}`],
  'frames.asks': [frames({ asks: { ...FRAME.asks, ages: { by: 'age', from: 60, to: null } } }), `frame ${FRAME.id}`],
  totalPlaces: [{ totalPlaces: 150 }, 'totalPlaces'],
  'frames.outsideTotal': [frames({ outsideTotal: true }), `frame ${FRAME.id}`],
  'frames.queue': [frames({ queue: 'who-fits' }), `frame ${FRAME.id}`],
  'duties.duty': [duties({ duty: '案内' }), `duty ${DUTY.key}`],
  'duties.place': [duties({ place: '正門' }), `duty ${DUTY.key}`],
  'duties.startsAt': [duties({ startsAt: '2026-11-28T00:30:00.000Z' }), `duty ${DUTY.key}`],
  'duties.endsAt': [duties({ endsAt: '2026-11-29T05:00:00.000Z' }), `duty ${DUTY.key}`],
  'duties.people': [duties({ people: 3 }), `duty ${DUTY.key}`],
  'duties.note': [duties({ note: '動きやすい服で。' }), `duty ${DUTY.key}`],
};

/** Edits of different things at once; two edits of the same list would undo one another. */
const someEdits = fc
  .subarray(Object.keys(EDITS))
  .map((names) => names.filter((name, at) => names.findIndex((each) => each.split('.')[0] === name.split('.')[0]) === at));

describe('what changed since the last decision', () => {
  it('is nothing where nothing changed', () => {
    expect(changesIn(CONTENT, structuredClone(CONTENT))).toEqual([]);
    fc.assert(
      fc.property(someEdits, (names) => {
        const content = Object.assign({}, CONTENT, ...names.map((name) => EDITS[name]![0])) as EventContent;
        expect(changesIn(content, structuredClone(content))).toEqual([]);
      }),
    );
  });

  it('knows every field of the content', () => {
    const list = (name: string, of: object): string[] => Object.keys(of).flatMap((field) => (field === 'id' || field === 'key' ? [] : [`${name}.${field}`]));
    const plain = Object.keys(CONTENT).filter((field) => field !== 'frames' && field !== 'duties');
    expect(Object.keys(EDITS).sort()).toEqual([...plain, ...list('frames', CONTENT.frames[0]!), ...list('duties', DUTY)].sort());
  });

  it('names every field that changed, with both values, and no other', () => {
    fc.assert(
      fc.property(someEdits, (names) => {
        const after = Object.assign({}, CONTENT, ...names.map((name) => EDITS[name]![0])) as EventContent;
        // A duty says its day only when that is not the event's; so it is named, rightly, when the event moves away from it.
        const moved = names.includes('startsAt') ? [`duty ${DUTY.key}`] : [];
        const changes = changesIn(CONTENT, after);
        expect(new Set(changes.map(({ id }) => id))).toEqual(new Set([...names.map((name) => EDITS[name]![1]), ...moved]));
        for (const { before, value } of changes) expect(before).not.toBe(value);
      }),
    );
  });

  it('says dates with the weekday and heads as people, old and new', () => {
    const after = { ...CONTENT, startsAt: '2026-11-28T01:00:00.000Z', endsAt: '2026-11-28T04:00:00.000Z', ...frames({ capacity: 100 }) };
    const said = changesIn(CONTENT, after).map(({ term, kind, before, value }) => [term, kind, before, value]);
    expect(said.slice(0, 2)).toEqual([
      ['日時', 'changed', '令和8年(2026年)11月29日(日曜日)\n10時〜13時', '令和8年(2026年)11月28日(土曜日)\n10時〜13時'],
      ['申込：いす席', 'changed', '先着 120人　1件 4人まで\n締切 11月28日(土) 17時', '先着 100人　1件 4人まで\n締切 11月28日(土) 17時'],
    ]);
  });

  it('says in words whom the event is for now and was for before, in three languages', () => {
    const shown = [null, 'area', 'members', 'invited'] as const;
    const pairs = shown.flatMap((before) => shown.flatMap((after) => (before === after ? [] : [[before, after] as const])));
    const wordOf = (lang: Lang, visibility: (typeof shown)[number]) => translator(lang)(`events.visibility.${visibility ?? 'everybody'}`);
    for (const [before, after] of pairs) {
      const rows = changesIn({ ...CONTENT, visibility: before }, { ...CONTENT, visibility: after });
      expect(rows).toMatchObject([{ id: 'visibility', term: translator('ja')('events.label.visibility'), kind: 'changed', before: wordOf('ja', before), value: wordOf('ja', after) }]);
    }
    for (const lang of LANGS) expect(new Set(shown.map((each) => wordOf(lang, each))).size).toBe(shown.length);
  });

  it('tells what was added, taken away and renamed', () => {
    const other = { ...FRAME, id: '01900000-0000-7000-8000-00000000000e', name: '車いす席', capacity: 6 };
    const said = (after: Partial<EventContent>) => changesIn(CONTENT, { ...CONTENT, ...after }).map(({ id, kind, before, value }) => [id, kind, before, value]);
    expect(said({ frames: [FRAME, other] })).toEqual([[`frame ${other.id}`, 'added', '', expect.stringContaining('6人')]]);
    expect(said({ duties: [] })).toEqual([[`duty ${DUTY.key}`, 'removed', expect.stringContaining('4人'), '']]);
    expect(said(frames({ name: '席' }))).toEqual([[`frame ${FRAME.id}`, 'changed', expect.stringMatching(/^申込：いす席\n/), expect.stringMatching(/^申込：席\n/)]]);
  });

  it('shows an edit before it is sent', () => {
    const event = anEvent();
    const mine = { ...fieldsIn('what', event), title: '秋のコンサート' };
    expect(changesIn(event, withPatch(event, mine)).map((row) => row.value)).toEqual(['秋のコンサート']);
  });

  it('stands among what stayed as it was', () => {
    const rows = compare(CONTENT, { ...CONTENT, placeName: '松島公園' });
    expect(rows.filter(({ kind }) => kind === 'same').length).toBeGreaterThan(15);
    expect(rows.find(({ id }) => id === 'placeName')).toMatchObject({ before: '靱公園 バラ園', value: '松島公園', kind: 'changed' });
  });
});
