import { ContestEvents } from './contest-events.js';
import { ContestRepository } from './contest.repository.js';
import { ContestResults } from './contest-results.service.js';
import { Contests } from './contests.service.js';
import { Judging } from './judging.service.js';

/** What the module of the context is made of, as far as it is about contests. */
export const CONTEST = { doors: [Contests, Judging, ContestResults], behind: [ContestRepository, ContestEvents] };
