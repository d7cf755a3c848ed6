import { test } from '@playwright/test';
import { findAndApply, waitAndMoveUp } from './main-job/applying.js';
import { decide, schedule } from './main-job/approval.js';
import { count } from './main-job/figures.js';
import { receive } from './main-job/reception.js';
import { begin } from './main-job/story.js';
import { volunteer } from './main-job/volunteering.js';

test('the main job: from the chair’s idea to the ward’s figures', async ({ browser }) => {
  test.setTimeout(300_000);
  const story = await begin(browser);
  await test.step('1 the chair schedules the concert and hands it in', () => schedule(story));
  await test.step('2 the ward returns it, then approves it; it is published', () => decide(story));
  await test.step('3 a resident without scripts and account applies', () => findAndApply(story));
  await test.step('4 a volunteer takes a shift', () => volunteer(story));
  await test.step('5 and 6 full, waiting, cancelled, promoted', () => waitAndMoveUp(story));
  await test.step('7 the chair receives people at the door, 8 the ward counts them', async () => count(story, await receive(story)));
});
