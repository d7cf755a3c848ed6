import { beforeEach, expect, it } from '@jest/globals';
import { dropAllDrafts, dropDraft, keepDraft } from '../../app/drafts.js';
import { unsentWords, wordsDraft } from './unsent-words.js';

beforeEach(() => dropAllDrafts());

it('words about a procedure or a condition wait until they are sent, each of its own event', () => {
  keepDraft(wordsDraft('e1', 'park'), '控えを');
  keepDraft(wordsDraft('e1', 'fire'), '  ');
  keepDraft(wordsDraft('e2', 'park'), '別の行事');
  expect([unsentWords('e1'), unsentWords('e2'), unsentWords('e3')]).toEqual([1, 1, 0]);
  dropDraft(wordsDraft('e1', 'park'));
  expect(unsentWords('e1')).toBe(0);
});
