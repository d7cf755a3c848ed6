import { expect, it } from '@jest/globals';
import { takesAlong } from './takes-along.js';

it('a file is for who leads the host or has a role at the ward office that is it, not for a drill leader, nor for a leader elsewhere', () => {
  const may = (role: 'leader' | 'council-officer' | 'drill-leader' | 'staff', organisationId = 'here') => takesAlong({ terms: [{ organisationId, role }] }, { organisation: { id: 'here' } });
  expect([may('leader'), may('council-officer'), may('staff'), may('drill-leader'), may('leader', 'elsewhere')]).toEqual([true, true, true, false, false]);
});
