import { amendment } from './amendment.js';
import { appDesk } from './app/desk.js';
import { appForm } from './app/form.js';
import { appHub } from './app/hub.js';
import { appPeople } from './app/people.js';
import { appPlaces } from './app/places.js';
import { appPublishAt } from './app/publish-at.js';
import { appSeries } from './app/series.js';
import { asks } from './asks.js';
import { attendance } from './attendance.js';
import { choice } from './choice.js';
import { consent } from './consent.js';
import { contest } from './contest.js';
import { firstCheck } from './first-check.js';
import { initiatives } from './initiatives.js';
import { handout } from './handout.js';
import { notices } from './notices.js';
import { openData } from './open-data.js';
import { picture } from './picture.js';
import { procedures } from './procedures.js';
import { programme } from './programme.js';
import { reduction } from './reduction.js';
import { rosters } from './rosters.js';
import { stalls } from './stalls.js';
import { start } from './start.js';
import { weather } from './weather.js';

/** What the App says in やさしい日本語 on screens that are not its first: it comes with the first of them. */
export const withScreens = { amendment, appDesk, appForm, appHub, appPeople, appPlaces, appPublishAt, appSeries, asks, attendance, choice, consent, contest, firstCheck, handout, initiatives, notices, openData, picture, procedures, programme, reduction, rosters, stalls, start, weather };
