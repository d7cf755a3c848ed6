import { describe, expect, it } from '@jest/globals';
import { translator } from '@yoriai/ui';
import { aLine } from './an-event.builder.js';
import { linesByDay, whenOnDay } from './month-days.js';

const t = translator('ja');
const at = (id: string, startsAt: string | null, endsAt: string | null) => aLine({ id, startsAt, endsAt });

describe('a month of my events', () => {
  const days = linesByDay('2026-12', [
    at('evening', '2026-12-05T18:00:00+09:00', '2026-12-05T20:00:00+09:00'),
    at('morning', '2026-12-05T09:00:00+09:00', '2026-12-05T11:00:00+09:00'),
    at('camp', '2026-11-30T10:00:00+09:00', '2026-12-02T15:00:00+09:00'),
    at('dance', '2026-12-31T21:00:00+09:00', '2027-01-01T02:00:00+09:00'),
    at('until late', '2026-11-30T21:00:00+09:00', '2026-12-01T02:00:00+09:00'),
    at('no end', '2026-12-20T10:00:00+09:00', null),
    at('some day', null, null),
  ]);

  it('has each on its days, those that begin first before the others, and none on a day of another month', () => {
    expect([...days].map(([day, on]) => [day, on.map(({ event }) => event.id)])).toEqual([
      ['2026-12-01', ['camp']],
      ['2026-12-02', ['camp']],
      ['2026-12-05', ['morning', 'evening']],
      ['2026-12-20', ['no end']],
      ['2026-12-31', ['dance']],
    ]);
  });

  it('says when each begins, and which day of several it is', () => {
    const said = (day: string) => days.get(day)!.map((each) => whenOnDay(t, each, day));
    expect([said('2026-12-02'), said('2026-12-05')]).toEqual([['3日目'], ['9時', '18時']]);
  });
});
