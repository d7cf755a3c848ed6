import type { appPublishAt as ja } from '../../ja/app/publish-at.js';

/** Texts of the hour at which an event is published, and of those to whom it is, en. */
export const appPublishAt = {
  'app.publish-at.title': 'Choose when it goes public',
  'app.publish-at.change': 'Choose another time',
  'app.publish-at.lead': 'It goes public by itself at that time. Places whose applications open later open at their own time.',
  'app.publish-at.when': 'Time to go public',
  'app.publish-at.button': 'Go public at this time',
  'app.publish-at.now': 'Publish now',
  'app.publish-at.sure': 'From {{when}}, everybody can see it. Until then you can change this.',
  'app.publish-at.planned': 'Goes public {{when}}',
  'app.publish-at.planned.body': 'It appears on the website then. If anything keeps it from that, we tell you by email.',
  'app.publish-at.planned.not-yet': 'As things are, it will not go public then. Please settle what is said below.',
  'app.publish-at.drop': 'Take the time back',
  'app.publish-at.drop.sure': 'No time is set any more. Press “Publish” when you want it public.',
  'app.publish.sure.members': 'A page for the members is made, and applications open.',
  'app.publish.sure.area': 'A page for the people of the area is made, and applications open.',
  'app.invited.title.members': 'For members',
  'app.invited.title.area': 'For people of the area',
  'app.invited.body.members': 'Members of the host and the co-hosts find it under “My plans” once they sign in. Give the link below to members who do not. It is in no list and no search.',
  'app.invited.body.area': 'Members of the host, the co-hosts and the associations of the area find it under “My plans” once they sign in. Give the link below to neighbours who do not. It is in no list and no search.',
  'app.page.link': 'Link',
  'app.field.visibility.hint.everybody': 'It appears in lists, searches and calendars.',
  'app.field.visibility.hint.members': 'Members of the host and the co-hosts find it once they sign in. The QR code on a circular opens it too.',
  'app.field.visibility.hint.area': 'People of all associations of the area, and of the co-hosts, find it once they sign in. The QR code on circulars and notice boards opens it too.',
  'app.field.visibility.hint.invited': 'Nobody finds it but those you give the link to.',
} as const satisfies Record<keyof typeof ja, string>;
