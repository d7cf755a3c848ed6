import { describe, expect, it } from '@jest/globals';
import { parseForm } from '@yoriai/platform';
import { ReasonRequest } from './event-decision.dto.js';
import { CreateEventRequest, UpdateEventRequest } from './event-draft.dto.js';
import { ReportRequest } from './event-report.dto.js';

const errorsOf = async (body: object) => (await parseForm(UpdateEventRequest, body)).errors;

describe('an autosave', () => {
  it('takes any part of an event, and null to empty a field', async () => {
    const { value, errors } = await parseForm(UpdateEventRequest, { title: '  バラ園コンサート ', startsAt: null, food: false, frames: [{ name: '席', capacity: null }] });
    expect(errors).toEqual([]);
    expect(value).toMatchObject({ title: 'バラ園コンサート', startsAt: null, food: false });
    expect(Object.keys(value).filter((key) => value[key as keyof UpdateEventRequest] !== undefined).sort()).toEqual(['food', 'frames', 'startsAt', 'title']);
  });

  it.each(['state', 'version', 'publicRevision', 'number', 'slug', 'createdBy', 'id'])('takes no %s from outside', async (field) => {
    expect(await errorsOf({ [field]: 'published' })).toEqual([{ field, code: 'field.whitelistValidation' }]);
  });

  it.each(['placesTaken', 'waiting', 'eventId'])('nor %s of a frame', async (field) => {
    expect(await errorsOf({ frames: [{ name: '席', [field]: 0 }] })).toEqual([{ field: `frames.0.${field}`, code: 'field.whitelistValidation' }]);
  });

  it.each([
    ['０６ー００００ー０００１', '06-0000-0001'],
    ['０６－００００－０００１', '06-0000-0001'],
    ['06(0000)0001', '06-0000-0001'],
    ['090　0000　0129', '090 0000 0129'],
    ['0120000123', '0120000123'],
    [' ', null],
  ])('prints the phone number %s as %s', async (contactPhone, printed) => {
    const { value, errors } = await parseForm(UpdateEventRequest, { contactPhone });
    expect(errors).toEqual([]);
    expect(value.contactPhone).toBe(printed);
  });

  it('says with an example what is wrong with a phone number', async () => {
    expect(await errorsOf({ contactPhone: '06-0000' })).toEqual([{ field: 'contactPhone', code: 'contact.phone' }]);
  });

  it.each<[string, object]>([
    ['title', { title: 'あ'.repeat(81) }],
    ['title', { title: 5 }],
    ['startsAt', { startsAt: '2026-11-29' }],
    ['startsAt', { startsAt: '2026-11-29T10:00:00' }],
    ['startsAt', { startsAt: '2026-02-30T10:00:00+09:00' }],
    ['startsAt', { startsAt: '9999999-11-29T10:00:00Z' }],
    ['field', { field: 'everything' }],
    ['food', { food: 'yes' }],
    ['contactPhone', { contactPhone: 'でんわ' }],
    ['frames', { frames: 'x' }],
    ['frames', { frames: Array.from({ length: 21 }, () => ({ name: '席' })) }],
    ['frames.0.name', { frames: [{ name: ' ' }] }],
    ['frames.0.capacity', { frames: [{ name: '席', capacity: 0 }] }],
    ['frames.0.capacity', { frames: [{ name: '席', capacity: 2 ** 31 }] }],
    ['frames', { frames: [[]] }],
    ['duties', { duties: [[]] }],
    ['duties', { duties: [[{ duty: '受付', people: 1 }]] }],
    ['frames', { frames: [null] }],
    ['duties.0.people', { duties: [{ duty: '受付' }] }],
    ['duties.0.key', { duties: [{ duty: '受付', people: 1, key: '../x' }] }],
  ])('refuses %s in %j', async (field, body) => expect((await errorsOf(body)).map((error) => error.field)).toEqual([field]));
});

it('a new event needs its host', async () => {
  expect((await parseForm(CreateEventRequest, { title: '題' })).errors).toEqual([{ field: 'organisationId', code: 'field.isUuid' }]);
});

it('a reason is a sentence', async () => {
  for (const body of [{}, { reason: '' }, { reason: ' 　' }, { reason: 5 }]) {
    expect((await parseForm(ReasonRequest, body)).errors).toEqual([{ field: 'reason', code: 'event.reason-required' }]);
  }
});

it('a report counts people, and may leave them to the reception', async () => {
  expect((await parseForm(ReportRequest, {})).errors).toEqual([]);
  expect((await parseForm(ReportRequest, { participants: -1 })).errors).toEqual([{ field: 'participants', code: 'field.min' }]);
});
