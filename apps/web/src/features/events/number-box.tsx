import { TextInput, type ReportPart } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';

export interface NumberBoxProps {
  readonly name: ReportPart | 'cleanedArea' | 'handedOut';
  readonly value: string;
  readonly error: string | undefined;
  readonly onWrite: (value: string) => void;
}

/** A figure of the report that may be left empty. */
export function NumberBox({ name, value, error, onWrite }: NumberBoxProps): ReactElement {
  return (
    <TextInput
      {...{ t, name, value, error }}
      label={t(`app.report.${name}`)}
      hint={t(`app.report.${name}.hint`)}
      need="optional"
      inputMode={name === 'cleanedArea' ? 'decimal' : 'numeric'}
      width="short"
      maxLength={11}
      autoComplete="off"
      onChange={(box) => onWrite(box.target.value)}
    />
  );
}
