import { StartAnswers } from './start-answers.service.js';
import { StartAsking } from './start-asking.service.js';
import { StartLines } from './start-lines.js';
import { StartRequestEntity } from './start.entity.js';
import { StartRepository } from './start.repository.js';
import { Starts } from './starts.service.js';
import { StartWriter } from './start-writer.js';

/** What the module has of requests to begin something: rows, what stands behind the doors, and the doors. */
export const STARTS = { rows: [StartRequestEntity], behind: [StartRepository, StartLines, StartWriter], doors: [Starts, StartAnswers, StartAsking] };
