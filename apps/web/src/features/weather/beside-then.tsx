import { ProblemError } from '@yoriai/api-client';
import { TextArea } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import type { Proposal } from './proposal.js';

/** Has the ward office to say why an event may be put off to where another is? Once it was refused for that; what was written stays until it is done. */
export const asksBeside = ({ kind }: Pick<Proposal, 'kind'>, written: string, error: Error | null): boolean =>
  kind === 'postponed' && (written !== '' || (error instanceof ProblemError && error.code === 'event.venue-taken'));

/** As it is sent: with the reason where one was written. */
export const withBeside = (proposal: Proposal, written: string): Proposal => (written.trim() === '' ? proposal : { ...proposal, besideReason: written.trim() });

/** The box for that reason. */
export function BesideThen({ written, write }: { readonly written: string; readonly write: (text: string) => void }): ReactElement {
  return <TextArea t={t} name="besideReason" rows={2} maxLength={500} need="required" label={t('weather.beside')} hint={t('weather.beside.hint')} value={written} onChange={(box) => write(box.target.value)} />;
}
