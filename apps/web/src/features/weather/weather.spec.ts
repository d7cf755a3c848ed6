import type { CallSheet, EventDetail, WardDecision } from '@yoriai/api-client';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Button, shortDate } from '@yoriai/ui';
import { newQueryClient } from '../../app/queries.js';
import { SessionContext, type Session } from '../../app/session.js';
import { t } from '../../i18n.js';
import { anEvent } from '../events/an-event.builder.js';
import { Standing } from '../events/standing.js';
import { CallList } from '../notifications/call-list.js';
import { HoldAsk, type HoldAskProps } from './hold.js';
import { answersQuery } from './still-coming.js';
import { Sure } from './sure.js';
import { toldOf } from './told.js';
import { wardDecisionsQuery } from './ward-decisions.js';

const SESSION = { ward: { name: '西区', officePhone: '06-0000-0120' } } as Session;
const HELD = '2026-11-20T10:00:00.000Z';

function drawn(element: ReactElement, answers: ReadonlyArray<{ id: string; answer: 'yes' | 'none' }> = [], known?: readonly [readonly unknown[], unknown], client: QueryClient = newQueryClient()): string {
  client.setQueryData(answersQuery('event').queryKey, { decidedAt: HELD, reason: null, wasStartsAt: null, yes: 0, no: 0, unanswered: 1, items: [], applications: [...answers] });
  if (known) client.setQueryData(known[0], known[1]);
  return renderToStaticMarkup(createElement(QueryClientProvider, { client }, element));
}

/** The buttons of what a component answers, without drawing them. */
function buttonsOf(node: unknown): ReactElement<{ onClick: () => void }>[] {
  if (Array.isArray(node)) return node.flatMap(buttonsOf);
  if (typeof node !== 'object' || node === null) return [];
  const { type, props } = node as { type?: unknown; props?: { children?: unknown } };
  return type === Button ? [node as ReactElement<{ onClick: () => void }>] : buttonsOf(props?.children ?? null);
}

describe('before somebody decides', () => {
  // Nowhere to go from a screen that stands alone.
  beforeAll(() => {
    jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  });
  afterAll(() => {
    jest.restoreAllMocks();
  });
  const sure = (kind: 'cancelled' | 'postponed', change: Partial<EventDetail> = {}, { comingAt = null, helpingAt = null }: { comingAt?: string | null; helpingAt?: string | null } = {}): string => {
    const event = anEvent({ version: 1, ...change });
    const told = { people: 18, byMail: 12, byPhone: 0, volunteers: 0, stalls: 0, comingAt, helpingAt };
    return drawn(createElement(Sure, { event, proposal: { kind, cause: 'rain', reason: '大雨の予報のため', day: '2026-12-06' }, onDone: () => undefined, onBack: () => undefined }), [], [['event', event.id, 'audience', event.version], told]);
  };

  it('they read that it is final, a postponement as well as a cancellation', () => {
    expect(sure('postponed')).toContain(t('app.decide.final'));
    expect(sure('cancelled')).toContain(t('app.cancel.final'));
    expect(t('app.decide.final')).toContain('取り消せません');
  });

  it('and at night when those hear who are told in the morning', () => {
    const seven = '2026-11-28T22:00:00.000Z';
    expect(sure('cancelled')).not.toContain('夜なので');
    expect(sure('cancelled', {}, { comingAt: seven, helpingAt: seven })).toContain('夜なので、メールは11月29日(日) 7時に届きます。');
    expect(sure('cancelled', {}, { comingAt: seven })).toContain('当番と出店の方には、すぐに届きます。');
  });

  it('and how many people it is about, besides those who are told', () => {
    const coming = (placesTaken: number): string => sure('postponed', { placesTaken });
    expect(coming(39)).toContain(t('weather.sure.coming', { count: 39 }));
    expect(coming(39)).toContain(t('app.decide.told', { count: 18, mail: 12 }));
    expect(coming(18)).not.toContain(t('weather.sure.coming', { count: 18 }));
  });
});

describe('予定どおり開催する', () => {
  it('asks before it acts', () => {
    const [onAsk, onYes] = [jest.fn(), jest.fn()];
    const press = (asking: boolean): void => buttonsOf(HoldAsk({ day: '', danger: null, asking, pending: false, error: null, onAsk, onYes } satisfies HoldAskProps))[0]!.props.onClick();
    press(false);
    expect([onAsk.mock.calls, onYes.mock.calls]).toEqual([[[true]], []]);
    press(true);
    expect(onYes).toHaveBeenCalledTimes(1);
  });

  it('stands on top of the event afterwards, with its day, and why it had been put off to that', () => {
    const standing = (event: Partial<EventDetail>, decided?: WardDecision): string => drawn(createElement(SessionContext.Provider, { value: SESSION }, createElement(Standing, { event: anEvent({ state: 'published', ...event }) })), [], decided && [wardDecisionsQuery.queryKey, { items: [decided] }]);
    const said = t('app.hub.standing.held', { day: shortDate(t, anEvent().startsAt!) });
    const reason = { verb: 'postpone' as const, reason: '大雨の予報のため', at: HELD };
    expect(standing({})).not.toContain(said);
    expect(standing({ heldAt: HELD })).toContain(said);
    const both = standing({ heldAt: HELD, reason });
    expect(both).toContain(said);
    expect(both).toContain('延期して、この日になりました。理由：大雨の予報のため');
    expect(both).not.toContain(t('app.hub.standing.postponed'));
    expect(standing({ reason })).toContain(t('app.hub.standing.postponed'));
    const cancelled = { state: 'cancelled' as const, reason: { verb: 'cancel' as const, reason: '警報が出ているため', at: HELD } };
    const ward: WardDecision = { eventId: anEvent().id, title: '', kana: null, kind: 'cancelled', reason: null, by: '木村 あや', decidedAt: HELD, wasStartsAt: null, startsAt: null, isRead: true };
    expect(standing(cancelled)).not.toContain('西区役所');
    expect(standing(cancelled, ward)).toMatch(/決めた人：西区役所　木村 あや.*tel:0600000120/);
  });
});

describe('what somebody says on the telephone', () => {
  const [yes, no] = [t('app.still.heard.yes'), t('app.still.heard.no')];
  const call = { personId: 'p', name: '川口 まさる', kana: 'かわぐち', phone: '09033332002', why: 'no-channel', kind: 'event-postponed', say: '', offeredId: null, askedIds: ['a'], called: null } as const;
  const calls = (askedIds: string[], answer: 'yes' | 'none', client?: QueryClient): string => drawn(createElement(CallList, { eventId: 'event', sheet: { items: [{ ...call, letterIds: ['l'], askedIds }] } as CallSheet }), [{ id: 'a', answer }], undefined, client);

  it('is entered where they are telephoned, until it is', () => {
    expect([yes, no].map((word) => calls(['a'], 'none').includes(word))).toEqual([true, true]);
    expect([yes, no].map((word) => calls(['a'], 'yes').includes(word))).toEqual([false, false]);
    expect(calls(['a'], 'yes')).toContain(t('weather.people.answer.yes'));
    expect(calls([], 'none')).not.toContain(yes);
  });

  it('is a yes to nothing as long as the day is asked anew', () => {
    const asksAnew = new QueryClient({ defaultOptions: { queries: { staleTime: 0 } } });
    expect([yes, no].map((word) => calls(['a'], 'none', asksAnew).includes(word))).toEqual([false, true]);
  });

  it('is about the day that was on the screen when they were told, whatever the App hears of meanwhile', () => {
    const LATER = '2026-11-21T10:00:00.000Z';
    const told = [
      { decidedAt: undefined, isFetching: true },
      { decidedAt: '2026-11-19T10:00:00.000Z', isFetching: true },
      { decidedAt: HELD, isFetching: false },
      { decidedAt: HELD, isFetching: true },
      { decidedAt: LATER, isFetching: false },
    ].reduce<(string | undefined)[]>((before, known) => [...before, toldOf(before.at(-1), known)], []);
    expect(told).toEqual([undefined, undefined, HELD, HELD, HELD]);
    expect(toldOf(undefined, { decidedAt: LATER, isFetching: false })).toBe(LATER);
  });
});
