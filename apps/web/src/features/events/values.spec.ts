import { describe, expect, it } from '@jest/globals';
import { anEvent, FRAME } from './an-event.builder.js';
import { addRow, adoptKeys, NEW_FRAME, newDuty, removeRow, restoreRow, rowAt, rowCount, rowNames } from './rows.js';
import { wholeNumber } from './numbers.js';
import { STEPS, type QuestionStep } from './steps.js';
import { repeatsOfDay, repeatsOnDay } from './repeats.js';
import { boxOf, phoneFrom, readStep, sendable, valuesOf } from './values.js';

const QUESTIONS = STEPS.filter((step): step is QuestionStep => step !== 'check');

describe('a page of the event form', () => {
  it.each(QUESTIONS)('%s, left as it is, sends what the server has', (step) => {
    const event = anEvent();
    const { patch, errors } = readStep(step, valuesOf(step, event), event);
    expect(errors).toEqual({});
    const instant = (value: unknown): unknown => (typeof value === 'string' && /T\d\d:/.test(value) ? new Date(value).toISOString() : value);
    for (const [field, value] of Object.entries(patch)) {
      if (field === 'frames' || field === 'duties') continue;
      expect(instant(value)).toEqual(event[field as keyof typeof event]);
    }
  });

  it('takes a budget as people write it, none where none is written, and says what is no number', () => {
    const budgetOf = (budget: string) => readStep('safety', { budget }, anEvent());
    expect(['３０，０００円', '30000', '0', ''].map((typed) => budgetOf(typed.replace('，', ',')).patch.budget)).toEqual([30000, 30000, 0, null]);
    for (const typed of ['たくさん', '200000000']) expect(budgetOf(typed)).toMatchObject({ patch: { budget: null }, errors: { budget: 'app.number' } });
    expect(valuesOf('safety', anEvent({ budget: 0, insurance: 'なし' }))).toMatchObject({ budget: '0', insurance: 'なし' });
  });

  it('asks for a day and two times, and sends instants of Japan', () => {
    const values = { 'date-year': '2026', 'date-month': '12', 'date-day': '20', start: '10:00', end: '13:00', manyDays: '' };
    expect(readStep('when', values, anEvent())).toEqual({ patch: { startsAt: '2026-12-20T10:00:00+09:00', endsAt: '2026-12-20T13:00:00+09:00', repeats: null }, errors: {} });
    // Whoever says that it ends on another day is asked which: not told by a day that is gone.
    expect(readStep('when', { ...values, manyDays: 'yes' }, anEvent()).errors).toEqual({ last: 'app.date' });
  });

  it('asks how it is repeated: by the week on days of its own, by the month on the weekday of the day', () => {
    const day = { 'date-year': '2026', 'date-month': '12', 'date-day': '13', start: '10:00', end: '13:00' };
    const first = anEvent({ startsAt: '2026-12-13T01:00:00.000Z' });
    expect(valuesOf('when', first)).toMatchObject({ repeat: '', weekdays: '0', nth: '2', skipHolidays: 'yes', schoolDays: '' });
    const read = (values: Readonly<Record<string, string>>, event = first) => readStep('when', { ...valuesOf('when', event), ...day, ...values }, event);
    expect(read({ repeat: 'week', weekdays: '2 5', until: '2027-03-31' }).patch.repeats).toEqual({ every: 'week', interval: 1, weekdays: [2, 5], nth: [], until: '2027-03-31', skipHolidays: true, schoolDays: false });
    expect(read({ repeat: 'month', weekdays: '3', nth: '2 -1', until: '2027-03-31' }).patch.repeats).toMatchObject({ every: 'month', weekdays: [0], nth: [2, -1] });
    // The date of a series that was moved is no word about the others.
    const date = anEvent({ series: { id: 'series', date: '2026-12-08', overridden: [], scope: null }, startsAt: first.startsAt });
    expect(read({ repeat: 'month', weekdays: '2', nth: '2', until: '2027-03-31' }, date).patch.repeats).toMatchObject({ weekdays: [2] });
    expect(read({ repeat: 'week', weekdays: '', until: '' }).errors).toEqual({ until: 'series.until-missing', weekdays: 'app.choose-one' });
    expect(read({ repeat: 'week', weekdays: '2', until: '2027-02-30' }).errors).toEqual({ until: 'app.date' });
    expect(boxOf('when', 'repeats.until')).toBe('until');
    expect(repeatsOfDay({ ...day, weekdays: '', nth: '', until: '' })).toEqual({ weekdays: '0', nth: '2', until: '2027-03-31' });
    expect(repeatsOfDay({ ...day, 'date-month': '2', weekdays: '5', nth: '1', until: '' })).toEqual({ until: '2027-03-31' });
    expect(repeatsOfDay({ 'date-year': '2026' })).toEqual({});
  });

  it('goes by a first day that is said later, except for what somebody marked several of', () => {
    const day = { 'date-year': '2026', 'date-month': '12', 'date-day': '13' };
    expect(repeatsOnDay({ ...day, repeat: 'month', weekdays: '4', nth: '3', until: '2027-03-31' })).toEqual({ weekdays: '0', nth: '2' });
    expect(repeatsOnDay({ ...day, repeat: 'week', weekdays: '2 5', nth: '', until: '2026-12-13' })).toEqual({ nth: '2', until: '2027-03-31' });
    expect(repeatsOnDay({ ...day, repeat: 'month', weekdays: '0', nth: '2 4', until: '' })).toEqual({ weekdays: '0', until: '2027-03-31' });
    expect(repeatsOnDay({ ...day, 'date-day': '27', repeat: 'month', weekdays: '0', nth: '-1', until: '2027-03-31' })).toEqual({ weekdays: '0' });
    expect([repeatsOnDay({ ...day, repeat: '', weekdays: '4' }), repeatsOnDay({ ...day, 'date-day': '', repeat: 'week', weekdays: '4' })]).toEqual([{}, {}]);
  });

  it('says which box of a day is wrong before anything is sent', () => {
    const values = { 'date-year': '2026', 'date-month': '13', 'date-day': '20', start: '10:00', end: '25:00' };
    expect(readStep('when', values, anEvent()).errors).toEqual({ date: 'app.date', end: 'app.time' });
    expect(readStep('when', { start: '10:00' }, anEvent()).errors).toEqual({ date: 'app.date-first' });
  });

  it('knows an event that ends on another day', () => {
    const event = anEvent({ endsAt: '2026-11-30T01:00:00.000Z' });
    expect(valuesOf('when', event)).toMatchObject({ manyDays: 'yes', 'last-day': '30', end: '10:00' });
  });

  it('keeps the day for rain with what is put off, at the hours of the event until others are said', () => {
    const boxes = { ...valuesOf('rain', anEvent({ rainPolicy: 'postponed', heatLimit: 31 })), 'rain-year': '2026', 'rain-month': '12', 'rain-day': '6' };
    expect(readStep('rain', boxes, anEvent())).toMatchObject({ patch: { rainPolicy: 'postponed', rainDate: { startsAt: '2026-12-06T10:00:00+09:00', endsAt: '2026-12-06T13:00:00+09:00', placeName: null }, heatLimit: 31 }, errors: {} });
    expect(readStep('rain', { ...boxes, rainPolicy: 'cancelled' }, anEvent()).patch).toMatchObject({ rainDate: null, heatLimit: 31 });
    expect(readStep('rain', { ...boxes, 'rain-day': '32', rainEnd: '' }, anEvent()).errors).toEqual({ rain: 'app.date', rainEnd: 'app.time' });
  });

  it('keeps who decides about rain, where somebody has to', () => {
    const boxes = valuesOf('rain', anEvent({ rainDecider: '実行委員長' }));
    expect(boxes).toMatchObject({ rainDecider: '実行委員長' });
    expect(readStep('rain', { ...boxes, rainDecider: ' 会長 ' }, anEvent()).patch).toMatchObject({ rainPolicy: 'cancelled', rainDecider: '会長' });
    expect(readStep('rain', { ...boxes, rainPolicy: 'indoors' }, anEvent()).patch).toMatchObject({ rainDecider: null });
  });

  it('names the usual moment of the decision about rain', () => {
    expect(valuesOf('rain', anEvent())).toMatchObject({ rainPolicy: 'cancelled', decision: 'day-before-17' });
    expect(readStep('rain', { rainPolicy: 'go-ahead', decision: 'day-before-17' }, anEvent()).patch).toEqual({ rainPolicy: 'go-ahead', rainDecisionAt: null, rainDecider: null, rainDate: null, heatLimit: null });
    expect(readStep('rain', { rainPolicy: 'cancelled', decision: 'same-day-7' }, anEvent({ startsAt: null })).errors).toEqual({
      decision: 'app.event-date-first',
    });
  });

  it('prints the phone number with narrow digits', () => {
    expect(readStep('contact', { contactPhone: '０６－００００－０００１' }, anEvent()).patch.contactPhone).toBe('06-0000-0001');
    expect(readStep('contact', { contactPhone: '06' }, anEvent()).errors).toEqual({ contactPhone: 'app.phone' });
  });

  it.each([
    ['０６ー００００ー０００１', '06-0000-0001'],
    ['06−0000‐0001', '06-0000-0001'],
    ['090　0000　0129', '090 0000 0129'],
    ['0120000123', '0120000123'],
    ['06 (0000) 0001', '06-0000-0001'],
    ['+81 6-0000-0001', '+81 6-0000-0001'],
    ['06-0000-000', undefined],
    ['あとで', undefined],
  ])('reads the phone number %s', (typed, expected) => {
    expect(phoneFrom(typed)).toBe(expected);
  });

  it('saves what is right beside a wrong box, but no half of a day and no half of a list', () => {
    const contact = readStep('contact', { contactName: '佐藤', contactPhone: '06', contactHours: '' }, anEvent());
    expect(sendable(contact)).toEqual({ contactName: '佐藤', contactHours: null });
    expect(sendable(readStep('when', { 'date-year': '2026', 'date-month': '13', 'date-day': '20', start: '10:00', end: '12:00' }, anEvent()))).toEqual({});
    expect(sendable(readStep('places', addRow({ 'frames.count': '0' }, 'frames', NEW_FRAME), anEvent()))).toEqual({});
  });

  it('leads a refused field to the box that asks for it', () => {
    expect(boxOf('when', 'endsAt')).toBe('end');
    expect(boxOf('duties', 'duties.1.startsAt')).toBe('duties.1.start');
    expect(boxOf('places', 'frames.0.perApplicationMax')).toBe('frames.0.max');
  });
});

describe('rows', () => {
  it('keep the id of a frame and name its deadline', () => {
    const event = anEvent();
    const values = valuesOf('places', event);
    expect(values).toMatchObject({ 'frames.count': '1', 'frames.0.closing': 'day-before-17', 'frames.0.capacity': '120' });
    const [frame] = readStep('places', { ...values, 'frames.0.capacity': '１５０' }, event).patch.frames ?? [];
    expect(frame).toMatchObject({ id: FRAME.id, capacity: 150, closesAt: '2026-11-28T17:00:00+09:00' });
  });

  it('want a number of places where places are counted', () => {
    const values = addRow({ 'frames.count': '0' }, 'frames', NEW_FRAME);
    expect(readStep('places', values, anEvent()).errors).toEqual({ 'frames.0.capacity': 'app.number' });
    expect(readStep('places', { ...values, 'frames.0.method': 'open' }, anEvent()).patch.frames?.[0]).toMatchObject({ method: 'open', capacity: null });
  });

  it('go on without the hour of a draw, which the check asks for before it is handed in', () => {
    const values = { ...addRow({ 'frames.count': '0' }, 'frames', NEW_FRAME), 'frames.0.capacity': '30', 'frames.0.method': 'lottery' };
    expect(readStep('places', values, anEvent())).toMatchObject({ errors: {}, patch: { frames: [{ method: 'lottery', closesAt: null }] } });
    expect(readStep('places', { ...values, 'frames.0.closing': 'week-17' }, anEvent()).errors).toEqual({});
  });

  it('say by which day the host answers where the host chooses, not after the event', () => {
    const values = { ...addRow({ 'frames.count': '0' }, 'frames', NEW_FRAME), 'frames.0.capacity': '12', 'frames.0.method': 'chosen' };
    expect(readStep('places', values, anEvent()).patch.frames?.[0]).toMatchObject({ method: 'chosen', answersBy: null });
    const said = { ...values, 'frames.0.answersBy': '2026-11-20' };
    expect(readStep('places', said, anEvent())).toMatchObject({ errors: {}, patch: { frames: [{ answersBy: '2026-11-20' }] } });
    expect(readStep('places', { ...said, 'frames.0.method': 'first-come' }, anEvent()).patch.frames?.[0]).toMatchObject({ answersBy: null });
    expect(readStep('places', { ...said, 'frames.0.answersBy': '2026-12-24' }, anEvent()).errors).toEqual({ 'frames.0.answersBy': 'event.answers-after-start' });
  });

  it('say when applications begin, which is before they end and before the event', () => {
    const event = anEvent({ frames: [{ ...FRAME, opensAt: '2026-11-01T00:00:00.000Z' }] });
    const values = valuesOf('places', event);
    expect(values).toMatchObject({ 'frames.0.opensAt': '2026-11-01T09:00' });
    const opens = (at: string, more: Record<string, string> = {}) => readStep('places', { ...values, 'frames.0.opensAt': at, ...more }, event);
    expect(opens('2026-11-02T10:30').patch.frames?.[0]).toMatchObject({ opensAt: '2026-11-02T10:30:00+09:00' });
    expect(opens('').patch.frames?.[0]).toMatchObject({ opensAt: null });
    expect(opens('2026-11-28T17:00').errors).toEqual({ 'frames.0.opensAt': 'event.opens-after-closing' });
    expect(opens('2026-11-29T10:00', { 'frames.0.closing': '' }).errors).toEqual({ 'frames.0.opensAt': 'event.opens-after-start' });
    expect(opens('あした').errors).toEqual({ 'frames.0.opensAt': 'app.date' });
    // Nobody applies for an open one.
    expect(opens('2026-11-02T10:30', { 'frames.0.method': 'open', 'frames.0.kind': 'group' }).patch.frames?.[0]).toMatchObject({ opensAt: null, kind: 'participant' });
  });

  it('say whom a frame is for, and keep a kind that the form does not offer', () => {
    const kindOf = (kind: 'participant' | 'group' | 'volunteer', chosen?: string) => {
      const event = anEvent({ frames: [{ ...FRAME, kind }] });
      const values = valuesOf('places', event);
      return readStep('places', { ...values, ...(chosen && { 'frames.0.kind': chosen }) }, event).patch.frames?.[0]?.kind;
    };
    expect([kindOf('participant'), kindOf('participant', 'group'), kindOf('group'), kindOf('volunteer')]).toEqual(['participant', 'group', 'group', 'volunteer']);
  });

  it('say who can apply by school year or age, and then ask for names', () => {
    const frame = { ...FRAME, asks: { ...FRAME.asks, ages: { by: 'grade' as const, from: 6, to: null } } };
    const event = anEvent({ frames: [frame] });
    const values = valuesOf('places', event);
    expect(values).toMatchObject({ 'frames.0.agesBy': 'grade', 'frames.0.agesFrom': '6', 'frames.0.agesTo': '' });
    const [read] = readStep('places', { ...values, 'frames.0.agesTo': '12' }, event).patch.frames ?? [];
    expect(read).toMatchObject({ asks: { ages: { by: 'grade', from: 6, to: 12 } }, companions: 'names' });
    expect(readStep('places', { ...values, 'frames.0.agesFrom': '' }, event).errors).toEqual({ 'frames.0.agesFrom': 'event.ages-range' });
    expect(readStep('places', { ...values, 'frames.0.agesTo': '5' }, event).errors).toEqual({ 'frames.0.agesTo': 'event.ages-order' });
    expect(readStep('places', { ...values, 'frames.0.method': 'open' }, event).patch.frames?.[0]?.asks).toEqual({ ages: null, questions: [], needs: [], guardian: false, photos: false, fixed: false, perAdult: null });
    expect(boxOf('places', 'frames.0.asks.ages.to')).toBe('frames.0.agesTo');
  });

  it('move up when one is taken away', () => {
    const event = anEvent();
    const two = addRow(valuesOf('duties', event), 'duties', { ...newDuty(event), duty: '救護' });
    expect(rowCount(two, 'duties')).toBe(2);
    const one = removeRow(two, 'duties', 0);
    expect(one).toMatchObject({ 'duties.count': '1', 'duties.0.duty': '救護', 'duties.0.start': '10:00' });
    expect(one['duties.0.key']).toBeUndefined();
  });

  it('come back where they stood, as themselves while the server knows them and as new ones after', () => {
    const event = anEvent();
    const two = addRow(valuesOf('duties', event), 'duties', { ...newDuty(event), duty: '救護' });
    const first = rowAt(two, 'duties', 0);
    const one = removeRow(two, 'duties', 0);
    expect(restoreRow(one, 'duties', first, ['a1'])).toEqual(two);
    const forgotten = restoreRow(one, 'duties', first, []);
    expect(forgotten).toMatchObject({ 'duties.count': '2', 'duties.0.duty': two['duties.0.duty'], 'duties.1.duty': '救護' });
    expect(forgotten['duties.0.key']).toBeUndefined();
  });

  it('come back under a name of their own when theirs was given to another', () => {
    const event = anEvent();
    const two = addRow(valuesOf('duties', event), 'duties', { ...newDuty(event), duty: '救護' });
    const another = addRow(removeRow(two, 'duties', 1), 'duties', { ...newDuty(event), duty: '準備' });
    expect(rowNames(restoreRow(another, 'duties', rowAt(two, 'duties', 1), ['a1']), 'duties')).toEqual(['a1', 'new-2', 'new-1']);
  });

  it('keep their name on the screen when another goes and when they are saved', () => {
    const event = anEvent();
    const one = addRow(valuesOf('duties', event), 'duties', { ...newDuty(event), duty: '救護' });
    const two = addRow(one, 'duties', { ...newDuty(event), duty: '準備' });
    expect(rowNames(two, 'duties')).toEqual(['a1', 'new-1', 'new-2']);
    const left = removeRow(two, 'duties', 0);
    expect(rowNames(left, 'duties')).toEqual(['new-1', 'new-2']);
    expect(rowNames(addRow(removeRow(left, 'duties', 0), 'duties', newDuty(event)), 'duties')).toEqual(['new-2', 'new-3']);
    const saved = anEvent({ duties: [{ ...event.duties[0]!, key: 'k9', duty: '救護' }] });
    expect(rowNames(adoptKeys(left, saved), 'duties')).toEqual(['new-1', 'new-2']);
  });

  it('read a duty that ends after midnight', () => {
    const event = anEvent();
    const values = addRow({ 'duties.count': '0' }, 'duties', { duty: '夜警', people: '3', day: '-1', start: '22:00', end: '01:00', place: '', note: '' });
    expect(readStep('duties', values, event).patch.duties?.[0]).toMatchObject({ startsAt: '2026-11-28T22:00:00+09:00', endsAt: '2026-11-29T01:00:00+09:00' });
  });

  it('take over the keys the server gave', () => {
    const values = addRow({ 'duties.count': '0' }, 'duties', { ...newDuty(anEvent()), duty: '受付' });
    expect(adoptKeys(values, anEvent())['duties.0.key']).toBe('a1');
    expect(adoptKeys({ ...values, 'duties.0.duty': '会場' }, anEvent())['duties.0.key']).toBeUndefined();
  });

  it.each([
    ['20', 20],
    ['１，２００人', 1200],
    ['', undefined],
    ['たくさん', null],
    ['1.5', null],
  ])('the number %s is %s', (text, expected) => {
    expect(wholeNumber(text)).toBe(expected);
  });
});
