import { expect, it } from '@jest/globals';
import { renderToStaticMarkup } from 'react-dom/server';
import { ALLOWED, anEvent } from '../events/an-event.builder.js';
import { HelpNote } from './help-note.js';

const help = { name: '町野 灯', centreName: '堀江まちづくりセンター', began: true, askedAt: null, writtenSince: false };
const drawn = (event: Parameters<typeof anEvent>[0]): string => renderToStaticMarkup(<HelpNote event={anEvent(event)} />).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim();
const centre = { ...ALLOWED, submit: 'event.host-only' };

it('tells the host who wrote the draft, and that it is theirs to hand in', () => {
  expect(drawn({ state: 'draft', help })).toBe('堀江まちづくりセンターの町野 灯さんが下書きしました 内容を見て、直したいところは直してから、区に申請してください。それまで、どこにも公開されません。');
  expect(drawn({ state: 'draft', help: { ...help, began: false } })).toContain('下書きを手伝いました');
});

it('tells the centre who hands it in, and nobody anything else', () => {
  expect(drawn({ state: 'draft', help, can: centre })).toContain('区に申請するのは、西船場連合振興町会です。');
  expect(drawn({ state: 'draft', can: centre })).toContain('区に申請するのは、西船場連合振興町会です。');
  expect(drawn({ state: 'published', can: { ...centre, edit: 'event.host-only' } })).toBe('');
  expect(drawn({ state: 'draft' })).toBe('');
});
