import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsUUID, Matches, Max, MaxLength, Min, IsString, ValidateNested } from 'class-validator';
import { Plain, Text } from '../event/event-fields.js';
import { CONTEST_STATES, ENTRY_UNITS, MOST_CRITERIA, SCALES, type ContestState, type EntryUnit } from './contest.rules.js';

const CAN = { oneOf: [{ type: 'boolean' }, { type: 'string' }], description: 'true, or the refusal code that says why not' };

/** 部: a frame of the event, so that who may enter is what the frame asks. */
export class ContestDivision {
  @ApiProperty({ format: 'uuid', description: 'A frame of the event' })
  @IsUUID()
  frameId: string;

  @ApiProperty({ maxLength: 40, example: '小学生の部' })
  @Text(40, { required: true })
  name: string;

  @ApiProperty({ enum: ENTRY_UNITS, description: 'Whether each head of an application is an entry, or the application as a whole' })
  @IsIn(ENTRY_UNITS)
  unit: EntryUnit;
}

/** What a contest is made of. */
export class ContestRequest {
  @ApiProperty({ type: [ContestDivision], description: 'In their order' })
  @IsArray()
  @ArrayMinSize(1, { context: { code: 'app.choose-one' } })
  @ArrayMaxSize(20)
  @ArrayUnique((division: ContestDivision) => division.frameId)
  @Plain()
  @ValidateNested({ each: true })
  @Type(() => ContestDivision)
  divisions: ContestDivision[];

  @ApiProperty({ type: [String], minItems: 1, maxItems: MOST_CRITERIA, example: ['高さ', '安定', '絵'] })
  @IsArray()
  @ArrayMinSize(1, { context: { code: 'contest.criteria' } })
  @ArrayMaxSize(MOST_CRITERIA, { context: { code: 'contest.criteria' } })
  @ArrayUnique()
  @IsString({ each: true })
  @Matches(/^\S(.*\S)?$/u, { each: true })
  @MaxLength(20, { each: true })
  criteria: string[];

  @ApiProperty({ enum: SCALES, description: 'Points of a criterion are 1 to this' })
  @IsIn(SCALES)
  scale: number;

  @ApiProperty({ minimum: 1, maximum: 20, description: '入賞: ranks of each division that are published' })
  @Max(20)
  @Min(1)
  @IsInt()
  places: number;
}

/** 審査員. */
export class JudgeRequest {
  @ApiProperty({ maxLength: 60, example: '青山 一郎' })
  @Text(60, { required: true })
  name: string;

  @ApiProperty({ description: '審査委員長, who breaks ties; one per event' })
  @IsBoolean()
  head: boolean;
}

/** 審査票, one judge's points for one entry. */
export class SheetRequest {
  @ApiProperty({ type: [Number], description: 'In the order of the criteria' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_CRITERIA)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(10, { each: true })
  points: number[];
}

/** 同点の決定 of the head judge. */
export class TieBreakWords {
  @ApiProperty({ type: [Number], description: 'Entries with the same points, in the order that is decided' })
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(100_000, { each: true })
  numbers: number[];

  @ApiProperty({ maxLength: 200, example: '強い風のなかで、長く安定していました。' })
  @Text(200, { required: true })
  words: string;
}

/** 特別賞. */
export class ContestPrize {
  @ApiProperty({ maxLength: 40, example: '区長賞' })
  @Text(40, { required: true })
  name: string;

  @ApiProperty({ minimum: 1, description: 'Entry number' })
  @Max(100_000)
  @Min(1)
  @IsInt()
  number: number;
}

/** All ties that are decided and all prizes, as they are now. */
export class AwardsRequest {
  @ApiProperty({ type: [TieBreakWords] })
  @IsArray()
  @ArrayMaxSize(20)
  @Plain()
  @ValidateNested({ each: true })
  @Type(() => TieBreakWords)
  ties: TieBreakWords[];

  @ApiProperty({ type: [ContestPrize] })
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique((prize: ContestPrize) => prize.name)
  @Plain()
  @ValidateNested({ each: true })
  @Type(() => ContestPrize)
  prizes: ContestPrize[];
}

export class ContestFrame {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
}

/** An entry: a number and its division; who is behind it stands in the list of applicants. */
export class ContestEntryLine {
  @ApiProperty() number: number;
  @ApiProperty({ format: 'uuid' }) frameId: string;
  @ApiProperty({ description: 'False: its application was cancelled; the number is not given again' }) stands: boolean;
  @ApiProperty() received: boolean;
  @ApiProperty({ description: 'How many judges have judged it' }) sheets: number;
  @ApiProperty({ description: 'Average of its sheets; 0 without one' }) points: number;
  @ApiProperty({ type: Number, nullable: true, description: 'In its division' }) rank: number | null;
}

export class JudgeLine {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() head: boolean;
  @ApiProperty({ description: 'How many entries they have judged' }) sheets: number;
  @ApiProperty({ description: 'The link by which they judge, without an account' }) url: string;
}

export class ContestCan {
  @ApiProperty(CAN) change: true | string;
  @ApiProperty(CAN) judge: true | string;
  @ApiProperty(CAN) close: true | string;
  @ApiProperty(CAN) reopen: true | string;
  @ApiProperty(CAN) confirm: true | string;
}

/** The contest of an event as its host sees it; nobody's name but the judges'. */
export class ContestDetail {
  @ApiProperty({ type: [ContestFrame], description: 'What can be a division' }) frames: ContestFrame[];
  @ApiProperty({ type: ContestRequest, nullable: true }) contest: ContestRequest | null;
  @ApiProperty({ enum: CONTEST_STATES, nullable: true }) state: ContestState | null;
  @ApiProperty({ type: [ContestEntryLine] }) entries: ContestEntryLine[];
  @ApiProperty({ type: [JudgeLine] }) judges: JudgeLine[];
  @ApiProperty({ type: 'array', items: { type: 'array', items: { type: 'number' } }, description: 'Entries with the same points, each such group' }) tied: number[][];
  @ApiProperty({ type: [TieBreakWords] }) ties: TieBreakWords[];
  @ApiProperty({ type: [ContestPrize] }) prizes: ContestPrize[];
  @ApiProperty({ type: ContestCan }) can: ContestCan;
}
