import { expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import { testConfig, testDatabase } from '@yoriai/testing';
import { SCHEDULED } from './schedule.js';
import { WorkerModule } from './worker.module.js';

it('everything that the worker does by the clock finds what it needs', async () => {
  const database = await testDatabase();
  const worker = await Test.createTestingModule({ imports: [WorkerModule.forRoot(testConfig(database))] }).compile();
  try {
    expect(SCHEDULED.map((work) => worker.get(work, { strict: false })).every(Boolean)).toBe(true);
  } finally {
    await worker.close();
    await database.drop();
  }
});
