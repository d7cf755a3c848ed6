import type { EventDetail } from '@yoriai/api-client';
import { ACTIVITY_FIELDS, type ListChoice } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { CATEGORIES } from '../categories.js';
import { t } from '../../../i18n.js';
import type { BoxesProps } from '../step-fields.js';
import { ATTENDANCE_MODES, AUDIENCES, type Values } from '../values.js';
import { Choose, Line, Lines, PickOne } from './box.js';
import { InitiativeBox } from './initiative-box.js';
import { VenueBoxes } from './venue-boxes.js';

/** 何を. */
export function WhatFields(of: BoxesProps): ReactElement {
  return (
    <>
      <Line of={of} name="title" label="events.label.title" hint="app.field.title.hint" need="required" maxLength={80} />
      <Line of={of} name="kana" label="events.label.kana" hint="app.field.kana.hint" maxLength={120} />
      <Choose
        of={of}
        name="field"
        label="events.label.field"
        need="required"
        choices={ACTIVITY_FIELDS.map((value) => ({ value, label: t(`ui.field.${value}`) }))}
      />
      <PickOne
        of={of}
        name="category"
        label="events.label.category"
        width="mid"
        choices={[{ value: '', label: t('app.choose') }, ...CATEGORIES.map((value) => ({ value, label: t(`events.category.${value}`) }))]}
      />
      <InitiativeBox {...of} />
      <Lines of={of} name="summary" label="events.label.summary" hint="app.field.summary.hint" rows={2} maxLength={200} />
      <Lines of={of} name="description" label="events.label.description" hint="app.field.description.hint" rows={6} maxLength={5000} />
      <OtherWords {...of} />
    </>
  );
}

const OTHER_WORDS = ['titleEasy', 'descriptionEasy', 'titleEn', 'descriptionEn'] as const;

/** The same for who reads やさしい日本語 or English; opened where something stands there, or the ward wrote about it. */
function OtherWords(of: BoxesProps): ReactElement {
  const isUsed = OTHER_WORDS.some((name) => (of.values[name] ?? '') !== '' || of.remarks[name] !== undefined || of.errors[name] !== undefined);
  return (
    <details className="dt mt4" open={isUsed || undefined}>
      <summary>{t('app.field.words.open')}</summary>
      <p className="sub">{t('app.field.words.lead')}</p>
      <Line of={of} name="titleEasy" label="app.field.titleEasy" hint="app.field.titleEasy.hint" maxLength={80} />
      <Lines of={of} name="descriptionEasy" label="app.field.descriptionEasy" rows={4} maxLength={5000} />
      <Line of={of} name="titleEn" label="app.field.titleEn" maxLength={80} />
      <Lines of={of} name="descriptionEn" label="app.field.descriptionEn" rows={4} maxLength={5000} />
    </details>
  );
}

/** どこで. */
export function WhereFields({ event, replace, ...of }: BoxesProps & { readonly event: EventDetail; readonly replace: (values: Values) => void }): ReactElement {
  return (
    <>
      <VenueBoxes {...of} event={event} replace={replace} />
      <Line of={of} name="placeName" label="events.label.placeName" hint="app.field.placeName.hint" need="required" maxLength={80} />
      <Line of={of} name="placeAddress" label="events.label.placeAddress" maxLength={120} />
      <Lines of={of} name="accessText" label="events.label.accessText" hint="app.field.accessText.hint" maxLength={500} />
      <PickOne
        of={of}
        name="attendanceMode"
        label="app.field.attendanceMode"
        width="mid"
        choices={[{ value: '', label: t('app.choose') }, ...ATTENDANCE_MODES.map((value) => ({ value, label: t(`app.field.attendanceMode.${value}`) }))]}
      />
    </>
  );
}

/** The people of an area are those of the host's: not asked for where it has none. */
function visibilities({ organisation }: EventDetail, chosen: string | undefined): ListChoice[] {
  const named = (['members', 'area', 'invited'] as const).filter((value) => value !== 'area' || organisation.areaId !== null || chosen === value);
  return [
    { value: '', label: t('events.visibility.everybody'), hint: t('app.field.visibility.hint.everybody') },
    ...named.map((value) => ({ value, label: t(`events.visibility.${value}`), hint: t(`app.field.visibility.hint.${value}`) })),
  ];
}

/** だれに. */
export function WhoFields({ event, ...of }: BoxesProps & { readonly event: EventDetail }): ReactElement {
  return (
    <>
      <Choose of={of} name="visibility" label="app.field.visibility.question" hint="app.field.visibility.hint" choices={visibilities(event, of.values['visibility'])} />
      <PickOne
        of={of}
        name="audience"
        label="app.field.audience.question"
        width="mid"
        choices={[{ value: '', label: t('app.choose') }, ...AUDIENCES.map((value) => ({ value, label: t(`events.audience.${value}`) }))]}
      />
      <Line of={of} name="audienceText" label="events.label.audienceText" hint="app.field.audienceText.hint" maxLength={200} />
      <Line of={of} name="feeText" label="events.label.feeText" hint="app.field.feeText.hint" maxLength={100} />
      <Line of={of} name="bringText" label="events.label.bringText" maxLength={300} />
      <Lines of={of} name="careText" label="events.label.careText" hint="app.field.careText.hint" maxLength={500} />
      <Line of={of} name="videoUrl" label="events.label.videoUrl" hint="app.field.videoUrl.hint" type="url" inputMode="url" maxLength={300} />
      {(of.values['videoUrl'] ?? '').trim() === '' ? null : (
        <Choose
          of={of}
          name="videoCaptions"
          label="app.field.videoCaptions.question"
          choices={[
            { value: 'yes', label: t('app.yes') },
            { value: 'no', label: t('app.no') },
          ]}
        />
      )}
    </>
  );
}

/** 連絡先. */
export function ContactFields(of: BoxesProps): ReactElement {
  return (
    <>
      <Line of={of} name="contactName" label="events.label.contactName" hint="app.field.contactName.hint" need="required" maxLength={80} />
      <Line
        of={of}
        name="contactPhone"
        label="events.label.contactPhone"
        hint="app.field.contactPhone.hint"
        need="required"
        type="tel"
        inputMode="tel"
        width="mid"
        maxLength={20}
      />
      <Line of={of} name="contactHours" label="events.label.contactHours" hint="app.field.contactHours.hint" maxLength={80} />
    </>
  );
}
