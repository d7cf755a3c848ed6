/** SQL of what a frame shares with others: places and how many are taken; null where it shares nothing. */
export const SHARED = `case when shared.event_id is not null then json_build_object('places', shared.places, 'taken', shared.places_taken) end`;

/** SQL of the places that nobody has: of the frame, and of what it shares. */
export const FREE = 'least(frame.capacity - frame.places_taken, shared.places - shared.places_taken)';

/** Somebody who waits in another of the frames that share places, whose own frame has room, and who comes first (see nextOfAll): before who is served in order nobody is, before who is not only if they fit now. */
export const BEFORE = `
      select from events.application earlier join events.frame line on line.id = earlier.frame_id
      where line.event_id = frame.event_id and line.id <> frame.id and line.counted and earlier.status = 'waitlisted' and earlier.received_at is null
        and (earlier.waitlist_order, earlier.created_at, earlier.id) < (application.waitlist_order, application.created_at, application.id)
        and (earlier.heads <= line.capacity - line.places_taken or (earlier.part_is_fine and line.places_taken < line.capacity))
        and case when line.queue = 'in-order' then not exists (select from events.application first where first.frame_id = line.id and first.status = 'waitlisted'
              and first.received_at is null and first.waitlist_order < earlier.waitlist_order)
            else earlier.heads <= shared.places - shared.places_taken or (earlier.part_is_fine and shared.places_taken < shared.places) end`;
