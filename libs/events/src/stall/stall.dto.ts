import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { IsPersonName, IsPhone, IsPlainEmail } from '@yoriai/identity';
import { Digits, Nullable, Optional } from '@yoriai/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsInt, Matches, Max, Min, ValidateIf, ValidateNested } from 'class-validator';
import { Day, Plain, Text } from '../event/event-fields.js';
import { FOOD_BY, STALL_KINDS, STALL_STATES, type Appliances, type Equipment, type FoodBy, type StallKind, type StallState } from './stall.rules.js';

/** A small number that may be left out; as digits from a form. */
const Some = (most: number): PropertyDecorator => applyDecorators(ApiPropertyOptional({ type: Number, minimum: 0, maximum: most }), Digits(), Optional(), Max(most), Min(0), IsInt());

/** What a shop or a group says of itself and of its stall. */
export class StallRequest {
  @ApiProperty({ enum: STALL_KINDS })
  @IsIn(STALL_KINDS, { context: { code: 'site.choose' } })
  kind: StallKind;

  @ApiProperty({ maxLength: 60, example: '堀江の焼きいも屋' })
  @Text(60, { required: true, code: 'stall.name' })
  name: string;

  @ApiProperty({ maxLength: 300, example: '焼きいも、甘酒' })
  @Text(300, { required: true, code: 'stall.sells' })
  sells: string;

  @ApiProperty({ maxLength: 100, example: '山田 はな子' })
  @IsPersonName()
  contactName: string;

  @ApiProperty({ maxLength: 40, example: '090-0000-1234' })
  @IsPhone()
  phone: string;

  @ApiProperty({ maxLength: 254, example: 'hanako@example.jp' })
  @IsPlainEmail()
  email: string;

  @ApiPropertyOptional({ enum: FOOD_BY, description: 'Who serves food or drink; left out: nobody does, which a stall with food cannot say' })
  @ValidateIf(({ kind, foodBy }: StallRequest) => kind === 'food' || foodBy !== undefined)
  @IsIn(FOOD_BY, { context: { code: 'stall.food-by' } })
  foodBy?: FoodBy;

  @Some(20) gas?: number;
  @Some(20) charcoal?: number;
  @Some(20) generator?: number;
  @Some(20) electric?: number;
  @Some(20) hotPlate?: number;
  @Some(20) popcorn?: number;
  @Some(20) candyFloss?: number;
  @Some(20_000) watts?: number;
  @Some(20) tents?: number;
  @Some(50) tables?: number;
  @Some(100) chairs?: number;
}

/** A numbered place on the plan. */
export class StallPlot {
  @ApiProperty({ example: 'A-1' })
  @Matches(/^[A-Z]{1,2}-[1-9]\d{0,2}$/)
  code: string;

  @ApiProperty({ type: String, nullable: true, maxLength: 60, example: '南の広場' })
  @Text(60)
  venue: string | null;
}

/** Which stalls an event takes. */
export class StallCallRequest {
  @ApiProperty({ enum: STALL_KINDS, isArray: true })
  @IsIn(STALL_KINDS, { each: true })
  @ArrayUnique()
  @ArrayMinSize(1, { context: { code: 'app.choose-one' } })
  @ArrayMaxSize(STALL_KINDS.length)
  @IsArray()
  kinds: StallKind[];

  @ApiProperty({ minimum: 1, maximum: 300 })
  @Max(300)
  @Min(1)
  @IsInt()
  places: number;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true, description: 'null: at once' })
  @Nullable()
  @Day()
  opensOn?: string | null;

  @ApiPropertyOptional({ type: String, format: 'date', nullable: true, description: 'The last day; left out only where it goes by the day of the event' })
  @ValidateIf(({ closesOn, closesBefore }: StallCallRequest) => typeof closesBefore !== 'number' || (closesOn !== null && closesOn !== undefined))
  @Day()
  closesOn?: string | null;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 1, maximum: 365, description: 'The last day goes by the day of the event, so many days before it; null: it stays as it is' })
  @Nullable()
  @Max(365)
  @Min(1)
  @IsInt()
  closesBefore?: number | null;

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 1000 })
  @Text(1000)
  note?: string | null;

  @ApiProperty({ type: [StallPlot], maxItems: 300 })
  @IsArray()
  @ArrayMaxSize(300)
  @ArrayUnique((plot: StallPlot) => plot.code)
  @Plain()
  @ValidateNested({ each: true })
  @Type(() => StallPlot)
  plots: StallPlot[];
}

/** The call as it stands. */
export class StallCallAsWritten extends OmitType(StallCallRequest, ['opensOn', 'closesOn', 'closesBefore', 'note']) {
  @ApiProperty({ type: String, format: 'date', nullable: true }) opensOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'null: the event has no day yet' }) closesOn: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'The last day goes by the day of the event, so many days before it; null: it is a day of its own' }) closesBefore: number | null;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
}

/** The host's answer to a stall. */
export class StallAnswerRequest {
  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 500, description: 'A kind sentence, which is mailed' })
  @Text(500)
  words?: string | null;
}

/** Where a stall stands. */
export class StallPlotRequest {
  @ApiProperty({ type: String, nullable: true, example: 'A-1', description: 'null: nowhere yet' })
  @Nullable()
  @Matches(/^[A-Z]{1,2}-[1-9]\d{0,2}$/)
  plot: string | null;
}

/** A stall for those who lead the event. */
export class StallLine {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: STALL_KINDS }) kind: StallKind;
  @ApiProperty() name: string;
  @ApiProperty() sells: string;
  @ApiProperty() contactName: string;
  @ApiProperty({ type: String, nullable: true }) phone: string | null;
  @ApiProperty() email: string;
  @ApiProperty({ enum: FOOD_BY, nullable: true }) foodBy: FoodBy | null;
  @ApiProperty({ type: Object, additionalProperties: { type: 'number' }, description: 'Pieces by kind of appliance' }) appliances: Appliances;
  @ApiProperty({ description: 'That it has to have' }) extinguishers: number;
  @ApiProperty() watts: number;
  @ApiProperty() tents: number;
  @ApiProperty() tables: number;
  @ApiProperty() chairs: number;
  @ApiProperty({ enum: STALL_STATES }) state: StallState;
  @ApiProperty({ type: String, nullable: true }) plot: string | null;
  @ApiProperty({ type: String, nullable: true }) reply: string | null;
  @ApiProperty({ format: 'date-time' }) createdAt: string;
}

/** What all accepted stalls need together. */
export class StallEquipment implements Equipment {
  @ApiProperty() tents: number;
  @ApiProperty() tables: number;
  @ApiProperty() chairs: number;
  @ApiProperty() watts: number;
  @ApiProperty() generators: number;
  @ApiProperty() extinguishers: number;
}

/** The stalls of an event, for those who lead it. */
export class StallList {
  @ApiProperty({ type: StallCallAsWritten, nullable: true, description: 'null: the event takes no stalls' }) call: StallCallAsWritten | null;
  @ApiProperty({ type: [StallLine], description: 'Those without an answer first' }) stalls: StallLine[];
  @ApiProperty({ type: StallEquipment, description: 'Of the accepted ones' }) equipment: StallEquipment;
}
