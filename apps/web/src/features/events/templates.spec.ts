import { describe, expect, it } from '@jest/globals';
import { translator } from '@yoriai/ui';
import { anEvent } from './an-event.builder.js';
import { contentFrom, withPatch } from './content.js';
import { jstOf } from '../../app/jst.js';
import { dutiesFrom, dutyValues } from './rows.js';
import { fieldsOf, STEPS } from './steps.js';
import { TEMPLATES, TEMPLATE_CONTENT, renamed } from './templates.js';

describe('a template', () => {
  it.each(TEMPLATES)('%s says what an event of its kind needs, but day, place and contact', (template) => {
    const content = TEMPLATE_CONTENT[template];
    for (const field of ['title', 'kana', 'summary', 'field', 'category', 'audience', 'audienceText', 'feeText', 'rainPolicy', 'food', 'fire'] as const) expect([field, content[field] ?? 'missing']).not.toEqual([field, 'missing']);
    // A clean-up of one's own streets is no initiative of the ward's plan.
    expect(content.initiative === undefined).toBe(template === 'tidy');
    expect(content.frames).toHaveLength(1);
    expect(content.duties?.every(({ duty, people }) => duty !== '' && people > 0)).toBe(true);
    // Only what the form asks for, and as the form has it.
    const asked = new Set(['programme', ...STEPS.flatMap((step) => (step === 'check' ? [] : fieldsOf(step)))]);
    expect(Object.keys(content).filter((field) => !asked.has(field))).toEqual([]);
    expect(withPatch(contentFrom({ ...anEvent() }), content).duties.map(({ people }) => people)).toEqual(content.duties?.map(({ people }) => people));
    for (const lang of ['ja', 'ja-easy', 'en'] as const) expect(translator(lang).has(`app.template.${template}`)).toBe(true);
  });

  it.each([null, 'invited', 'members', 'area'] as const)('leaves it to the host whom the event shows itself to: %s', (visibility) => {
    for (const template of TEMPLATES) expect([template, withPatch(contentFrom({ ...anEvent({ visibility }) }), TEMPLATE_CONTENT[template]).visibility]).toEqual([template, visibility]);
  });

  it('of a name that is another now lends it no reading; what the host wrote stays', () => {
    const boxes = { template: 'market', title: 'にし恋マルシェ', kana: 'にしこいまるしぇ' };
    expect(renamed(boxes, '西船場マルシェ')).toEqual({ template: 'market', title: '西船場マルシェ', kana: '' });
    expect(renamed({ ...boxes, kana: 'にしせんばまるしぇ' }, '西船場マルシェ').kana).toBe('にしせんばまるしぇ');
    expect(renamed({ ...boxes, template: '' }, '西船場マルシェ').kana).toBe('にしこいまるしぇ');
    expect(TEMPLATE_CONTENT.market.description).toBeUndefined();
  });

  it('of a class for children asks for their school year and a guardian', () => {
    expect(TEMPLATE_CONTENT.youth.frames).toMatchObject([{ companions: 'names', asks: { ages: { by: 'grade', from: 7, to: 12 }, guardian: true } }]);
  });

  it('has duties that begin with the hours of the event, and may not be left without', () => {
    const event = anEvent({ duties: [{ ...anEvent().duties[0]!, startsAt: null, endsAt: null }] });
    const values = dutyValues(event);
    expect([values['duties.0.start'], values['duties.0.end']]).toEqual([jstOf(event.startsAt!).time, jstOf(event.endsAt!).time]);
    expect(dutiesFrom(values, event).errors).toEqual({});
    expect(dutiesFrom({ ...values, 'duties.0.start': '', 'duties.0.end': '' }, event).errors).toEqual({ 'duties.0.start': 'app.time-missing', 'duties.0.end': 'app.time-missing' });
  });
});
