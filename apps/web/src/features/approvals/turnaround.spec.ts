import { expect, it } from '@jest/globals';
import { wordsOf } from './turnaround.js';

it('calls the fiscal year as the ward does', () => {
  expect(wordsOf({ fiscalYear: 2026, decided: 114, usual: 1, mostly: 2 })).toBe('令和8年度（2026年度）に決まった114件は、ふつう1営業日、10件中9件は2営業日までに決まりました。');
  expect(wordsOf({ fiscalYear: 2025, decided: 3, usual: null, mostly: null })).toBe('決まるまでの日数は、5件決まると出ます。令和7年度（2025年度）に決まったのは3件です。');
});
