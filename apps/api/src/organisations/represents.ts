import { above } from './above.js';

/** SQL: whether the viewer represents the organisation whose id is `id`, or one above it. */
export const represents = (id: string): string => `exists (
    with recursive ${above('above', id)}
    select from representative r join above on above.id = r.organisation_id where r.person_id = (select app.viewer()))`;
