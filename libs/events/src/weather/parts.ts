import { AlertSources } from './alerts/alert-source.js';
import { Alerts } from './alerts/alerts.service.js';
import { GravestAlerts } from './alerts/gravest-alerts.service.js';
import { ConfiguredSources } from './alerts/configured-sources.js';
import { DayDecisionEntity } from './day-decision.entity.js';
import { DayDecisionRepository } from './day-decision.repository.js';
import { DayDecisions } from './day-decisions.service.js';
import { DecisionPrompts } from './decision-prompts.service.js';
import { Holdings } from './holdings.service.js';
import { Postponements } from './postponements.service.js';
import { DayProposals } from './reduction/day-proposals.service.js';
import { Reductions } from './reduction/reductions.service.js';
import { SaidOfDay } from './said-of-day.service.js';
import { WardDecisions } from './ward-decisions.service.js';
import { StillComing } from './still-coming.service.js';

/** What the module of the context is made of, as far as it is about the day of an event: doors, what stands behind them, rows. */
export const WEATHER = { doors: [Alerts, GravestAlerts, DayDecisions, DayProposals, DecisionPrompts, Holdings, Postponements, Reductions, StillComing, WardDecisions], behind: [DayDecisionRepository, SaidOfDay, { provide: AlertSources, useClass: ConfiguredSources }], rows: [DayDecisionEntity] };
