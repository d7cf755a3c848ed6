import { describe, expect, it } from '@jest/globals';
import { translator } from '@yoriai/ui';
import { anEvent } from './an-event.builder.js';
import { contentFrom, withPatch } from './content.js';
import { fieldsOf, STEPS } from './steps.js';
import { TEMPLATES, TEMPLATE_CONTENT } from './templates.js';

describe('a template', () => {
  it.each(TEMPLATES)('%s says what an event of its kind needs, but day, place and contact', (template) => {
    const content = TEMPLATE_CONTENT[template];
    for (const field of ['title', 'kana', 'summary', 'field', 'category', 'audience', 'audienceText', 'feeText', 'rainPolicy', 'food', 'fire'] as const) expect([field, content[field] ?? 'missing']).not.toEqual([field, 'missing']);
    expect(content.frames).toHaveLength(1);
    expect(content.duties?.every(({ duty, people }) => duty !== '' && people > 0)).toBe(true);
    // Only what the form asks for, and as the form has it.
    const asked = new Set(['programme', ...STEPS.flatMap((step) => (step === 'check' ? [] : fieldsOf(step)))]);
    expect(Object.keys(content).filter((field) => !asked.has(field))).toEqual([]);
    expect(withPatch(contentFrom({ ...anEvent() }), content).duties.map(({ people }) => people)).toEqual(content.duties?.map(({ people }) => people));
    for (const lang of ['ja', 'ja-easy', 'en'] as const) expect(translator(lang).has(`app.template.${template}`)).toBe(true);
  });
});
