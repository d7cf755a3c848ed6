import type { EventDetail } from '@yoriai/api-client';
import type { ReactElement } from 'react';
import { DutyRows } from './fields/duty-rows.js';
import { FrameRows } from './fields/frame-rows.js';
import { ContactFields, WhatFields, WhereFields, WhoFields } from './fields/plain-fields.js';
import { SafetyFields } from './fields/safety-fields.js';
import { RainFields, WhenFields } from './fields/time-fields.js';
import type { QuestionStep } from './steps.js';
import type { Values } from './values.js';
import { asWritten, changesOnly, hangsOnTheDay } from './writing.js';

/** What every page of boxes gets. */
export interface BoxesProps {
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
  /** What the ward wrote, by box. */
  readonly remarks: Readonly<Record<string, string>>;
  readonly set: (name: string, value: string) => void;
}

export interface StepFieldsProps extends BoxesProps {
  readonly step: QuestionStep;
  readonly event: EventDetail;
  readonly replace: (values: Values) => void;
  /** Changes when rows were replaced. */
  readonly version: number;
}

/** The boxes of one page. */
export function StepFields({ step, version, ...props }: StepFieldsProps): ReactElement {
  switch (step) {
    case 'what':
      return <WhatFields {...props} />;
    case 'when':
      return <WhenFields key={version} {...props} moves={hangsOnTheDay(asWritten(props.event))} helped={changesOnly(props.event) && props.event.duties.length > 0} inSeries={props.event.series !== null} planned={props.event} />;
    case 'where':
      return <WhereFields {...props} />;
    case 'who':
      return <WhoFields {...props} />;
    case 'places':
      return <FrameRows {...props} />;
    case 'rain':
      return <RainFields {...props} startsAt={asWritten(props.event).startsAt} />;
    case 'safety':
      return <SafetyFields {...props} />;
    case 'duties':
      return <DutyRows {...props} />;
    case 'contact':
      return <ContactFields {...props} />;
  }
}
