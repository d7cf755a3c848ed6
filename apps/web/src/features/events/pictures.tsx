import {
  ProblemError,
  getEventPicturePlaces,
  patchEventPicturePlace,
  postEventPicturePlace,
  postEventPicturePlacePicture,
  postEventPicturePlacePictureRemoval,
  postEventPicturePlaceRemoval,
  getGetEventPicturePlacePictureUrl,
  type ReportPictures,
  type ReportSpot,
} from '@yoriai/api-client';
import { Badge, Button, Checkbox, Icon, TextInput } from '@yoriai/ui';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { t, whyNot } from '../../i18n.js';
import { Answer } from '../../ui/answer.js';
import { ConfirmedButton } from '../../ui/confirmed-button.js';
import { FailureBanner } from '../../ui/failure.js';
import { useAct, type Act } from '../../ui/use-act.js';
import { toSend } from '../approvals/photo.js';

const SIDES = ['before', 'after'] as const;
type Side = (typeof SIDES)[number];

const picturesQuery = (eventId: string) => queryOptions({ queryKey: ['event', eventId, 'pictures'], queryFn: ({ signal }) => getEventPicturePlaces(eventId, { signal }) });

/** 写真: places before and after the work, with whom each picture is for. */
export function Pictures({ eventId }: { readonly eventId: string }): ReactElement {
  const pictures = useQuery(picturesQuery(eventId));
  return (
    <section aria-labelledby="pictures" className="mt6">
      <h2 id="pictures">{t('picture.title')}</h2>
      <Answer of={pictures}>{(found) => <Places eventId={eventId} found={found} />}</Answer>
    </section>
  );
}

/** What every part of them needs: whose they are, and what to do with the answer of an act. */
interface Part {
  readonly eventId: string;
  readonly done: (answer: ReportPictures) => void;
  /** Shows what is there by now. */
  readonly again: () => void;
}

function Places({ eventId, found }: { readonly eventId: string; readonly found: ReportPictures }): ReactElement {
  const client = useQueryClient();
  const part: Part = { eventId, done: (answer) => client.setQueryData(picturesQuery(eventId).queryKey, answer), again: () => void client.invalidateQueries(picturesQuery(eventId)) };
  const { spots, can } = found;
  return (
    <>
      {can.settle === true ? <p className="sub mt2 mb3">{t('picture.lead')}</p> : null}
      {spots.length === 0 ? <p className="mt3">{t('picture.none')}</p> : null}
      <ul className="pairs">
        {spots.map((spot) => (
          <Place key={spot.id} {...part} spot={spot} mayAdd={can.add === true} maySettle={can.settle === true} />
        ))}
      </ul>
      {spots.length > 0 && can.settle === true ? <p className="sub mt3">{t('picture.open.what')}</p> : null}
      {spots.length > 0 && can.add === true ? <p className="sub mt3">{t('picture.hint')}</p> : null}
      <Adding {...part} found={found} />
    </>
  );
}

/** A new place; why there is none, where that can change. */
function Adding({ found, ...part }: Part & { readonly found: ReportPictures }): ReactElement | null {
  if (found.can.settle !== true) return null;
  if (found.can.add !== true) return found.can.add === 'picture.reported' && found.spots.length === 0 ? null : <p className="sub mt3">{whyNot(found.can.add)}</p>;
  if (found.spots.length >= found.most) return <p className="sub mt3">{t('picture.full', { count: found.most })}</p>;
  return <Naming key={found.spots.length} {...part} />;
}

function Naming({ eventId, done }: Part): ReactElement {
  const [place, write] = useState('');
  const adding = useAct((body: { place: string }, options) => postEventPicturePlace(eventId, body, options), done);
  const send = (submitted: FormEvent): void => {
    submitted.preventDefault();
    adding.act({ place });
  };
  return (
    <form noValidate className="mt4" onSubmit={send}>
      {Object.keys(adding.errors).length === 0 ? <FailureBanner error={adding.error} /> : null}
      <TextInput t={t} name="place" need="silent" label={t('picture.place')} hint={t('picture.place.hint')} maxLength={60} autoComplete="off" value={place} error={adding.errors['place']} onChange={({ target }) => write(target.value)} />
      <p className="mt3">
        <Button kind="outline" size="m" icon="add">
          {t(adding.pending ? 'app.sending' : 'picture.place.add')}
        </Button>
      </p>
    </form>
  );
}

interface PlaceProps extends Part {
  readonly spot: ReportSpot;
  readonly mayAdd: boolean;
  readonly maySettle: boolean;
}

function Place({ spot, ...props }: PlaceProps): ReactElement {
  const { eventId, done, again, maySettle } = props;
  const removal = useAct(orAgain(again, (files: string[], options) => postEventPicturePlaceRemoval(eventId, spot.id, { files }, options)), done);
  const sides = { before: useSide(props, spot, 'before'), after: useSide(props, spot, 'after') };
  return (
    <li>
      <h3>{spot.place}</h3>
      <div className="pair">
        {SIDES.map((side) => (
          <Picture key={side} {...props} spot={spot} side={side} acts={sides[side]} />
        ))}
      </div>
      {SIDES.map((side) => (
        <Failed key={side} acts={sides[side]} />
      ))}
      <FailureBanner error={removal.error} />
      {maySettle ? (
        <div className="mt3">
          <ConfirmedButton label={t('picture.place.remove')} kind="outline" what={t('picture.place.remove.what', { place: spot.place })} pending={removal.pending} onYes={() => removal.act(SIDES.flatMap((side) => spot[side]?.fileId ?? []))} />
        </div>
      ) : null}
    </li>
  );
}

/** 公開してよい or no longer, of the picture that is on the screen. */
interface Mark {
  readonly open: boolean;
  readonly fileId: string;
}

/** What can be done with one picture. */
interface SideActs {
  readonly sending: Act<{ readonly file: File; readonly instead: string | undefined }>;
  readonly opening: Act<Mark>;
  readonly removal: Act<string>;
}

function useSide({ eventId, done, again }: Part, spot: ReportSpot, side: Side): SideActs {
  return {
    sending: useAct(orAgain(again, async ({ file, instead }: { readonly file: File; readonly instead: string | undefined }) => postEventPicturePlacePicture(eventId, spot.id, side, await toSend(file), instead === undefined ? undefined : { instead })), done),
    opening: useAct(orAgain(again, ({ open, fileId }: Mark, options) => {
      const mark = side === 'before' ? { beforeOpen: open, beforeFile: fileId } : { afterOpen: open, afterFile: fileId };
      return patchEventPicturePlace(eventId, spot.id, mark, options);
    }), done),
    removal: useAct(orAgain(again, (file: string, options) => postEventPicturePlacePictureRemoval(eventId, spot.id, side, { file }, options)), done),
  };
}

/** Where somebody else was here meanwhile, what is marked or thrown away next is to be what is seen. */
function orAgain<Input, Output>(again: () => void, act: (input: Input, options: RequestInit) => Promise<Output>) {
  return async (input: Input, options: RequestInit): Promise<Output> => {
    try {
      return await act(input, options);
    } catch (error) {
      if (error instanceof ProblemError && error.status === 409) again();
      throw error;
    }
  };
}

/** What went wrong, as wide as the page: below half of it a sentence would be a column of letters. */
function Failed({ acts: { sending, opening, removal } }: { readonly acts: SideActs }): ReactElement | null {
  const again = sending.variables;
  if (!sending.error && !opening.error && !removal.error) return null;
  return (
    <div className="mt3">
      <FailureBanner error={sending.error} {...(again === undefined ? {} : { onRetry: () => sending.act(again) })} />
      <FailureBanner error={opening.error ?? removal.error} />
    </div>
  );
}

/** One picture: to look at, with whom it is for, and another one in its place. */
function Picture({ eventId, spot, side, mayAdd, maySettle, acts }: PlaceProps & { readonly side: Side; readonly acts: SideActs }): ReactElement {
  const picture = spot[side];
  const name = t('picture.alt', { place: spot.place, side: t(`picture.${side}`) });
  const { opening, removal } = acts;
  return (
    <figure>
      {picture === null ? <span className="no-pic">{t('picture.missing')}</span> : <img src={`${getGetEventPicturePlacePictureUrl(eventId, spot.id, side)}?of=${picture.fileId}`} alt={name} />}
      <figcaption>
        {t(`picture.${side}`)} {picture?.open ? <Badge icon="tick">{t('picture.is-open')}</Badge> : null}
      </figcaption>
      {mayAdd ? <Sending name={name} there={picture?.fileId} sending={acts.sending} /> : null}
      {picture !== null && maySettle ? (
        <>
          <Checkbox name={`open-${side}-${spot.id}`} label={<>{t('picture.open')}<span className="vh">：{name}</span></>} checked={opening.pending ? (opening.variables?.open ?? picture.open) : picture.open} onChange={({ target }) => opening.act({ open: target.checked, fileId: picture.fileId })} />
          <Button type="button" kind="text" size="m" about={`${name}：`} onClick={() => removal.act(picture.fileId)}>
            {t(removal.pending ? 'app.sending' : 'picture.remove')}
          </Button>
        </>
      ) : null}
    </figure>
  );
}

function Sending({ name, there, sending }: Pick<SideActs, 'sending'> & { readonly name: string; readonly there: string | undefined }): ReactElement {
  const box = useId();
  return (
    <label htmlFor={box} className="btn o m filebox mt2">
      <Icon name="add" />
      <span className="vh">{name}：</span>
      {t(sending.pending ? 'app.sending' : there === undefined ? 'picture.add' : 'picture.replace')}
      <input
        id={box}
        type="file"
        accept="image/jpeg,image/png,image/webp"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) sending.act({ file, instead: there });
        }}
      />
    </label>
  );
}
