import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovalsModule } from '@yoriai/approvals';
import { AssociationsModule } from '@yoriai/associations';
import { IdentityModule } from '@yoriai/identity';
import { DraftBesides } from './again/draft-besides.service.js';
import { PhotoAnswers } from './asks/photo-answers.service.js';
import { AnswersForgetting } from './asks/forgetting.js';
import { ApplicantList } from './application/applicant-list.service.js';
import { ApplicationChanges } from './application/application-changes.service.js';
import { ApplicationEntity, ApplicationTransitionEntity } from './application/application.entity.js';
import { ApplicationRepository } from './application/application.repository.js';
import { Applications } from './application/applications.service.js';
import { DrawRepository } from './application/draw.repository.js';
import { Draws } from './application/draws.service.js';
import { OfferRepository } from './application/offer.repository.js';
import { Offers } from './application/offers.service.js';
import { Parting } from './application/parting.js';
import { SignUpDesk } from './application/sign-up-desk.js';
import { SignUps } from './application/sign-up.service.js';
import { ApplicantLines } from './application/applicant-lines.js';
import { TicketCodes } from './application/ticket-codes.js';
import { EventApprovals } from './event/event-approval.service.js';
import { EventChangeDrafts } from './event/event-change-drafts.service.js';
import { EventChanges } from './event/event-changes.service.js';
import { DraftHandOvers } from './help/draft-hand-overs.service.js';
import { EventChecks } from './event/event-checks.service.js';
import { EventChecklist } from './event/event-checklist.service.js';
import { EventConditions } from './event/event-conditions.service.js';
import { EventCorrections } from './event/event-corrections.service.js';
import { FigureCorrectionEntity } from './event/figure-correction.entity.js';
import { EventDrafts } from './event/event-draft.service.js';
import { EventEdits } from './event/event-edit.service.js';
import { EventEvidence } from './event/event-evidence.service.js';
import { EventEnds } from './event/event-ends.js';
import { EventLoader } from './event/event-loader.js';
import { EventMoves } from './event/event-moves.js';
import { EventPapers } from './event/event-papers.service.js';
import { EventProcedures } from './event/event-procedures.service.js';
import { EventPublications } from './event/event-publication.service.js';
import { EventPublicationPlans } from './event/event-publication-plans.service.js';
import { EventQueries } from './event/event-queries.service.js';
import { EventReportEntity } from './event/event-report.entity.js';
import { EventReports } from './event/event-report.service.js';
import { ReportPrompts } from './event/report-prompts.service.js';
import { EventTransitionEntity } from './event/event-transition.entity.js';
import { EventEntity } from './event/event.entity.js';
import { EventRepository } from './event/event.repository.js';
import { Events } from './event/events.service.js';
import { FrameEntity } from './frame/frame.entity.js';
import { EventOrigins } from './open-data/event-origins.js';
import { PublicEventRepository } from './public-event/public-event.repository.js';
import { PublicDraws } from './public-event/public-draws.service.js';
import { PublicEvents } from './public-event/public-event.service.js';
import { NewEvents } from './event/new-events.js';
import { SeriesDateMaker } from './series/series-date-maker.js';
import { SeriesDateWriter } from './series/series-date-writer.js';
import { SeriesDates } from './series/series-dates.service.js';
import { SchoolClosureEntity, SeriesEntity, SeriesSkipEntity } from './series/series.entity.js';
import { SeriesForecast } from './series/series-forecast.service.js';
import { SeriesDesk } from './series/series.service.js';
import { SeriesRepository } from './series/series.repository.js';
import { SeriesSpread } from './series/series-spread.service.js';
import { SeriesTakeOver } from './series/series-take-over.js';
import { EventRevisionEntity } from './revision/event-revision.entity.js';
import { EventRevisionRepository } from './revision/event-revision.repository.js';
import { TOGETHER } from './co-host/parts.js';
import { AMENDMENT } from './amendment/parts.js';
import { CHOICE } from './choice/parts.js';
import { CONSENT } from './consent/parts.js';
import { ApplicationEndings } from './application/application-endings.service.js';
import { HANDOUTS } from './handout/parts.js';
import { LISTS_OUT } from './list-request/parts.js';
import { MESSAGES } from './message/parts.js';
import { NOTICES } from './notice/parts.js';
import { INITIATIVES } from './initiative/parts.js';
import { PICTURES } from './picture/parts.js';
import { RETENTION } from './retention/parts.js';
import { ReportDeskRepository } from './report-desk/report-desk.repository.js';
import { ReportDesks } from './report-desk/report-desk.service.js';
import { SEALING } from './sealed/parts.js';
import { STARTS } from './start/parts.js';
import { WEATHER } from './weather/parts.js';
import { CONTEST } from './contest/parts.js';
import { StallEvents } from './stall/stall-events.js';
import { StallTickets } from './stall/stall-tickets.service.js';
import { StallApplications } from './stall/stall-applications.service.js';
import { StallCallEntity, StallEntity, StallPlotEntity } from './stall/stall.entity.js';
import { StallRepository } from './stall/stall.repository.js';
import { Stalls } from './stall/stalls.service.js';
import { VenueEntity } from './venue/venue.entity.js';
import { VenueRepository } from './venue/venue.repository.js';
import { EventCircles } from './invitation/event-circles.service.js';
import { EventInvitations } from './invitation/event-invitations.service.js';
import { CircleRepository } from './invitation/circle.repository.js';
import { EventAddresses } from './invitation/event-addresses.js';
import { Venues } from './venue/venues.service.js';

const SERIES = [SeriesRepository, SeriesDateMaker, SeriesDateWriter, SeriesSpread, SeriesTakeOver, NewEvents];

const DOORS = [
  AnswersForgetting,
  PhotoAnswers,
  ...WEATHER.doors,
  Events,
  EventDrafts,
  EventEdits,
  EventChangeDrafts,
  EventQueries,
  EventApprovals,
  EventConditions,
  EventChecklist,
  DraftHandOvers,
  EventChecks,
  EventProcedures,
  EventEvidence,
  EventPublications,
  EventPublicationPlans,
  EventReports,
  ReportPrompts,
  ReportDesks,
  EventCorrections,
  EventEnds,
  EventOrigins,
  SeriesDates,
  SeriesDesk,
  SeriesForecast,
  PublicEvents,
  PublicDraws,
  SignUps,
  Applications,
  ApplicantList,
  ApplicationChanges,
  Offers,
  Draws,
  Venues,
  Stalls,
  StallApplications,
  StallTickets,
  EventInvitations,
  EventCircles,
  ...TOGETHER.doors,
  ...CHOICE.doors,
  ...AMENDMENT.doors,
  ...CONSENT.doors,
  ...CONTEST.doors,
  ...HANDOUTS.doors,
  ...MESSAGES.doors,
  ...NOTICES.doors,
  ...INITIATIVES.doors,
  ...LISTS_OUT.doors,
  ...PICTURES.doors,
  ...RETENTION.doors,
  ...SEALING.doors,
  ...STARTS.doors,
];

/** Events, their frames and applications, for every process; routes and subscribers are added beside it. */
@Module({
  imports: [
    IdentityModule,
    AssociationsModule,
    ApprovalsModule,
    TypeOrmModule.forFeature([
      EventEntity,
      EventTransitionEntity,
      EventReportEntity,
      FigureCorrectionEntity,
      EventRevisionEntity,
      FrameEntity,
      ApplicationEntity,
      ApplicationTransitionEntity,
      SeriesEntity,
      SeriesSkipEntity,
      SchoolClosureEntity,
      VenueEntity,
      StallCallEntity,
      StallPlotEntity,
      StallEntity,
      ...WEATHER.rows,
      ...TOGETHER.rows,
      ...MESSAGES.rows,
      ...NOTICES.rows,
      ...INITIATIVES.rows,
      ...CONSENT.rows,
      ...STARTS.rows,
    ]),
  ],
  providers: [...DOORS, ...SERIES, ...WEATHER.behind, ...TOGETHER.behind, ...CHOICE.behind, ...AMENDMENT.behind, ...CONSENT.behind, ApplicationEndings, ...CONTEST.behind, ...HANDOUTS.behind, ...MESSAGES.behind, ...NOTICES.behind, ...INITIATIVES.behind, ...LISTS_OUT.behind, ...PICTURES.behind, ...RETENTION.behind, ...SEALING.behind, ...STARTS.behind, DraftBesides, ReportDeskRepository, EventRepository, EventRevisionRepository, VenueRepository, StallRepository, StallEvents, EventLoader, EventMoves, EventPapers, EventChanges, ApplicationRepository, OfferRepository, DrawRepository, Parting, SignUpDesk, ApplicantLines, TicketCodes, EventAddresses, CircleRepository, PublicEventRepository],
  exports: [...DOORS, EventRepository, ApplicationRepository],
})
export class EventsModule {}
