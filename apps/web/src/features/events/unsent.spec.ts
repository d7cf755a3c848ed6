import { afterEach, describe, expect, it } from '@jest/globals';
import { dropAllDrafts, dropDraft, keepDraft } from '../../app/drafts.js';
import { draftName, unsentSteps } from './unsent.js';

describe('what the server does not have yet', () => {
  afterEach(dropAllDrafts);

  it('are the pages with a draft, in the order of the form, of this event only', () => {
    keepDraft(draftName('a', 'contact'), {});
    keepDraft(draftName('a', 'what'), {});
    keepDraft(draftName('b', 'when'), {});
    keepDraft('event/a/cancel', 'rain');
    expect(unsentSteps('a')).toEqual(['what', 'contact']);
    dropDraft(draftName('a', 'what'));
    dropDraft(draftName('a', 'contact'));
    expect(unsentSteps('a')).toEqual([]);
  });
});
