import { describe, expect, it } from '@jest/globals';
import { translator } from '@yoriai/ui';
import { anEvent } from './an-event.builder.js';
import { contentFrom, withPatch } from './content.js';
import { jstOf } from '../../app/jst.js';
import { dutiesFrom, dutyValues } from './rows.js';
import { fieldsOf, STEPS } from './steps.js';
import { repeatsOnDay } from './repeats.js';
import { TEMPLATES, TEMPLATE_CONTENT, renamed, templateRequest, type Template } from './templates.js';
import { readStep, valuesOf } from './values.js';

const TODAY = '2026-11-22';

describe('a template', () => {
  it.each(TEMPLATES)('%s says what an event of its kind needs, but day, place and contact', (template) => {
    const content = templateRequest(template, TODAY);
    for (const field of ['title', 'kana', 'summary', 'field', 'category', 'audience', 'audienceText', 'feeText', 'rainPolicy', 'food', 'fire'] as const) expect([field, content[field] ?? 'missing']).not.toEqual([field, 'missing']);
    // A clean-up of one's own streets, or one's own market, is no initiative of the ward's plan.
    expect(content.initiative === undefined).toBe(template === 'tidy' || template === 'market');
    expect(content.frames?.length).toBeGreaterThan(0);
    expect(content.duties?.every(({ duty, people }) => duty !== '' && people > 0)).toBe(true);
    // Only what the form asks for, and as the form has it.
    const asked = new Set(['programme', 'contest', 'stalls', ...STEPS.flatMap((step) => (step === 'check' ? [] : fieldsOf(step)))]);
    expect(Object.keys(content).filter((field) => !asked.has(field))).toEqual([]);
    expect(withPatch(contentFrom({ ...anEvent() }), content).duties.map(({ people }) => people)).toEqual(content.duties?.map(({ people }) => people));
    for (const lang of ['ja', 'ja-easy', 'en'] as const) expect(translator(lang).has(`app.template.${template}`)).toBe(true);
  });

  it.each([null, 'invited', 'members', 'area'] as const)('leaves it to the host whom the event shows itself to: %s', (visibility) => {
    for (const template of TEMPLATES) expect([template, withPatch(contentFrom({ ...anEvent({ visibility }) }), templateRequest(template, TODAY)).visibility]).toEqual([template, visibility]);
  });

  it('of a name that is another now lends it no reading; what the host wrote stays', () => {
    const boxes = { template: 'market', title: 'マルシェ', kana: 'まるしぇ' };
    expect(renamed(boxes, '西船場マルシェ')).toEqual({ template: 'market', title: '西船場マルシェ', kana: '' });
    expect(renamed({ ...boxes, kana: 'にしせんばまるしぇ' }, '西船場マルシェ').kana).toBe('にしせんばまるしぇ');
    expect(renamed({ ...boxes, template: '' }, '西船場マルシェ').kana).toBe('まるしぇ');
    expect(TEMPLATE_CONTENT.market.description).toBeUndefined();
  });

  const primarySchool = { by: 'grade', from: 7, to: 12 };
  const rule = { interval: 1, skipHolidays: true, schoolDays: false, until: '2027-03-31' };
  it.each<[Template, string, object]>([
    ['salon', 'every month', { repeats: { ...rule, every: 'month', weekdays: [3], nth: [3] }, frames: [{ method: 'open' }] }],
    ['exercise', 'every week', { repeats: { ...rule, every: 'week', weekdays: [4], nth: [] }, frames: [{ method: 'open' }] }],
    ['playground', 'every month', { repeats: { ...rule, every: 'month', weekdays: [4], nth: [2] }, frames: [{ name: '親子', capacity: 15 }] }],
    ['park-playground', 'every month, asking about heat where the alert begins that its summary speaks of', { repeats: { ...rule, every: 'month', weekdays: [0], nth: [2] }, heatLimit: 33, rainPolicy: 'cancelled', summary: expect.stringContaining('暑さの警戒アラート') }],
    ['tidy', 'who comes, and brooms', { rainPolicy: 'cancelled', frames: [{ method: 'open' }], materials: expect.stringContaining('ほうき') }],
    ['cleaning', 'the consent of the owner, and paint', { uses: ['owner'], materials: expect.stringContaining('ペンキ') }],
    ['concert', 'a stage, seats and the permit of the park', { uses: ['park'], programme: [{ kind: 'stage', place: '舞台' }], frames: [{ name: 'いす席', capacity: 120 }] }],
    ['market', 'food, fire, the park and a call for stalls with numbered plots', { food: true, fire: true, uses: ['park'], stalls: { kinds: ['food', 'goods', 'display', 'group'], places: 20, closesBefore: 30 } }],
    ['together', 'who signs, where one rests, and no steps', { initiative: 'salons', careText: '手話通訳がつきます。\n段差はありません。\n休憩室があります。', frames: [{ method: 'open' }] }],
    ['breeze', 'a festival of those who care for each other, with a call for stalls', { initiative: 'salons', category: 'festival', careText: expect.stringContaining('手話通訳'), programme: [{ kind: 'stage' }, { kind: 'corner' }, { kind: 'health' }], stalls: { kinds: ['food', 'goods', 'group'] } }],
    ['festival', 'a stage, a corner for children and one for health', { programme: [{ kind: 'stage', place: '舞台' }, { kind: 'corner' }, { kind: 'health' }], food: true, fire: true, uses: ['park', 'road', 'subsidy'], stalls: { places: 30, closesBefore: 45 } }],
    ['film', 'two screenings, one of them by lot', { frames: [{ name: '午前の回', capacity: 100 }, { name: '午後の回（抽選）', method: 'lottery', capacity: 60 }], summary: expect.stringContaining('2回') }],
    ['kites', 'children with a guardian’s consent, groups beside them, a question about pictures, another day for rain', {
      ...{ rainPolicy: 'postponed', rainDecider: '会長', uses: ['park'], summary: expect.stringContaining('ほかの日にします') },
      frames: [
        { name: 'こどもの部', companions: 'names', asks: { ages: primarySchool, guardian: true, photos: true, perAdult: 5 } },
        { kind: 'group', name: '団体の部', asks: { photos: true } },
      ],
      contest: { divisions: [{ frame: 0, name: 'こどもの部', unit: 'person' }, { frame: 1, name: '団体の部', unit: 'group' }], criteria: ['高さ', '安定', '絵と形'] },
    }],
    ['youth', 'children of a school year with a guardian’s consent', { frames: [{ companions: 'names', asks: { ages: primarySchool, guardian: true } }] }],
    ['bar', 'food, whatever the weather, in shops that are asked', { stalls: { kinds: ['food'], plots: [] }, food: true, rainPolicy: 'go-ahead', uses: ['ward-name'] }],
  ])('%s holds what its programme is: %s', (template, _, held) => {
    expect(templateRequest(template, TODAY)).toMatchObject(held);
  });

  it('repeats itself only where its programme does, and by the first day that the host says', () => {
    const repeated = TEMPLATES.filter((template) => templateRequest(template, TODAY).repeats);
    expect(repeated).toEqual(['salon', 'exercise', 'playground', 'park-playground']);
    for (const template of repeated) {
      // Friday 12 March 2027: the second of its month; the fiscal year ends too soon after it to be the end.
      const event = anEvent({ startsAt: null, endsAt: null, repeats: templateRequest(template, TODAY).repeats! });
      const day = { ...valuesOf('when', event), 'date-year': '2027', 'date-month': '3', 'date-day': '12', start: '10:00', end: '11:30' };
      const { patch, errors } = readStep('when', { ...day, ...repeatsOnDay(day) }, event);
      expect([template, errors, patch.repeats]).toMatchObject([template, {}, { weekdays: [5], nth: template === 'exercise' ? [] : [2], until: '2027-03-31' }]);
    }
  });

  it.each(TEMPLATES)('%s has people who prepare before it and clear away after it, and the others all the while', (template) => {
    const duties = TEMPLATE_CONTENT[template].duties ?? [];
    const sides = duties.map(({ beside }) => beside?.side);
    expect([sides[0], sides.at(-1)]).toEqual(['before', 'after']);
    expect(new Set(sides.slice(1, -1))).toEqual(new Set([undefined]));
    const stalls = TEMPLATE_CONTENT[template].stalls;
    expect([0, stalls?.places]).toContain(stalls?.plots.length ?? 0);
  });

  it('has duties that begin with the hours of the event, and may not be left without', () => {
    const event = anEvent({ duties: [{ ...anEvent().duties[0]!, startsAt: null, endsAt: null }] });
    const values = dutyValues(event);
    expect([values['duties.0.start'], values['duties.0.end']]).toEqual([jstOf(event.startsAt!).time, jstOf(event.endsAt!).time]);
    expect(dutiesFrom(values, event).errors).toEqual({});
    expect(dutiesFrom({ ...values, 'duties.0.start': '', 'duties.0.end': '' }, event).errors).toEqual({ 'duties.0.start': 'app.time-missing', 'duties.0.end': 'app.time-missing' });
  });
});
