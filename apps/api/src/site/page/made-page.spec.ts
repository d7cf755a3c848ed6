import { describe, expect, it } from '@jest/globals';
import { FORM_TOKEN_FIELD } from '../../http/origin.js';
import { asMade } from './made-page.js';

describe('a page that is sent', () => {
  it('is packed when it is the same for everybody, and never with a form token in it', () => {
    expect(asMade('<p>行事</p>', 200, false).zippable?.for({ 'accept-encoding': 'gzip' }).headers).toEqual({ 'content-encoding': 'gzip' });
    for (const refuses of ['gzip;q=0', 'br, gzip; q=0.0', 'identity', '']) expect([refuses, asMade('<p>行事</p>', 200, false).zippable?.for({ 'accept-encoding': refuses }).headers]).toEqual([refuses, {}]);
    expect(asMade('<p>行事</p>', 200, false).zippable?.for({ 'accept-encoding': 'gzip;q=0.5, br' }).headers).toEqual({ 'content-encoding': 'gzip' });
    expect(asMade(`<form><input type="hidden" name="${FORM_TOKEN_FIELD}" value="t"></form>`, 200, false).zippable).toBeUndefined();
    expect(asMade('<p>わたしの申込</p>', 200, true).zippable).toBeUndefined();
  });

  it('is known again by what it says, unless it is somebody\'s own or says no', () => {
    const [one, same, other] = ['<p>1</p>', '<p>1</p>', '<p>2</p>'].map((text) => asMade(text, 200, false).headers.etag);
    expect(one).toMatch(/^W\/"/);
    expect(same).toBe(one);
    expect(other).not.toBe(one);
    expect(asMade('<p>1</p>', 200, true).headers).toMatchObject({ 'cache-control': 'private, no-store' });
    expect(asMade('<p>1</p>', 404, false).headers.etag).toBeUndefined();
  });
});
