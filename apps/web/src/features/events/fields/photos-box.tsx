import { RadioList } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../../i18n.js';

/** 写真をのせてよいか, as whoever is on the phone says it; who was not asked says nothing. */
export function PhotosBox({ id = 'photos', value, onChange }: { readonly id?: string; readonly value: string | undefined; readonly onChange: (value: string) => void }): ReactElement {
  return (
    <RadioList
      t={t}
      name="photos"
      id={id}
      need="optional"
      label={t('asks.photos')}
      hint={t('app.proxy.photos.hint')}
      value={value ?? ''}
      choices={(['yes', 'no'] as const).map((each) => ({ value: each, label: t(`asks.photos.${each}`) }))}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
