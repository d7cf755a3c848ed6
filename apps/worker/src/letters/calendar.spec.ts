import { describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { CalendarFiles, calendarFile, type CalendarEntry } from './calendar.js';

const ENTRY: CalendarEntry = {
  id: '01930000-0000-7000-8000-00000000000a',
  host: 'yoriai.example.jp',
  sequence: 3,
  title: '靱公園バラ園コンサート；春、バラと音楽',
  place: '靱公園 バラ園（大阪市西区靱本町2丁目1-4）',
  description: '申込番号：B29-4K7',
  url: 'https://yoriai.example.jp/events/bara-concert',
  startsAt: new Date('2026-11-29T13:00:00+09:00'),
  endsAt: new Date('2026-11-29T15:00:00+09:00'),
  stamp: new Date('2026-11-22T10:00:00+09:00'),
};

/** Byte for byte what a person's calendar gets; a change here is a change in somebody's telephone. */
const GOLDEN = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Yoriai//Yoriai//JA
METHOD:PUBLISH
BEGIN:VEVENT
UID:01930000-0000-7000-8000-00000000000a@yoriai.example.jp
SEQUENCE:3
DTSTAMP:20261122T010000Z
DTSTART:20261129T040000Z
DTEND:20261129T060000Z
SUMMARY:靱公園バラ園コンサート；春、バラと音楽
LOCATION:靱公園 バラ園（大阪市西区靱本町2丁目1-4）
DESCRIPTION:申込番号：B29-4K7
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-PT2H
DESCRIPTION:靱公園バラ園コンサート；春、バラと音楽
END:VALARM
URL;VALUE=URI:https://yoriai.example.jp/events/bara-concert
STATUS:CONFIRMED
END:VEVENT
END:VCALENDAR`;

const byIcalJs = (text: string) => new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0]);

function byNodeIcal(text: string) {
  const found = Object.values(nodeIcal.sync.parseICS(text)).find((one) => one?.type === 'VEVENT');
  if (found?.type !== 'VEVENT') throw new Error('no event');
  return found;
}

describe('the calendar file', () => {
  const { content, contentType } = calendarFile('予定.ics', [ENTRY], 'publish');

  test('is the golden one', () => {
    expect(content.replace(/\r\n[ \t]/g, '').split('\r\n').join('\n').trim()).toBe(GOLDEN);
    expect(contentType).toBe('text/calendar; charset=utf-8; method=PUBLISH');
  });

  test('folds lines at 75 octets with CRLF, as RFC 5545 wants', () => {
    expect(content.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(content.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('ical.js and node-ical read the same instant, title and place', () => {
    const vevent = byIcalJs(content).getFirstSubcomponent('vevent');
    if (!vevent) throw new Error('no event');
    const one = new ICAL.Event(vevent);
    const other = byNodeIcal(content);
    expect(one.startDate.toJSDate()).toEqual(ENTRY.startsAt);
    expect(one.endDate.toJSDate()).toEqual(ENTRY.endsAt);
    expect(other.start.getTime()).toBe(ENTRY.startsAt.getTime());
    expect(other.end?.getTime()).toBe(ENTRY.endsAt?.getTime());
    expect([one.uid, one.summary, one.location, one.sequence]).toEqual([`${ENTRY.id}@${ENTRY.host}`, ENTRY.title, ENTRY.place, 3]);
    expect([other.uid, other.summary, other.location, Number(other.sequence)]).toEqual([`${ENTRY.id}@${ENTRY.host}`, ENTRY.title, ENTRY.place, 3]);
  });

  test('taking it back has the same UID, a higher SEQUENCE and METHOD:CANCEL', () => {
    const cancelled = calendarFile('予定.ics', [ENTRY], 'cancelled');
    const calendar = byIcalJs(cancelled.content);
    const vevent = calendar.getFirstSubcomponent('vevent');
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(vevent?.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(vevent?.getFirstPropertyValue('uid')).toBe(`${ENTRY.id}@${ENTRY.host}`);
    expect(vevent?.getFirstPropertyValue('sequence')).toBe(4);
    expect(vevent?.getFirstSubcomponent('valarm')).toBeNull();
    expect(byNodeIcal(cancelled.content).status).toBe('CANCELLED');
  });

  test('names no person and no address', () => {
    expect(content).not.toMatch(/ATTENDEE|ORGANIZER|mailto:/i);
  });

  test('line breaks in a title can not add a property', () => {
    const { content: hostile } = calendarFile('予定.ics', [{ ...ENTRY, title: 'A\r\nATTENDEE:mailto:evil@example.jp' }], 'publish');
    expect(byIcalJs(hostile).getFirstSubcomponent('vevent')?.getFirstProperty('attendee')).toBeNull();
  });
});

describe('calendar files one after the other', () => {
  const files = new CalendarFiles();
  // Numbers and ids of several lengths, so that lines of their own are folded at other places, or not at all.
  const people = Array.from({ length: 8 }, (_, n): Partial<CalendarEntry> => ({
    id: `01930000-0000-7000-8000-0000000000${10 + n}`,
    description: `${n % 3 === 0 ? 'Number, yours; and 申込番号：' : '申込番号：'}${'B29-4K7 '.repeat(1 + n * 2)}${n % 2 === 0 ? '𠮷岡' : '\n'}`,
    stamp: new Date(ENTRY.stamp.getTime() + n * 61_000),
  }));
  const events: Partial<CalendarEntry>[] = [{}, { title: '餅つき', place: '', sequence: 4 }, { endsAt: null, host: `${'long.'.repeat(12)}example.jp`, url: 'https://yoriai.example.jp/events/餅つき' }];

  test.each(['publish', 'cancelled'] as const)('are byte for byte what each alone would be: %s', (how) => {
    for (const event of [...events, ...events]) {
      for (const person of people) {
        const entry = { ...ENTRY, ...event, ...person };
        expect(files.file('予定.ics', [entry], how)).toEqual(calendarFile('予定.ics', [entry], how));
      }
    }
  });

  test('also of several entries in one, or of one without a number', () => {
    for (const entries of [[ENTRY, { ...ENTRY, id: 'another' }], [{ ...ENTRY, description: '' }]]) expect(files.file('予定.ics', entries, 'publish')).toEqual(calendarFile('予定.ics', entries, 'publish'));
  });
});
