import { ApiProperty } from '@nestjs/swagger';
import { MESSAGE_AUDIENCES, type DropReason, type MessageAudience } from '@yoriai/events';
import type { Lang } from '@yoriai/ui';
import { MESSAGE_STARTS } from './message-starts.js';

/** A message in words of one language. */
export class MessageWordsAnswer {
  @ApiProperty() title: string;
  @ApiProperty() text: string;
}

/** How the letters of a message stand: audience = accepted + callSheet + optedOut + waiting. */
export class MessageTally {
  @ApiProperty() audience: number;
  @ApiProperty() accepted: number;
  @ApiProperty({ description: 'To be telephoned' }) callSheet: number;
  @ApiProperty({ description: 'They declined reminders' }) optedOut: number;
  @ApiProperty() waiting: number;
}

/** What the host of an event wrote to its people. */
export class MessageLine {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: MESSAGE_AUDIENCES, isArray: true }) audiences: MessageAudience[];
  @ApiProperty({ type: [String], description: 'Names of the frames it is for; none: all' }) frames: string[];
  @ApiProperty() title: string;
  @ApiProperty() text: string;
  @ApiProperty({ type: MessageWordsAnswer, nullable: true }) easy: MessageWordsAnswer | null;
  @ApiProperty({ type: MessageWordsAnswer, nullable: true }) english: MessageWordsAnswer | null;
  @ApiProperty() writtenBy: string;
  @ApiProperty({ format: 'date-time' }) writtenAt: string;
  @ApiProperty({ format: 'date-time', description: 'When it goes, or went' }) sendAt: string;
  @ApiProperty({ enum: ['waiting', 'sent', 'dropped'] }) state: 'waiting' | 'sent' | 'dropped';
  @ApiProperty({ enum: ['taken-back', 'called-off', 'put-off'], nullable: true, description: 'Why it never went' }) because: DropReason | null;
  @ApiProperty({ description: 'Whether those without a mail address were to be telephoned: it went while there was a call sheet' }) calls: boolean;
  @ApiProperty({ type: MessageTally, nullable: true, description: 'Null until its letters are written' }) tally: MessageTally | null;
}

/** How many people are of a group now. */
export class MessageGroup {
  @ApiProperty({ enum: MESSAGE_AUDIENCES }) audience: MessageAudience;
  @ApiProperty() people: number;
}

export class MessageFrame {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
}

/** Ready-made words, in each language that a message can be written in, without readings: as somebody would type them. */
export class MessageStart {
  @ApiProperty({ enum: MESSAGE_STARTS }) start: (typeof MESSAGE_STARTS)[number];
  @ApiProperty({ type: MessageWordsAnswer }) japanese: MessageWordsAnswer;
  @ApiProperty({ type: MessageWordsAnswer }) easy: MessageWordsAnswer;
  @ApiProperty({ type: MessageWordsAnswer }) english: MessageWordsAnswer;
}

/** The messages of an event, and what a new one could be. */
export class MessageList {
  @ApiProperty({ type: [MessageLine], description: 'The newest first' }) items: MessageLine[];
  @ApiProperty({ oneOf: [{ type: 'boolean' }, { type: 'string' }], description: 'True, or the code of why the asker may not write' }) can: true | string;
  @ApiProperty({ description: 'How many more may go on the day on which one sent now goes' }) left: number;
  @ApiProperty({ type: [MessageGroup] }) groups: MessageGroup[];
  @ApiProperty({ type: [MessageStart] }) starts: MessageStart[];
  @ApiProperty({ type: [MessageFrame] }) frames: MessageFrame[];
}

/** A letter as somebody who reads this language sees it. */
export class MessageLetterPreview {
  @ApiProperty({ enum: ['ja', 'ja-easy', 'en'] }) language: Lang;
  @ApiProperty() subject: string;
  @ApiProperty({ type: [String] }) lead: string[];
  @ApiProperty({ type: [String] }) paragraphs: string[];
}

/** What becomes of a message once it is sent. Whoever cancels until it goes is not reached, whoever comes to it is. */
export class MessagePreview {
  @ApiProperty() people: number;
  @ApiProperty() byMail: number;
  @ApiProperty({ description: 'Without a mail address: the host telephones, while there is a call sheet' }) byPhone: number;
  @ApiProperty({ description: 'False: the call sheet is over when it goes, so that whoever has no mail address hears nothing' }) calls: boolean;
  @ApiProperty({ description: 'Declined reminders: they get none' }) optedOut: number;
  @ApiProperty({ format: 'date-time', description: 'When it goes' }) sendAt: string;
  @ApiProperty({ type: [MessageLetterPreview], description: 'One for each language the host wrote it in' }) letters: MessageLetterPreview[];
}
