import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NEEDS, answersOf, answersVerdict, questionContradictions, told, type Question } from './questions.rules.js';

const question = (given: Partial<Question> = {}): Question => ({ key: 'q1', kind: 'text', label: 'たこの形', required: false, choices: [], ...given });
const choice = question({ key: 'q2', kind: 'choice', required: true, choices: ['四角', 'ひし形'] });
const yesNo = question({ key: 'q3', kind: 'yes-no' });
const asks = { questions: [question(), choice, yesNo], needs: ['wheelchair' as const] };
const says = (...answers: [string, string][]) => ({ answers: answers.map(([key, value]) => ({ key, value })) });

describe('answers', () => {
  it.each([
    [says(['q2', '四角']), true],
    [{ ...says(['q2', 'ひし形'], ['q1', '大きいの'], ['q3', 'no']), needs: ['wheelchair' as const], needsText: '電動です' }, true],
    [says(), 'application.answer-needed answers.q2'],
    [says(['q2', '　']), 'application.answer-needed answers.q2'],
    [says(['q2', '丸']), 'application.answer-choice answers.q2'],
    [says(['q2', '四角'], ['q3', 'はい']), 'application.answer-choice answers.q3'],
    [says(['q2', '四角'], ['q9', 'x']), 'application.answer-not-asked answers.q9'],
    [says(['q2', '四角'], ['q2', '四角']), 'application.answer-not-asked answers.q2'],
    [{ ...says(['q2', '四角']), needs: ['allergy' as const] }, 'application.answer-not-asked needs'],
  ])('%j: %s', (said, expected) => {
    const verdict = answersVerdict(asks, said);
    expect(verdict === true ? true : `${verdict.code} ${verdict.field}`).toBe(expected);
  });

  it('are nobody’s where nothing is asked', () => {
    const nothing = { questions: [], needs: [] };
    expect(answersVerdict(nothing, {})).toBe(true);
    expect(answersVerdict(nothing, says(['q1', 'x']))).toMatchObject({ code: 'application.answer-not-asked' });
    expect(answersVerdict(nothing, { needsText: 'x' })).toMatchObject({ code: 'application.answer-not-asked', field: 'needsText' });
    expect([answersOf({}), answersOf({ needs: [], needsText: ' ', answers: [{ key: 'q1', value: ' ' }] })]).toEqual([null, null]);
  });

  it('are kept and told as they were said, without what is no question any more', () => {
    const text = fc.string({ minLength: 1, maxLength: 20 }).filter((each) => each.trim() !== '');
    fc.assert(
      fc.property(fc.subarray([...NEEDS]), fc.option(text), text, fc.boolean(), (needs, needsText, value, gone) => {
        const kept = answersOf({ needs, needsText, ...says(['q1', value]) });
        const { answers, ...rest } = told(gone ? [yesNo] : asks.questions, kept)!;
        expect(rest).toEqual({ needs, needsText: needsText?.trim() ?? null });
        expect(answers).toEqual(gone ? [] : [{ key: 'q1', label: 'たこの形', kind: 'text', value: value.trim() }]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a question', () => {
  it('to choose from has two different answers or more, another none', () => {
    const wrong = (...questions: Question[]) => questionContradictions(questions, 'frames.0').map(({ field }) => field);
    expect(wrong(question(), choice, yesNo)).toEqual([]);
    expect(wrong({ ...choice, choices: ['四角'] }, { ...yesNo, choices: ['a', 'b'] })).toEqual(['frames.0.asks.questions.0.choices', 'frames.0.asks.questions.1.choices']);
    expect(wrong({ ...choice, choices: ['四角', '四角'] }, choice)).toEqual(['frames.0.asks.questions.0.choices', 'frames.0.asks.questions.1.choices']);
  });
});
