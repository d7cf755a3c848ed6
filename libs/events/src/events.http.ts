import { Module } from '@nestjs/common';
import { ApplicationController } from './application/application.controller.js';
import { EventPapersController } from './event/event-papers.controller.js';
import { EventPublicationPlansController } from './event/event-publication-plans.controller.js';
import { EventLifecycleController } from './event/event-lifecycle.controller.js';
import { DraftHandOverController } from './help/draft-hand-over.controller.js';
import { EventController } from './event/event.controller.js';
import { WardCalendarController } from './calendar/ward-calendar.controller.js';
import { ChoiceController } from './choice/choice.controller.js';
import { AmendmentController } from './amendment/amendment.controller.js';
import { ConsentController } from './consent/consent.controller.js';
import { CoHostController } from './co-host/co-host.controller.js';
import { CircleController } from './invitation/circle.controller.js';
import { EventInvitationController } from './invitation/invitation.controller.js';
import { EventsModule } from './events.module.js';
import { PlannedDateController, SchoolClosureController, SeriesController } from './series/series.controller.js';
import { PublicEventController } from './public-event/public-event.controller.js';
import { AlertController, WardDecisionController, WeatherController } from './weather/weather.controller.js';
import { StallController } from './stall/stall.controller.js';
import { ContestController } from './contest/contest.controller.js';
import { NoticeController } from './notice/notice.controller.js';
import { HandoutController } from './handout/handout.controller.js';
import { InitiativeController } from './initiative/initiative.controller.js';
import { ListRequestController } from './list-request/list-request.controller.js';
import { PictureController } from './picture/picture.controller.js';
import { ReportDeskController } from './report-desk/report-desk.controller.js';
import { StartController } from './start/start.controller.js';
import { VenueController } from './venue/venue.controller.js';

/** What the api process adds: routes. */
@Module({
  imports: [EventsModule],
  controllers: [
    DraftHandOverController,
    EventController,
    EventLifecycleController,
    EventPublicationPlansController,
    EventPapersController,
    WeatherController,
    AlertController,
    WardDecisionController,
    EventInvitationController,
    CircleController,
    CoHostController,
    WardCalendarController,
    ApplicationController,
    ChoiceController,
    AmendmentController,
    ConsentController,
    PublicEventController,
    SeriesController,
    PlannedDateController,
    SchoolClosureController,
    VenueController,
    StallController,
    ContestController,
    NoticeController,
    HandoutController,
    InitiativeController,
    ListRequestController,
    PictureController,
    ReportDeskController,
    StartController,
  ],
})
export class EventsHttpModule {}
