export type { Messages, MessageName } from './messages.js';
