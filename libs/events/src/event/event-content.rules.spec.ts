import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EventSnapshot, SnapshotFrame } from '../revision/snapshot.js';
import { closedAlready, contradictions, editKind, missingForSubmission, missingOnceApproved } from './event-content.rules.js';
import type { DraftDuty } from './event.entity.js';

const NOW = new Date('2026-11-22T10:00:00+09:00');

const frame = (given: Partial<SnapshotFrame> = {}): SnapshotFrame => ({
  id: 'f1',
  kind: 'participant',
  name: 'いす席',
  method: 'first-come',
  capacity: 50,
  opensAt: null,
  closesAt: null,
  perApplicationMax: 6,
  ...given,
});

const duty = (given: Partial<DraftDuty> = {}): DraftDuty => ({
  key: 'd1',
  duty: '受付',
  place: null,
  startsAt: '2026-11-29T00:00:00.000Z',
  endsAt: '2026-11-29T04:30:00.000Z',
  people: 4,
  note: null,
  ...given,
});

const snapshot = (given: Partial<EventSnapshot> = {}): EventSnapshot => ({
  title: '靱公園バラ園コンサート',
  kana: null,
  summary: null,
  description: null,
  field: 'bunka',
  category: null,
  placeName: '靱公園 バラ園',
  placeAddress: null,
  accessText: null,
  startsAt: '2026-11-29T01:00:00.000Z',
  endsAt: '2026-11-29T04:00:00.000Z',
  rainPolicy: 'cancelled',
  rainDecisionAt: null,
  audience: null,
  audienceText: null,
  visibility: null,
  videoUrl: null,
  videoCaptions: null,
  feeText: null,
  bringText: null,
  careText: null,
  contactName: '佐藤',
  contactPhone: '090-0000-0129',
  contactHours: null,
  food: false,
  fire: false,
  venues: null,
  uses: null,
  organisation: { id: 'o', name: '西船場', kana: 'にしせんば', slug: 'n', areaId: null, areaName: null, areaSlug: null },
  frames: [frame()],
  duties: [duty()],
  ...given,
});

const fieldsOf = (errors: { field: string }[]): string[] => errors.map((error) => error.field);

describe('what the ward must know', () => {
  it('a whole event misses nothing', () => expect(missingForSubmission(snapshot(), NOW)).toEqual([]));

  it.each(['title', 'field', 'placeName', 'startsAt', 'endsAt', 'rainPolicy', 'food', 'fire', 'contactName', 'contactPhone'] as const)('%s', (field) => {
    expect(fieldsOf(missingForSubmission(snapshot({ [field]: null }), NOW))).toEqual([field]);
  });

  it.each(['kana', 'summary', 'description', 'category', 'audienceText', 'feeText', 'bringText'] as const)('but not %s', (field) => {
    expect(missingForSubmission(snapshot({ [field]: null }), NOW)).toEqual([]);
  });

  it('at least one frame or duty, either will do', () => {
    expect(missingForSubmission(snapshot({ frames: [], duties: [] }), NOW)).toEqual([{ field: 'frames', code: 'event.frame-or-duty-missing' }]);
    expect(missingForSubmission(snapshot({ frames: [] }), NOW)).toEqual([]);
    expect(missingForSubmission(snapshot({ duties: [] }), NOW)).toEqual([]);
  });

  it('a counted frame its capacity, a duty its times; an open frame and a heading do without', () => {
    expect(fieldsOf(missingForSubmission(snapshot({ frames: [frame({ capacity: null })] }), NOW))).toEqual(['frames.0.capacity']);
    expect(missingForSubmission(snapshot({ frames: [frame({ capacity: null, method: 'open' })] }), NOW)).toEqual([]);
    expect(missingForSubmission(snapshot({ frames: [frame({ capacity: null, kind: 'volunteer' })] }), NOW)).toEqual([]);
    expect(fieldsOf(missingForSubmission(snapshot({ duties: [duty({ startsAt: null, endsAt: null })] }), NOW))).toEqual(['duties.0.startsAt', 'duties.0.endsAt']);
  });

  it('an event that has begun is not handed in', () => {
    const begun = new Date('2026-11-29T01:00:00.000Z');
    expect(missingForSubmission(snapshot(), begun)).toEqual([{ field: 'startsAt', code: 'event.starts-in-the-past' }]);
    expect(missingForSubmission(snapshot(), new Date(begun.getTime() - 1))).toEqual([]);
  });
});

describe('applications that never open', () => {
  it.each([
    ['with the event', '2026-11-29T01:00:00.000Z', null, 'event.opens-after-start'],
    ['after it began', '2026-11-29T02:00:00.000Z', null, 'event.opens-after-start'],
    ['when they are closed', '2026-11-28T08:00:00.000Z', '2026-11-28T08:00:00.000Z', 'event.opens-after-closing'],
  ])('%s', (_, opensAt, closesAt, code) => {
    expect(missingForSubmission(snapshot({ startsAt: '2026-11-29T01:00:00.000Z', frames: [frame({ opensAt, closesAt })] }), NOW)).toEqual([{ field: 'frames.0.opensAt', code }]);
  });
  it('would be over before the page opens', () => {
    const closing = (closesAt: string | null, given: object = {}) => closedAlready('draft', snapshot({ frames: [frame({ closesAt, ...given })] }), NOW);
    expect(closing(NOW.toISOString())).toEqual([{ field: 'frames.0.closesAt', code: 'event.closes-in-the-past' }]);
    expect([closing(new Date(NOW.getTime() + 1).toISOString()), closing(null), closing(NOW.toISOString(), { method: 'open' })]).toEqual([[], [], []]);
    const whole = snapshot({ frames: [frame({ closesAt: NOW.toISOString() })] });
    expect((['returned', 'approved', 'published'] as const).map((state) => closedAlready(state, whole, NOW).length)).toEqual([1, 1, 0]);
  });

  it('are none a minute before', () => expect(missingForSubmission(snapshot({ startsAt: '2026-11-29T01:00:00.000Z', frames: [frame({ opensAt: '2026-11-29T00:59:00.000Z', closesAt: null })] }), NOW)).toEqual([]));
});

describe('what cannot be true at once', () => {
  it.each([
    ['endsAt', snapshot({ endsAt: '2026-11-29T01:00:00.000Z' })],
    ['frames.0.opensAt', snapshot({ frames: [frame({ opensAt: '2026-11-20T00:00:00.000Z', closesAt: '2026-11-19T00:00:00.000Z' })] })],
    ['duties.0.endsAt', snapshot({ duties: [duty({ endsAt: '2026-11-28T00:00:00.000Z' })] })],
    ['duties.1.key', snapshot({ duties: [duty(), duty()] })],
  ])('%s', (field, wrong) => expect(fieldsOf(contradictions(wrong))).toEqual([field]));

  it('an unfinished draft contradicts nothing', () => {
    expect(contradictions(snapshot({ startsAt: null, duties: [duty({ endsAt: null })], frames: [frame({ closesAt: null })] }))).toEqual([]);
  });
});

describe('what needs a new approval', () => {
  const material = (after: EventSnapshot): string[] => fieldsOf(editKind(snapshot(), after).material);

  it.each<[string, Partial<EventSnapshot>]>([
    ['startsAt', { startsAt: '2026-11-29T02:00:00.000Z' }],
    ['endsAt', { endsAt: '2026-11-29T05:00:00.000Z' }],
    ['placeName', { placeName: '松島公園' }],
    ['placeAddress', { placeAddress: '西区千代崎' }],
    ['food', { food: true }],
    ['fire', { fire: true }],
    ['audienceText', { audienceText: '小学生' }],
    ['feeText', { feeText: '500円' }],
    ['visibility', { visibility: 'members' }],
    ['visibility', { visibility: 'area' }],
    ['field', { field: 'kodomo' }],
    ['rainPolicy', { rainPolicy: 'go-ahead' }],
    ['organisationId', { organisation: { ...snapshot().organisation, id: 'other' } }],
    ['frames', { frames: [] }],
    ['frames', { frames: [frame(), frame({ id: 'f2' })] }],
    ['frames.0', { frames: [frame({ capacity: 49 })] }],
    ['frames.0', { frames: [frame({ capacity: null })] }],
    ['frames.0', { frames: [frame({ kind: 'group' })] }],
    ['frames.0', { frames: [frame({ opensAt: '2026-11-10T00:00:00.000Z' })] }],
    ['frames.0', { frames: [frame({ closesAt: '2026-11-28T00:00:00.000Z' })] }],
    ['frames.0', { frames: [frame({ perApplicationMax: 7 })] }],
    ['frames.0', { frames: [frame({ capacity: 101 })] }],
    ['duties', { duties: [] }],
    ['duties.0', { duties: [duty({ people: 3 })] }],
    ['duties.0', { duties: [duty({ startsAt: '2026-11-29T00:30:00.000Z' })] }],
    ['duties.0', { duties: [duty({ duty: '救護' })] }],
  ])('%s', (field, change) => {
    expect(editKind(snapshot(), snapshot(change)).kind).toBe('material');
    expect(material(snapshot(change))).toEqual([field]);
  });

  it.each<[string, Partial<EventSnapshot>]>([
    ['words', { title: '秋のバラ園コンサート', summary: 'ひとこと', description: '内容', bringText: 'ひざかけ', careText: '手話', accessText: '本町駅' }],
    ['contacts', { contactName: '田中', contactPhone: '090-0000-0130', contactHours: '平日' }],
    ['more places', { frames: [frame({ capacity: 51 })] }],
    ['twice the places', { frames: [frame({ capacity: 100 })] }],
    ['the name of a frame', { frames: [frame({ name: '席' })] }],
    ['more people and a note for a duty', { duties: [duty({ people: 5, note: '青いベスト' })] }],
  ])('not %s', (_, change) => expect(editKind(snapshot(), snapshot(change))).toEqual({ kind: 'minor', material: [] }));

  it('nothing changed is nothing; a new name of the host is not the host\'s edit', () => {
    expect(editKind(snapshot(), snapshot()).kind).toBe('none');
    expect(editKind(snapshot(), snapshot({ organisation: { ...snapshot().organisation, name: '新しい名前' } })).kind).toBe('none');
  });

  it('fewer places always, more places only beyond twice the approved ones', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 }), (before, after) => {
        const { kind } = editKind(snapshot({ frames: [frame({ capacity: before })] }), snapshot({ frames: [frame({ capacity: after })] }));
        expect(kind).toBe(after < before || after > 2 * before ? 'material' : after > before ? 'minor' : 'none');
      }),
    );
  });

  it('what a rule approved does not outgrow it as an edit; what people approved may, and words are words', () => {
    const of = (capacity: number, given: Partial<EventSnapshot> = {}): EventSnapshot => snapshot({ food: false, fire: false, uses: [], organisation: { ...snapshot().organisation, areaId: 'a' }, frames: [frame({ capacity })], ...given });
    expect(editKind(of(40), of(51), of(40), true)).toEqual({ kind: 'material', material: [{ field: 'frames.0', code: 'event.needs-new-approval' }] });
    expect(editKind(of(40), of(50), of(40), true).kind).toBe('minor');
    expect(editKind(of(40), of(51), of(40)).kind).toBe('minor');
    expect(editKind(of(60), of(60, { contactPhone: '090-0000-0130' }), of(40), true).kind).toBe('minor');
  });

  it('growing in steps ends at the same bound: what was approved counts, not what stood there last', () => {
    const of = (capacity: number): EventSnapshot => snapshot({ frames: [frame({ capacity })] });
    expect(editKind(of(80), of(100), of(50)).kind).toBe('minor');
    expect(editKind(of(80), of(101), of(50)).kind).toBe('material');
  });
});

describe('what stays filled in once it is approved', () => {
  it.each(['title', 'contactName', 'contactPhone'] as const)('%s', (field) => {
    expect(missingOnceApproved(snapshot({ [field]: null }), NOW)).toEqual([{ field, code: 'event.field-needed' }]);
  });

  it('an event that has begun may still be mended', () => {
    expect(missingOnceApproved(snapshot(), new Date('2026-11-29T02:00:00.000Z'))).toEqual([]);
  });
});
