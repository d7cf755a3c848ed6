import { AnswerRounds } from './answer-rounds.service.js';
import { ChoiceRepository } from './choice.repository.js';
import { HostAnswers } from './host-answers.service.js';

/** What the host's answers add to the module. */
export const CHOICE = { doors: [HostAnswers, AnswerRounds], behind: [ChoiceRepository] };
