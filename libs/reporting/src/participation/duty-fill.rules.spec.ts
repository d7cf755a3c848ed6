import { expect, it } from '@jest/globals';
import { toldDuties, type DutyFill } from './duty-fill.rules.js';

const duty = (name: string, places: number, events = 2): DutyFill => ({ duty: name, events, places, taken: [0, 0, 0, 0, 0, places] });

it('tells of the duties with the most places, and of none that one event alone had', () => {
  const many = Array.from({ length: 10 }, (_, index) => duty(`役${index}`, 10 + index));
  expect(toldDuties([duty('受付', 40), ...many, duty('火の番', 99, 1), duty('だれも', 0)]).map(({ duty: name }) => name)).toEqual(['受付', '役9', '役8', '役7', '役6', '役5', '役4', '役3']);
});
