import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Nullable, Optional } from '@yoriai/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, IsString, Matches, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { Plain, Text } from '../event/event-fields.js';
import { LONGEST_ANSWER, MOST_CHOICES, MOST_QUESTIONS, NEEDS, QUESTION_KINDS, type AnswersSaid, type Need, type Question } from './questions.rules.js';
import { OLDEST, type Ages, type OnTheDay } from './ages.rules.js';
import type { Asks } from './asks.rules.js';

const AGE = { type: Number, nullable: true, minimum: 0, maximum: OLDEST } as const;

/** Who may come, as they are on the day of the event in Japan. */
export class FrameAges implements Ages {
  @ApiProperty({ enum: ['age', 'grade'], description: '`grade`: by school year, 4 年少 to 6 年長, 7 小1 to 12 小6, 13 中1 to 15 中3, 16 高1 to 18 高3' })
  @IsIn(['age', 'grade'])
  by: 'age' | 'grade';

  @ApiProperty({ ...AGE, description: 'null: no end' })
  @Nullable()
  @Max(OLDEST)
  @Min(0)
  @IsInt()
  from: number | null;

  @ApiProperty({ ...AGE, description: 'null: no end' })
  @Nullable()
  @Max(OLDEST)
  @Min(0)
  @IsInt()
  to: number | null;
}

/** A question in the host's own words, in an edit. */
export class FrameQuestionDraft {
  @ApiPropertyOptional({ example: 'q1a3f9c2', description: 'Given by the server for a new question; ties answers to it' })
  @Optional()
  @Matches(/^[a-z0-9]{1,12}$/)
  key?: string;

  @ApiProperty({ enum: QUESTION_KINDS })
  @IsIn(QUESTION_KINDS)
  kind: Question['kind'];

  @ApiProperty({ maxLength: 60, example: '作りたいたこの形' })
  @Text(60, { required: true })
  label: string;

  @ApiProperty()
  @IsBoolean()
  required: boolean;

  @ApiProperty({ type: [String], maxItems: MOST_CHOICES, description: 'Two or more for a `choice`, none elsewhere' })
  @IsArray()
  @ArrayMaxSize(MOST_CHOICES)
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(40, { each: true })
  choices: string[];
}

/** What the host asks those who apply, in an edit: what is left out is not asked. */
export class FrameAsksDraft {
  @ApiPropertyOptional({ type: FrameAges, nullable: true, description: 'With a rule, the birth date of each who comes is asked' })
  @Nullable()
  @IsObject()
  @ValidateNested()
  @Type(() => FrameAges)
  ages?: FrameAges | null;

  @ApiPropertyOptional({ type: [FrameQuestionDraft], maxItems: MOST_QUESTIONS })
  @Optional()
  @IsArray()
  @ArrayMaxSize(MOST_QUESTIONS)
  @Plain()
  @ValidateNested({ each: true })
  @Type(() => FrameQuestionDraft)
  questions?: FrameQuestionDraft[];

  @ApiPropertyOptional({ enum: NEEDS, isArray: true, description: 'What somebody may need that the host can see to' })
  @Optional()
  @IsArray()
  @ArrayMaxSize(NEEDS.length)
  @IsIn(NEEDS, { each: true })
  needs?: Need[];

  @ApiPropertyOptional({ default: false, description: 'Who is under 18 comes with a guardian’s consent' })
  @Optional()
  @IsBoolean()
  guardian?: boolean;

  @ApiPropertyOptional({ default: false, description: '写真をのせてよいか聞く: whoever applies says whether pictures may be shown; a guardian for a child who applies alone' })
  @Optional()
  @IsBoolean()
  photos?: boolean;

  @ApiPropertyOptional({ default: false, description: 'From the closing on the host counts for certain: a ticket changes neither the number nor the names' })
  @Optional()
  @IsBoolean()
  fixed?: boolean;

  @ApiPropertyOptional({ type: Number, nullable: true, minimum: 1, maximum: 50, description: 'One adult on the duties for so many who come; warns, never refuses' })
  @Nullable()
  @Max(50)
  @Min(1)
  @IsInt()
  perAdult?: number | null;
}

/** A question of the host. */
export class FrameQuestion implements Question {
  @ApiProperty() key: string;
  @ApiProperty({ enum: QUESTION_KINDS }) kind: Question['kind'];
  @ApiProperty() label: string;
  @ApiProperty() required: boolean;
  @ApiProperty({ type: [String] }) choices: string[];
}

/** What the host asks those who apply, besides who they are. */
export class FrameAsks implements Asks {
  @ApiProperty({ type: FrameAges, nullable: true, description: 'With a rule, the birth date of each who comes is asked' }) ages: FrameAges | null;
  @ApiProperty({ type: [FrameQuestion] }) questions: FrameQuestion[];
  @ApiProperty({ enum: NEEDS, isArray: true }) needs: Need[];
  @ApiProperty({ description: 'Who is under 18 comes with a guardian’s consent' }) guardian: boolean;
  @ApiProperty({ description: 'Whoever applies says whether pictures may be shown' }) photos: boolean;
  @ApiProperty({ description: 'From the closing on a ticket changes neither the number nor the names' }) fixed: boolean;
  @ApiProperty({ type: Number, nullable: true, description: 'One adult on the duties for so many who come; null: not stated' }) perAdult: number | null;
}

/** As it is kept: nothing left out, nothing more. A new question gets a key that none ever had, so that answers to one that is gone never stand under another. */
export function toAsks({ ages, questions, needs, guardian, photos, fixed, perAdult }: FrameAsksDraft, newId: () => string): Asks {
  return {
    ages: ages ? { by: ages.by, from: ages.from ?? null, to: ages.to ?? null } : null,
    // The end of a UUIDv7 is its random part.
    questions: (questions ?? []).map(({ key, kind, label, required, choices }) => ({ key: key ?? `q${newId().slice(-11)}`, kind, label, required, choices: [...choices] })),
    needs: NEEDS.filter((need) => needs?.includes(need)),
    guardian: guardian ?? false,
    photos: photos ?? false,
    fixed: fixed ?? false,
    perAdult: perAdult ?? null,
  };
}

/** One answer to a question of the host. */
export class AnswerFields {
  @ApiProperty({ example: 'q1a3f9c2' })
  @Matches(/^[a-z0-9]{1,12}$/)
  key: string;

  @ApiProperty({ maxLength: LONGEST_ANSWER, description: '`yes` or `no` where that is asked' })
  @Matches(/^\P{Cc}*$/u)
  @MaxLength(LONGEST_ANSWER)
  @IsString()
  value: string;
}

/** Answers to what the host asks. */
export class AnswersRequest implements AnswersSaid {
  @ApiPropertyOptional({ enum: NEEDS, isArray: true })
  @Optional()
  @IsArray()
  @ArrayMaxSize(NEEDS.length)
  @IsIn(NEEDS, { each: true })
  needs?: Need[];

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: LONGEST_ANSWER, description: 'More about what is needed' })
  @Text(LONGEST_ANSWER)
  needsText?: string | null;

  @ApiPropertyOptional({ type: [AnswerFields], maxItems: MOST_QUESTIONS })
  @Optional()
  @IsArray()
  @ArrayMaxSize(MOST_QUESTIONS)
  @Plain()
  @ValidateNested({ each: true })
  @Type(() => AnswerFields)
  answers?: AnswerFields[];
}

/** An answer with its question as it is asked now. */
export class AnswerTold {
  @ApiProperty() key: string;
  @ApiProperty() label: string;
  @ApiProperty({ enum: QUESTION_KINDS }) kind: Question['kind'];
  @ApiProperty() value: string;
}

/** What somebody answered. */
export class AnswersTold {
  @ApiProperty({ enum: NEEDS, isArray: true }) needs: Need[];
  @ApiProperty({ type: String, nullable: true }) needsText: string | null;
  @ApiProperty({ type: [AnswerTold] }) answers: AnswerTold[];
}

/** How old somebody is on the day, where the host has a rule about it. */
export class AgeOnTheDay implements OnTheDay {
  @ApiProperty() years: number;
  @ApiProperty({ type: Number, nullable: true, description: '4 年少 … 7 小1 … 18 高3; null where there is none' }) schoolYear: number | null;
  @ApiProperty({ description: 'Rule or day were changed since they applied: they are not among them now' }) outside: boolean;
}
