export { mailSink, type CaughtMail, type MailSink } from './mail-sink.js';
export { race } from './race.js';
export { statementsOf, textsOf } from './statements.js';
export { announce, testApp, testConfig, type TestApp } from './test-app.js';
export { TestClock } from './test-clock.js';
export { testDatabase, type TestDatabase } from './test-database.js';
export { HORIE, NISHISENBA, Town, type TownApplication, type TownDuty, type TownEvent, type TownFrame } from './town.js';
