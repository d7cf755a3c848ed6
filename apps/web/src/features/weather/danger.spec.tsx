import type { AlertList, EventLine } from '@yoriai/api-client';
import { describe, expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { drawnScreen } from '../../app/drawn.builder.js';
import { anEvent } from '../events/an-event.builder.js';
import { eventsQuery } from '../events/queries.js';
import { Danger } from './danger.js';
import { HoldAsk } from './hold.js';
import { eventsInDanger } from './in-danger.js';

const now = new Date('2026-12-01T09:30:00+09:00');
const gravest: AlertList['gravest'] = [
  { source: 'jma', kind: 'rain', title: 'レベル5大雨特別警報', level: 5, since: '2026-12-01T09:00:00+09:00' },
  { source: 'tsunami', kind: 'tsunami', title: '津波警報', level: 4, area: '大阪府' },
];
const event = (id: string, from: string, changes: Partial<EventLine> = {}): EventLine => {
  const line = anEvent({ id, title: `行事 ${id}`, state: 'published', startsAt: `${from}+09:00`, endsAt: null });
  return { ...line, ...changes, can: { ...line.can, cancel: true, ...changes.can } };
};

describe('while a warning of the gravest kind stands, the App', () => {
  it('says it above every screen, with the host’s next events and the way to decide', async () => {
    const items = [event('far', '2026-12-05T10:00:00'), event('soon', '2026-12-01T10:00:00')];
    const drawn = await drawnScreen({ route: '/', at: '/', now, levels: ['officer'], answers: [[eventsQuery({ scope: 'mine' }).queryKey, { items, total: 2, page: 1, pageSize: 20 }]], screen: () => <Danger gravest={gravest} /> });
    for (const part of ['role="alert"', '特別警報、津波警報が出ています', '開くか、中止・延期にするかを決めてください', 'href="/app/events/soon/cancel"', '行事 soon：開くかを決める', '大雨特別警報（レベル5）：西区をふくむ地域']) expect(drawn).toContain(part);
    expect(drawn).not.toContain('events/far');
  });

  it('names what it meets, the next first: within two days, not over, and mine to decide on', () => {
    const events = [event('later', '2026-12-02T10:00:00'), event('now', '2026-12-01T09:00:00', { endsAt: '2026-12-01T12:00:00+09:00' }), event('over', '2026-12-01T08:00:00'), event('far', '2026-12-04T10:00:00'), event('draft', '2026-12-01T11:00:00', { state: 'approved' })];
    const others = { ...event('others', '2026-12-01T11:00:00') };
    expect(eventsInDanger([...events, { ...others, can: { ...others.can, cancel: 'event.not-yours' } }], now).map(({ id }) => id)).toEqual(['now', 'later']);
  });

  it('names the danger before somebody says that the event takes place', () => {
    const ask = (danger: string | null): string => renderToStaticMarkup(<HoldAsk danger={danger} day="12月1日(火)" asking pending={false} error={null} onAsk={() => undefined} onYes={() => undefined} />);
    expect(ask('津波警報')).toContain('津波警報が出ています。それでも開催しますか。');
    expect(ask(null)).not.toContain('それでも');
  });
});
