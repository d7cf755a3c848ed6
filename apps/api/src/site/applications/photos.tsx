import type { ReactElement } from 'react';
import { RadioList, type Translate } from '@yoriai/ui';
import type { PublicFrameFacts } from '../events/standing.js';
import { errorOf, type FormState } from '../page/form.js';
import { OfSeat } from './seat.js';

interface PhotosBoxProps {
  readonly t: Translate;
  readonly form: FormState;
  readonly host: string;
  readonly frames: readonly PublicFrameFacts[];
}

/** 写真をのせてよいか: yes or no with nothing marked beforehand, and that nobody is treated otherwise for it. */
export function PhotosBox({ t, form, host, frames }: PhotosBoxProps): ReactElement | null {
  const asking = frames.filter(({ asks }) => asks.photos);
  if (asking.length === 0) return null;
  const guardian = asking.some(({ asks }) => asks.guardian);
  const hint = [t('asks.photos.hint', { host }), guardian ? t('asks.photos.child') : ''].filter(Boolean).join(' ');
  return (
    <OfSeat frames={frames} of={asking}>
      <RadioList
        {...{ t, name: 'photos', hint, defaultValue: form.values['photos'], error: errorOf(t, form, 'photos') }}
        need={guardian ? 'silent' : 'required'}
        label={t('asks.photos')}
        choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(`asks.photos.${value}`) }))}
      />
    </OfSeat>
  );
}
