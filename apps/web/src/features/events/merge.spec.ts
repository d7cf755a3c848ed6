import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { ProblemError, type EventDetail, type UpdateEventRequest } from '@yoriai/api-client';
import { anEvent } from './an-event.builder.js';
import { Autosave } from './autosave.js';
import { changedFields, collides, fieldsIn, groundOf, isDetail, isThere, mergingEdit, resume, threeWay } from './merge.js';
import { addRow, newDuty } from './rows.js';
import { readStep, valuesOf } from './values.js';

describe('two people at one page', () => {
  const base = fieldsIn('what', anEvent());

  it('send only what they changed', () => {
    expect(changedFields(base, base)).toEqual({});
    expect(changedFields(base, { ...base, summary: 'あたらしい' })).toEqual({ summary: 'あたらしい' });
    expect(changedFields(base, { ...base, kana: null })).toEqual({ kana: null });
  });

  it('do not collide over different fields', () => {
    const mine = { title: 'わたしの名前' };
    expect(collides(mine, base, fieldsIn('what', anEvent({ summary: '相手の紹介' })))).toBe(false);
    expect(collides(mine, base, fieldsIn('what', anEvent({ title: '相手の名前' })))).toBe(true);
  });

  it('do not collide over the same words', () => {
    expect(collides({ title: '同じ名前' }, base, fieldsIn('what', anEvent({ title: '同じ名前' })))).toBe(false);
  });

  it('collide when rows changed on both sides', () => {
    const frames = fieldsIn('places', anEvent());
    const theirs = fieldsIn('places', anEvent({ frames: [] }));
    expect(collides({ frames: [] }, frames, theirs)).toBe(false);
    expect(collides({ frames: [{ name: 'いす席' }] }, frames, theirs)).toBe(true);
  });

  it('know their own new row by what it says', () => {
    const event = anEvent();
    const typed = readStep('duties', addRow(valuesOf('duties', event), 'duties', { ...newDuty(event), duty: '救護' }), event).patch;
    const [first] = event.duties;
    const saved = anEvent({ duties: [...event.duties, { ...first!, key: 'k2', duty: '救護', people: 2, startsAt: event.startsAt, endsAt: event.endsAt }] });
    expect(isThere(typed, fieldsIn('duties', saved))).toBe(true);
  });

  it('see each other’s boxes, and keep what they typed', () => {
    const ground = { title: '前', summary: '前' };
    expect(threeWay(ground, { title: 'わたし', summary: '前' }, { title: '前', summary: '相手' })).toEqual({ title: 'わたし', summary: '相手' });
  });
});

describe('a page that was left with something unsent', () => {
  const ground = groundOf('what', anEvent());
  const kept = { ground, values: { ...ground.values, title: 'わたしの名前' } };

  it('goes on from what a colleague wrote elsewhere on the page meanwhile', () => {
    const now = anEvent({ version: 4, summary: '相手の紹介' });
    const back = resume('what', now, kept);
    expect(back.values).toMatchObject({ title: 'わたしの名前', summary: '相手の紹介' });
    expect(changedFields(back.ground.fields, readStep('what', back.values, now).patch)).toEqual({ title: 'わたしの名前' });
    expect(back.ground.version).toBe(4);
  });

  it('keeps its old ground where the colleague wrote the same field, so that the server refuses it', () => {
    expect(resume('what', anEvent({ version: 4, title: '相手の名前' }), kept)).toEqual(kept);
  });
});

/** A server with one event that refuses who did not see its last version. */
function aServer(event: EventDetail) {
  let current = event;
  const sent: UpdateEventRequest[] = [];
  const answer = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  jest.spyOn(globalThis, 'fetch').mockImplementation((_, init) => {
    const seen = new Headers(init?.headers).get('if-match');
    if (seen !== `"${current.version}"`) return Promise.resolve(answer(412, { code: 'event.changed', status: 412, detail: '', current }));
    const patch = JSON.parse(String(init?.body)) as UpdateEventRequest;
    sent.push(patch);
    current = { ...current, ...patch, version: current.version + 1 } as EventDetail;
    return Promise.resolve(answer(200, current));
  });
  return {
    sent,
    current: () => current,
    write: (change: Partial<EventDetail>) => (current = { ...current, ...change, version: current.version + 1 }),
  };
}

describe('saving over somebody else', () => {
  afterEach(() => void jest.restoreAllMocks());

  function aPage(event: EventDetail) {
    const edit = mergingEdit(event, 'what', fieldsIn('what', event));
    const autosave = new Autosave<UpdateEventRequest, EventDetail>(
      { send: edit.send, versionOf: (saved) => saved.version, now: () => new Date(0) },
      event.version,
    );
    const errors: unknown[] = [];
    autosave.listen({ onState: (state) => state.kind === 'failed' && errors.push(state.error), onSaved: () => undefined });
    return { edit, autosave, errors };
  }

  it('both edits stand where the fields differ', async () => {
    const event = anEvent();
    const server = aServer(event);
    const { autosave } = aPage(event);
    server.write({ summary: '相手の紹介' });
    expect(await autosave.save({ title: 'わたしの名前' })).toBe(true);
    expect(server.current()).toMatchObject({ title: 'わたしの名前', summary: '相手の紹介' });
  });

  it('a second save of the same field is refused like the first, until the person has chosen', async () => {
    const event = anEvent();
    const server = aServer(event);
    const { edit, autosave, errors } = aPage(event);
    const theirs = server.write({ title: '相手の名前' });
    expect(await autosave.save({ title: 'わたし' })).toBe(false);
    expect(await autosave.save({ title: 'わたしの名前' })).toBe(false);
    expect(errors.map((error) => error instanceof ProblemError && error.status)).toEqual([412, 412]);
    expect(server.current().title).toBe('相手の名前');
    edit.rebase(theirs);
    autosave.rebase(theirs.version);
    expect(await autosave.save({ title: 'わたしの名前' })).toBe(true);
    expect(server.current().title).toBe('わたしの名前');
  });

  it('a save whose answer was lost is not sent again', async () => {
    const event = anEvent();
    const server = aServer(event);
    const { autosave } = aPage(event);
    server.write({ title: 'わたしの名前' });
    expect(await autosave.save({ title: 'わたしの名前' })).toBe(true);
    expect(server.sent).toEqual([]);
  });
});

describe('the event that comes with a 412', () => {
  it('is known by what it carries', () => {
    expect(isDetail(anEvent())).toBe(true);
    expect(isDetail({ code: 'x' })).toBe(false);
    expect(isDetail(null)).toBe(false);
  });
});
