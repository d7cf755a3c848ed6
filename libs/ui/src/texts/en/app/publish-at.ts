import type { appPublishAt as ja } from '../../ja/app/publish-at.js';

/** Texts of the hour at which an event is published, en. */
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
} as const satisfies Record<keyof typeof ja, string>;
